import { randomUUID } from "node:crypto";
import { uuidPattern } from "./ids";
import { addToCycle, applyIssueUpdate, type IssueUpdate } from "./issue-update";
import { invalidInput, notFound } from "./linear-error";
import type { Issue } from "./model";
import { type Actor, type Site, userIdOf } from "./workspace";

export type IssueCreate = Omit<IssueUpdate, "addedLabelIds" | "removedLabelIds" | "trashed"> & {
  id?: string | null;
  teamId: string;
  createdAt?: string | null;
  completedAt?: string | null;
};

/** Finds an issue by id or by identifier such as "ATL-42", in any case. @throws LinearError */
export function issueBy(site: Site, idOrIdentifier: string): Issue {
  const found = site.store.find("Issue", idOrIdentifier);
  if (found) return found;
  const [, key, number] = /^([A-Z][A-Z0-9]*)-(\d+)$/i.exec(idOrIdentifier) ?? [];
  const byNumber =
    key?.toUpperCase() === site.team.key
      ? site.store.all("Issue").find((issue) => issue.number === Number(number))
      : undefined;
  if (!byNumber) throw notFound("Issue");
  return byNumber;
}

/** Creates an issue in the team's default state unless told otherwise. @throws LinearError */
export function createIssue(site: Site, actor: Actor, input: IssueCreate): Issue {
  const { store, team } = site;
  const { id, teamId, createdAt, completedAt, ...fields } = input;
  if (teamId !== team.id && teamId.toUpperCase() !== team.key) throw notFound("Team");
  if (id != null && !uuidPattern.test(id)) throw invalidInput("id must be a UUID");
  if (id != null && store.find("Issue", id)) throw invalidInput(`Issue ${id} exists already`);
  if (!fields.title?.trim()) throw invalidInput("title should not be empty");
  const at = site.now().toISOString();
  const others = store.all("Issue");
  const sortOrder = others.reduce((least, one) => Math.min(least, one.sortOrder), 0) - 100;
  const issue: Issue = {
    typename: "Issue",
    id: id ?? randomUUID(),
    createdAt: createdAt ?? at,
    updatedAt: at,
    number: others.reduce((most, one) => Math.max(most, one.number), 0) + 1,
    title: fields.title,
    description: null,
    teamId: team.id,
    stateId: team.defaultIssueStateId,
    assigneeId: null,
    creatorId: userIdOf(actor),
    projectId: null,
    parentId: null,
    cycleId: null,
    labelIds: [],
    priority: 0,
    estimate: null,
    dueDate: null,
    sortOrder,
    subIssueSortOrder: null,
    prioritySortOrder: sortOrder,
    addedToCycleAt: null,
    addedToProjectAt: null,
    startedAt: null,
    completedAt: null,
    canceledAt: null,
    trashed: null,
  };
  const { serverCycleId } = applyIssueUpdate(site, issue, fields);
  if (completedAt != null) issue.completedAt = completedAt;
  store.insert(issue);
  if (serverCycleId !== null) addToCycle(site, issue, serverCycleId);
  return issue;
}

/**
 * Changes the fields given, and writes what changed to the issue's history.
 * `updatedAt` stays where only the cycle or an order changed (seen in the client; for the server inferred).
 * @throws LinearError
 */
export function updateIssue(site: Site, actor: Actor, idOrIdentifier: string, input: IssueUpdate): Issue {
  const issue = issueBy(site, idOrIdentifier);
  const { history, bumps, serverCycleId } = applyIssueUpdate(site, issue, input);
  const at = site.now().toISOString();
  if (bumps) issue.updatedAt = at;
  site.store.touch(issue);
  if (Object.keys(history).length > 0) {
    const entry = { id: randomUUID(), createdAt: at, updatedAt: at };
    const by = { issueId: issue.id, actorId: userIdOf(actor) };
    site.store.insert({ typename: "IssueHistory", ...entry, ...by, ...history });
  }
  if (serverCycleId !== null) addToCycle(site, issue, serverCycleId);
  return issue;
}

/** The same change to at most 50 issues: all or none. @throws LinearError */
export function updateIssues(site: Site, actor: Actor, ids: readonly string[], input: IssueUpdate): Issue[] {
  if (ids.length > 50) throw invalidInput("ids must contain no more than 50 elements");
  for (const id of ids) applyIssueUpdate(site, { ...site.store.get("Issue", id) }, input);
  return ids.map((id) => updateIssue(site, actor, id, input));
}

/** Several new issues, in order; stops at the first that is refused. @throws LinearError */
export function createIssues(site: Site, actor: Actor, inputs: readonly IssueCreate[]): Issue[] {
  if (inputs.length > 50) throw invalidInput("issues must contain no more than 50 elements");
  return inputs.map((input) => createIssue(site, actor, input));
}
