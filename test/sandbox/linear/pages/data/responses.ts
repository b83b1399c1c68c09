import { z } from "zod";
import { eventSentence, historyEntry } from "./event-sentence";
import type { Issue, IssueDetail, Notification, ProjectDetail, Workspace } from "./model";
import { notificationSentence } from "./notification-sentence";

const reference = z.object({ id: z.string() }).nullable();
const nodes = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node) });

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

const notificationsAnswer = z.object({
  notifications: nodes(
    z.object({
      id: z.string(),
      type: z.string(),
      createdAt: z.string(),
      actor: reference,
      issue: z.object({ id: z.string() }).optional(),
    }),
  ),
});

/** Reads the answer to `notificationsQuery`: those about issues, of the kinds that the inbox words. Throws a ZodError on anything else. */
export function readNotifications(data: unknown): Notification[] {
  return notificationsAnswer.parse(data).notifications.nodes.flatMap((node) => {
    const sentence = notificationSentence(node.type);
    if (!node.issue || sentence === null) return [];
    const { id, createdAt, actor, issue } = node;
    return [{ id, createdAt, issueId: issue.id, actorId: actor?.id ?? null, sentence }];
  });
}

const projectAnswer = z.object({
  project: z.object({
    description: z.string(),
    initiatives: nodes(z.object({ id: z.string(), name: z.string() })),
    documents: nodes(z.object({ id: z.string(), title: z.string(), url: z.url() })),
  }),
});

/** Reads the answer to `projectDetailQuery`; throws a ZodError on anything else. */
export function readProjectDetail(data: unknown): ProjectDetail {
  const { description, initiatives, documents } = projectAnswer.parse(data).project;
  return {
    description,
    initiatives: initiatives.nodes,
    documents: documents.nodes.map(({ id, title, url }) => ({ id, title, path: new URL(url).pathname })),
  };
}

const person = z.object({ name: z.string() }).nullable();
const detailAnswer = z.object({
  issue: z.object({
    id: z.string(),
    description: z.string().nullable(),
    creator: reference,
    comments: nodes(z.object({ id: z.string(), body: z.string(), createdAt: z.string(), user: person })),
    history: nodes(historyEntry),
  }),
});

/** Reads the answer to `issueDetailQuery`; throws a ZodError on anything else. */
export function readIssueDetail(data: unknown): IssueDetail {
  const { id, description, creator, comments, history } = detailAnswer.parse(data).issue;
  return {
    id,
    description: description ?? "",
    creatorId: creator?.id ?? null,
    comments: comments.nodes.map(({ user, ...comment }) => ({ ...comment, author: user?.name ?? "Linear" })),
    events: history.nodes.flatMap((entry) => {
      const sentence = eventSentence(entry);
      if (sentence === null) return [];
      return [{ id: entry.id, createdAt: entry.createdAt, actor: entry.actor?.name ?? "Linear", sentence }];
    }),
  };
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}
