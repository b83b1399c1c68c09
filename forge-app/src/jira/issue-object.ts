import { z } from "zod";
import { type BreakGlassEvidence, breakGlassIn } from "../../../shared/domain/break-glass";
import type { WorkItem } from "../../../shared/domain/issue";
import type { SprintChange } from "../../../shared/domain/sprint-history";
import { type Evidence, evidenceFrom } from "../../../shared/domain/statement-evidence";
import { type Comment, commentPage, textOf } from "../../../shared/jira/comment";
import { propertyKeys } from "../../../shared/jira/property-keys";
import { readWorkItem } from "../../../shared/jira/work-item";
import { changesIn, history } from "./sprint-changes";
import { writersIn } from "./writers-in";

/** An issue as the server's gate reads it: with its sprints, and with all comments where they came along. */
export interface IssueObject {
  item: WorkItem;
  /** It is wherever its parent is, and cannot be moved by itself. */
  isSubtask: boolean;
  /** UTC ISO moments by Jira's clock. */
  createdAt: string;
  updatedAt: string;
  /** The open or future sprint that it is in, by id; null: the backlog. */
  place: string | null;
  /** When each sprint that it was in ended, by id. */
  endedAt: ReadonlyMap<string, string>;
  /** What the comments say; null: not all of them came along. */
  evidence: Evidence | null;
  glass: BreakGlassEvidence[] | null;
  /** How it came to be in its sprints, oldest first; null: not all of it came along. */
  changes: SprintChange[] | null;
  /** Whose histories were asked for, by account id, and which of them wrote its statement; see `readWriters`. */
  writersAmong: readonly string[];
  writers: string[];
  /** What is noted beside it of a standing; undefined: nothing, or it was not asked for. */
  mirror: unknown;
}

const sprint = z.object({
  id: z.number(),
  state: z.string(),
  completeDate: z.string().nullish(),
  endDate: z.string().nullish(),
});
const raw = z.object({
  fields: z.looseObject({
    created: z.string(),
    updated: z.string(),
    issuetype: z.object({ hierarchyLevel: z.number().default(0), subtask: z.boolean().default(false) }),
    comment: z.unknown(),
  }),
});

/** What comes along where it is asked for. */
const along = z.looseObject({
  changelog: z
    .object({ total: z.number(), histories: z.array(history) })
    .nullish()
    .catch(null),
  properties: z.record(z.string(), z.unknown()).default({}),
});

/** Null: Jira gives the latest forty changes of an issue and no more (platform specification, 2026-05). */
function sprintChangesIn(
  { total, histories }: { total: number; histories: z.infer<typeof history>[] },
  sprintField: string,
): SprintChange[] | null {
  // The latest comes first.
  return histories.length < total ? null : changesIn(histories.toReversed(), sprintField);
}

/** The fields that an issue is to be asked for with. */
export const issueFields = (sprintField: string | null): string[] => [
  ...["summary", "issuetype", "parent", "created", "updated", "comment"],
  ...(sprintField === null ? [] : [sprintField]),
];

/** An issue of a `bulkfetch` that was asked for the histories of people `among`; null: it has another shape. */
export function readIssueObject(
  json: unknown,
  origin: string,
  sprintField: string | null,
  among: readonly string[],
): IssueObject | null {
  const item = readWorkItem(json, origin);
  const { data } = raw.safeParse(json);
  if (item === null || data === undefined) return null;
  const { created, updated, issuetype, comment, ...fields } = data.fields;
  const sprints = (sprintField && z.array(sprint).safeParse(fields[sprintField]).data) || [];
  const open = sprints.find(({ state }) => state !== "closed");
  const page = commentPage.safeParse(comment).data;
  const { changelog, properties } = along.parse(json);
  // Jira may give the first page of many.
  const all = page && page.comments.length === page.total ? page.comments : null;
  return {
    item,
    isSubtask: issuetype.subtask || issuetype.hierarchyLevel < 0,
    createdAt: new Date(created).toISOString(),
    updatedAt: new Date(updated).toISOString(),
    place: open === undefined ? null : String(open.id),
    endedAt: new Map(
      sprints.flatMap(({ id, state, completeDate, endDate }) =>
        state === "closed" ? [[String(id), completeDate ?? endDate ?? ""] as const] : [],
      ),
    ),
    evidence: all && evidenceIn(item.id, all),
    glass: all && glassIn(all),
    changes: changelog && sprintField !== null ? sprintChangesIn(changelog, sprintField) : null,
    writersAmong: among,
    writers: writersIn(properties),
    mirror: properties[propertyKeys.standing],
  };
}

export const evidenceIn = (object: string, comments: readonly Comment[]): Evidence =>
  evidenceFrom(object, comments.flatMap(textOf));

export const glassIn = (comments: readonly Comment[]): BreakGlassEvidence[] =>
  comments.flatMap(textOf).flatMap(({ text, facts }) => breakGlassIn(text, facts));
