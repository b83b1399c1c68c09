import { z } from "zod";
import type { FieldPart } from "../../../shared/tracker/part-write";
import type { Operation } from "./ask-linear";
import { comment, nodes } from "./wire";

const id = z.string().min(1);
const one = z.object({ id });
const paged = <T extends z.ZodType>(node: T) =>
  z.object({
    nodes: z.array(node),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  });

/** The documents of one title on a project or an issue, newest first, and which of the two the object is. */
export const pagesOf = {
  query: `query PlumblinePages($object: ID!, $issue: ID!, $title: String!) {
    projects(filter: { id: { eq: $object } }, first: 1) { nodes { id } }
    issues(filter: { id: { eq: $issue } }, first: 1, includeArchived: true) { nodes { id } }
    documents(
      filter: {
        title: { eq: $title }
        or: [{ project: { id: { eq: $object } } }, { issue: { id: { eq: $issue } } }]
      }
      first: 10
      orderBy: createdAt
    ) { nodes { id content documentContentId } }
  }`,
  data: z.object({
    projects: nodes(one),
    issues: nodes(one),
    documents: nodes(z.object({ id, content: z.string().nullish(), documentContentId: id.nullish() })),
  }),
} satisfies Operation<unknown>;
export type Pages = z.infer<typeof pagesOf.data>;

/** What an issue serves, its labels and until when it is put off; and the labels that are lanes. */
export const issueState = {
  query: `query PlumblineIssue($issue: String!) {
    issue(id: $issue) {
      snoozedUntilAt
      project { id }
      labels(first: 100) { nodes { id name parent { name } } }
    }
    issueLabels(filter: { parent: { name: { eqIgnoreCase: "lane" } } }, first: 50) { nodes { id name } }
    groups: issueLabels(filter: { name: { eqIgnoreCase: "lane" }, isGroup: { eq: true } }, first: 1) { nodes { id } }
  }`,
  data: z.object({
    issue: z.object({
      snoozedUntilAt: z.string().nullish(),
      project: one.nullish(),
      labels: nodes(one.extend({ name: z.string(), parent: z.object({ name: z.string() }).nullish() })),
    }),
    issueLabels: nodes(one.extend({ name: z.string() })),
    groups: nodes(one),
  }),
} satisfies Operation<unknown>;
export type IssueState = z.infer<typeof issueState.data>;

const fieldTexts = {
  parent: "project { id }",
  deferral: "snoozedUntilAt",
  lane: 'labels(first: 10, filter: { parent: { name: { eqIgnoreCase: "lane" } } }) { nodes { id name parent { name } } }',
} satisfies Record<FieldPart, string>;

/** One field of up to 50 issues. What is not asked for reads as if there were none. */
export const fieldOfIssues = (part: FieldPart) =>
  ({
    query: `query PlumblineFields($issues: [ID!]!, $first: Int!) {
      issues(filter: { id: { in: $issues } }, first: $first, includeArchived: true) {
        nodes { id ${fieldTexts[part]} }
      }
    }`,
    data: z.object({ issues: nodes(z.unknown()) }),
  }) satisfies Operation<unknown>;
export const issueFields = issueState.data.shape.issue.extend({
  id,
  labels: issueState.data.shape.issue.shape.labels.default([]),
});

const done = z.object({ success: z.literal(true) });
const mutation = <Name extends string>(name: Name, variables: string, call: string, gives = "") =>
  ({
    query: `mutation Plumbline(${variables}) { it: ${name}(${call}) { success ${gives} } }`,
    data: z.object({ it: done }),
  }) satisfies Operation<unknown>;

export const updateIssue = mutation(
  "issueUpdate",
  "$id: String!, $input: IssueUpdateInput!",
  "id: $id, input: $input",
);
export const createDocument = mutation("documentCreate", "$input: DocumentCreateInput!", "input: $input");
export const updateDocument = mutation(
  "documentUpdate",
  "$id: String!, $input: DocumentUpdateInput!",
  "id: $id, input: $input",
);
export const createComment = mutation("commentCreate", "$input: CommentCreateInput!", "input: $input");
export const createLabel = {
  ...mutation("issueLabelCreate", "$input: IssueLabelCreateInput!", "input: $input", "issueLabel { id }"),
  data: z.object({ it: done.extend({ issueLabel: one }) }),
} satisfies Operation<unknown>;

export const commentById = {
  query: `query PlumblineComment($id: ID!) { comments(filter: { id: { eq: $id } }, first: 1) { nodes { id } } }`,
  data: z.object({ comments: nodes(one) }),
} satisfies Operation<unknown>;

