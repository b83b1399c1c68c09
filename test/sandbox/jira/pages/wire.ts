import { z } from "zod";

/**
 * The JSON that the pages and their own endpoints exchange. Outer shapes are those of reference 2.1
 * (`issues`, `sprints`, `columnsData`, `issuesData`, persisted GraphQL); the fields inside that no source
 * shows are the least that the page draws.
 */

const person = z.object({ accountId: z.string(), displayName: z.string() });
export type WirePerson = z.infer<typeof person>;

const status = z.object({
  id: z.string(),
  name: z.string(),
  category: z.enum(["new", "indeterminate", "done"]),
});
export type WireStatus = z.infer<typeof status>;

const reference = z.object({
  id: z.string(),
  key: z.string(),
  summary: z.string(),
  typeName: z.string(),
  /** Sub-task -1, story and its like 0, epic 1, higher above. */
  hierarchyLevel: z.number(),
});
export type WireReference = z.infer<typeof reference>;

const issue = reference.extend({
  status,
  priorityName: z.string(),
  assignee: person.nullable(),
  parent: reference.nullable(),
  sprintIds: z.array(z.number()),
  estimateStatistic: z.object({ statFieldValue: z.object({ value: z.number().nullable() }) }),
  labels: z.array(z.string()),
  dueDate: z.string().nullable(),
  done: z.boolean(),
  /** How many child issues there are; 0 shows no marker. */
  children: z.number(),
});
export type WireIssue = z.infer<typeof issue>;

const sprint = z.object({
  id: z.number(),
  name: z.string(),
  state: z.enum(["ACTIVE", "FUTURE", "CLOSED"]),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  goal: z.string(),
});
export type WireSprint = z.infer<typeof sprint>;

/** `GET /rest/greenhopper/1.0/xboard/plan/v2/backlog/data`: all open issues by rank, sprints in order. */
export const backlogData = z.object({
  issues: z.array(issue),
  sprints: z.array(sprint),
  statuses: z.array(status),
  rankCustomFieldId: z.number(),
});
export type BacklogData = z.infer<typeof backlogData>;

/** `GET /rest/greenhopper/1.0/xboard/work/allData.json`: the issues of the active sprints, by rank. */
export const boardData = z.object({
  columnsData: z.object({
    columns: z.array(z.object({ id: z.string(), name: z.string(), statusIds: z.array(z.string()) })),
  }),
  issuesData: z.object({ issues: z.array(issue) }),
  sprintsData: z.object({ sprints: z.array(sprint) }),
  statuses: z.array(status),
  rankCustomFieldId: z.number(),
});
export type BoardData = z.infer<typeof boardData>;

/** Answer of the persisted query `timelineQuery`: epics and the issues of level 0, by rank; sprints by their start. */
export const timelineData = z.object({ issues: z.array(issue), sprints: z.array(sprint) });
export type TimelineData = z.infer<typeof timelineData>;

export interface RichNode {
  type: string;
  text?: string | undefined;
  attrs?: Record<string, unknown> | undefined;
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined;
  content?: RichNode[] | undefined;
}
const richNode: z.ZodType<RichNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().optional(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    marks: z
      .array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() }))
      .optional(),
    content: z.array(richNode).optional(),
  }),
);

const comment = z.object({ id: z.string(), author: person, body: richNode, created: z.string() });

/** Answer of the persisted query `issueViewQuery`; `issue` is null where there is none to be seen. */
export const issueView = z.object({
  issue: issue
    .extend({
      /** Highest first; the last one is the direct parent. */
      projectId: z.string(),
      projectName: z.string(),
      ancestors: z.array(reference),
      description: richNode.nullable(),
      reporter: person,
      sprint: sprint.nullable(),
      sprintFieldId: z.number(),
      childIssues: z.array(issue),
      linkedIssues: z.array(issue),
      comments: z.array(comment),
      statuses: z.array(status),
      /** What apps show beside their closed panels, by `app:module`. */
      appStatuses: z.record(z.string(), z.object({ label: z.string(), type: z.string() })),
      created: z.string(),
      updated: z.string(),
    })
    .nullable(),
});
export type IssueView = NonNullable<z.infer<typeof issueView>["issue"]>;

/** Answer of the persisted query `navigationQuery`: who is signed in and what the side bar lists. */
export const navigation = z.object({
  user: person.extend({
    /** Of the whole site, and of its projects. */
    isAdmin: z.boolean(),
    isProjectAdmin: z.boolean(),
  }),
  projects: z.array(
    z.object({
      ...{ id: z.string(), key: z.string(), name: z.string() },
      ...{ boardId: z.number(), boardName: z.string() },
    }),
  ),
});
export type Navigation = z.infer<typeof navigation>;

/** Answer of the persisted query `sprintFieldOptionsQuery`: the sprints that the Sprint field can be set to. */
export const sprintOptions = z.object({ sprints: z.array(sprint.pick({ id: true, name: true })) });
export type SprintOptions = z.infer<typeof sprintOptions>;

/** Body of `PUT /rest/greenhopper/1.0/sprint/rank` (reference 2.2). */
export const sprintRank = z.object({
  idOrKeys: z.array(z.string()).min(1),
  sprintId: z.number().nullish(),
  addToBacklog: z.boolean(),
  customFieldId: z.number(),
  rapidViewId: z.number(),
  calculateNewIssuesOrder: z.boolean(),
  idOrKeyBefore: z.string().optional(),
  idOrKeyAfter: z.string().optional(),
});
export type SprintRank = z.infer<typeof sprintRank>;

/** Jira's error collection, as every endpoint of it answers. */
export const errorCollection = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});
