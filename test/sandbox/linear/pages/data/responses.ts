import { z } from "zod";
import type { Issue, Workspace } from "./model";
import { nodes, reference } from "./response-parts";

const workspaceAnswer = z.object({
  viewer: z.object({ id: z.string() }),
  organization: z.object({ name: z.string(), urlKey: z.string() }),
  teams: nodes(z.object({ id: z.string(), key: z.string(), name: z.string() })),
  users: nodes(z.object({ id: z.string(), name: z.string() })),
  workflowStates: nodes(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      color: z.string(),
      position: z.number(),
    }),
  ),
  projects: nodes(
    z.object({
      id: z.string(),
      name: z.string(),
      color: z.string(),
      slugId: z.string(),
      status: z.object({ name: z.string() }),
      lead: reference,
    }),
  ),
  cycles: nodes(
    z.object({
      id: z.string(),
      number: z.number(),
      name: z.string().nullable(),
      isActive: z.boolean(),
      isPast: z.boolean(),
      startsAt: z.string(),
      endsAt: z.string(),
    }),
  ),
  issueLabels: nodes(z.object({ id: z.string(), name: z.string(), color: z.string(), isGroup: z.boolean() })),
  customViews: nodes(
    z.object({
      id: z.string(),
      name: z.string(),
      color: z.string(),
      slugId: z.string(),
      filterData: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** Reads the answer to `workspaceQuery`; throws a ZodError on anything else. */
export function readWorkspace(data: unknown): Workspace {
  const answer = workspaceAnswer.parse(data);
  return {
    viewerId: answer.viewer.id,
    name: answer.organization.name,
    urlKey: answer.organization.urlKey,
    teams: answer.teams.nodes,
    users: byId(answer.users.nodes),
    states: byId(answer.workflowStates.nodes),
    projects: byId(
      answer.projects.nodes.map(({ status, lead, ...project }) => ({
        ...project,
        status: status.name,
        leadId: lead?.id ?? null,
      })),
    ),
    cycles: byId(answer.cycles.nodes),
    labels: byId(answer.issueLabels.nodes),
    views: byId(answer.customViews.nodes),
  };
}

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const issuesAnswer = z.object({
  issues: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        identifier: z.string(),
        number: z.number(),
        title: z.string(),
        priority: z.number(),
        estimate: z.number().nullable(),
        sortOrder: z.number(),
        createdAt: z.string(),
        dueDate: z.string().nullable(),
        labelIds: z.array(z.string()),
        team: z.object({ id: z.string() }),
        state: z.object({ id: z.string() }),
        assignee: reference,
        creator: reference,
        project: reference,
        cycle: reference,
        parent: reference,
      }),
    ),
    pageInfo,
  }),
});

/** Reads one page of issues; `next` is the cursor of the page after it, null on the last. Throws a ZodError on anything else. */
export function readIssues(data: unknown): { issues: Issue[]; next: string | null } {
  const { nodes, pageInfo } = issuesAnswer.parse(data).issues;
  const issues = nodes.map(({ team, state, assignee, creator, project, cycle, parent, ...fields }) => ({
    ...fields,
    teamId: team.id,
    stateId: state.id,
    assigneeId: assignee?.id ?? null,
    creatorId: creator?.id ?? null,
    projectId: project?.id ?? null,
    cycleId: cycle?.id ?? null,
    parentId: parent?.id ?? null,
  }));
  return { issues, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

const matchingAnswer = z.object({
  issues: z.object({ nodes: z.array(z.object({ id: z.string() })), pageInfo }),
});

/** Reads one page of the ids of issues that pass a filter; `next` as in `readIssues`. Throws a ZodError on anything else. */
export function readMatchingIssues(data: unknown): { ids: string[]; next: string | null } {
  const { nodes, pageInfo } = matchingAnswer.parse(data).issues;
  return { ids: nodes.map(({ id }) => id), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}