export const commentsOf = {
  query: `query PlumblineComments($document: String!, $after: String) {
    document(id: $document) {
      comments(first: 100, after: $after, orderBy: createdAt) {
        nodes { id body createdAt editedAt user { id name app } botActor { id name } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  data: z.object({ document: z.object({ comments: paged(comment.extend({ id })) }) }),
} satisfies Operation<unknown>;

const historyEntry = z.object({
  contentDataSnapshotAt: z.string(),
  actorIds: z.array(z.string()).nullish(),
  contentData: z.unknown(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;
const histories = z.record(z.string(), z.object({ history: z.array(historyEntry) }));
export type Histories = z.infer<typeof histories>;
const historyOf = (document: string, at: number) =>
  `h${at}: documentContentHistory(id: ${JSON.stringify(document)}) { history { contentDataSnapshotAt actorIds contentData } }`;

/**
 * The texts that documents had, newest first, as `h0`, `h1`, ... `contentData` is marked internal: a ProseMirror document (schema of
 * July 2026), without which an entry still says who and when.
 */
export const documentHistories = (ids: readonly string[]) =>
  ({
    query: `query PlumblineHistory { ${ids.map(historyOf).join(" ")} }`,
    data: histories,
  }) satisfies Operation<unknown>;

/** The statements of many projects and issues, newest first, with who made them and who changed them last. */
export const statementPages = {
  query: `query PlumblineStatements($projects: [ID!]!, $issues: [ID!]!, $after: String) {
    documents(
      filter: {
        title: { eq: "Problem statement" }
        or: [{ project: { id: { in: $projects } } }, { issue: { id: { in: $issues } } }]
      }
      first: 100
      after: $after
      orderBy: createdAt
    ) {
      nodes { content documentContentId project { id } issue { id } creator { id } updatedBy { id } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  data: z.object({
    documents: paged(
      z.object({
        ...{ content: z.string().nullish(), documentContentId: id.nullish() },
        ...{ project: one.nullish(), issue: one.nullish() },
        ...{ creator: one.nullish(), updatedBy: one.nullish() },
      }),
    ),
  }),
} satisfies Operation<unknown>;
export type StatementPage = z.infer<typeof statementPages.data>["documents"]["nodes"][number];

/** A hundred tickets of a project, and of sub-issues that lie outside any: they take what their parent serves. */
export const issuesBelow = {
  query: `query PlumblineBelow($project: ID!, $issue: ID!, $after: String) {
    issues(
      filter: {
        or: [
          { project: { id: { eq: $project } } }
          { project: { null: true }, parent: { project: { id: { eq: $project } } } }
          { project: { null: true }, parent: { id: { eq: $issue } } }
        ]
      }
      first: 100
      after: $after
    ) {
      nodes {
        id identifier title
        project { id }
        parent { id }
        documents(first: 1, filter: { title: { eq: "Problem statement" } }) { nodes { id } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  data: z.object({
    issues: paged(
      one.extend({
        ...{ identifier: z.string(), title: z.string() },
        ...{ project: one.nullish(), parent: one.nullish(), documents: nodes(one) },
      }),
    ),
  }),
} satisfies Operation<unknown>;

/** The initiatives of the workspace. */
export const initiatives = {
  query: `query PlumblineAims($after: String) {
    initiatives(first: 50, after: $after) {
      nodes { id name description status url }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  data: z.object({
    initiatives: paged(
      one.extend({
        ...{ name: z.string(), description: z.string().nullish() },
        ...{ status: z.string(), url: z.string() },
      }),
    ),
  }),
} satisfies Operation<unknown>;

/** The comments on an issue itself. */
export const issueComments = {
  query: `query PlumblineIssueComments($issue: String!, $after: String) {
    issue(id: $issue) {
      comments(first: 100, after: $after, orderBy: createdAt) {
        nodes { id body createdAt editedAt user { id name app } botActor { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  data: z.object({ issue: z.object({ comments: paged(comment.extend({ id })) }) }),
} satisfies Operation<unknown>;

/** People as comments mention them: by their address. */
export const peopleByIds = {
  query: `query PlumblinePeople($ids: [ID!]!) { users(filter: { id: { in: $ids } }, first: 100) { nodes { id url name } } }`,
  data: z.object({ users: nodes(one.extend({ url: z.string(), name: z.string() })) }),
} satisfies Operation<unknown>;

export const peopleByName = {
  query: `query PlumblineFindPeople($words: String!) {
    users(
      first: 10
      filter: {
        active: { eq: true }
        or: [{ name: { containsIgnoreCase: $words } }, { displayName: { containsIgnoreCase: $words } }]
      }
    ) { nodes { id name } }
  }`,
  data: z.object({ users: nodes(one.extend({ name: z.string() })) }),
} satisfies Operation<unknown>;

export const teamsByName = {
  query: `query PlumblineFindTeams($words: String!) {
    teams(
      first: 10
      filter: { or: [{ name: { containsIgnoreCase: $words } }, { key: { containsIgnoreCase: $words } }] }
    ) { nodes { name } }
  }`,
  data: z.object({ teams: nodes(z.object({ name: z.string() })) }),
} satisfies Operation<unknown>;

export const viewer = {
  query: "query PlumblineMe { viewer { id } }",
  data: z.object({ viewer: one }),
} satisfies Operation<unknown>;

/** The people of the team with this key or name. */
export const teamMembers = {
  query: `query PlumblineTeam($name: String!, $after: String) {
    teams(filter: { or: [{ key: { eq: $name } }, { name: { eq: $name } }] }, first: 1) {
      nodes {
        members(first: 100, after: $after) { nodes { id active app } pageInfo { hasNextPage endCursor } }
      }
    }
  }`,
  data: z.object({
    teams: nodes(z.object({ members: paged(one.extend({ active: z.boolean(), app: z.boolean() })) })),
  }),
} satisfies Operation<unknown>;
