import { randomUUID } from "node:crypto";
import { invalidInput } from "./linear-error";
import type { HistoryChange, Issue } from "./model";
import type { Site } from "./workspace";

/** Changed fields only; null empties a field that may be empty. */
export interface IssueUpdate {
  title?: string | null;
  description?: string | null;
  stateId?: string | null;
  assigneeId?: string | null;
  projectId?: string | null;
  parentId?: string | null;
  cycleId?: string | null;
  teamId?: string | null;
  labelIds?: string[] | null;
  addedLabelIds?: string[] | null;
  removedLabelIds?: string[] | null;
  priority?: number | null;
  estimate?: number | null;
  dueDate?: string | null;
  sortOrder?: number | null;
  subIssueSortOrder?: number | null;
  prioritySortOrder?: number | null;
  trashed?: boolean | null;
  snoozedUntilAt?: string | null;
}

const quietFields = new Set(["cycleId", "sortOrder", "subIssueSortOrder", "prioritySortOrder"]);

/**
 * Checks a change and applies it to the issue in place; nothing is changed where it throws.
 * `bumps`: whether the change counts for `updatedAt`. `serverCycleId`: the cycle that the server adds the issue to by itself.
 * @throws LinearError
 */
export function applyIssueUpdate(
  site: Site,
  issue: Issue,
  input: IssueUpdate,
): { history: HistoryChange; bumps: boolean; serverCycleId: string | null } {
  const { store } = site;
  const at = site.now().toISOString();
  const next: Issue = { ...issue };
  if (input.teamId != null && input.teamId !== site.team.id) store.get("Team", input.teamId);
  if (input.title != null) {
    if (!input.title.trim()) throw invalidInput("title should not be empty");
    next.title = input.title;
  }
  if (input.description !== undefined) next.description = input.description;
  if (input.priority != null) {
    if (input.priority < 0 || input.priority > 4) throw invalidInput("priority must be between 0 and 4");
    next.priority = input.priority;
  }
  if (input.estimate !== undefined) next.estimate = input.estimate;
  if (input.dueDate !== undefined) next.dueDate = input.dueDate;
  if (input.assigneeId !== undefined)
    next.assigneeId = input.assigneeId && store.get("User", input.assigneeId).id;
  if (input.projectId !== undefined && input.projectId !== issue.projectId) {
    next.projectId = input.projectId && store.get("Project", input.projectId).id;
    next.addedToProjectAt = next.projectId === null ? null : at;
  }
  if (input.parentId !== undefined)
    next.parentId = input.parentId && parentFor(site, issue.id, input.parentId);
  if (input.cycleId !== undefined && input.cycleId !== issue.cycleId) {
    next.cycleId = input.cycleId && store.get("Cycle", input.cycleId).id;
    next.addedToCycleAt = next.cycleId === null ? null : at;
  }
  next.labelIds = labelsAfter(site, issue.labelIds, input);
  if (input.sortOrder != null) next.sortOrder = input.sortOrder;
  if (input.subIssueSortOrder !== undefined) next.subIssueSortOrder = input.subIssueSortOrder;
  if (input.prioritySortOrder != null) next.prioritySortOrder = input.prioritySortOrder;
  if (input.trashed !== undefined) next.trashed = input.trashed;
  if (input.snoozedUntilAt !== undefined) next.snoozedUntilAt = input.snoozedUntilAt;
  const serverCycleId = enterState(site, next, input, at);

  const history = differences(issue, next);
  Object.assign(issue, next);
  const bumps = Object.keys(input).some((field) => !quietFields.has(field));
  return { history, bumps, serverCycleId };
}

/** Sets the state with its times; gives the active cycle where the server adds the issue to it. */
function enterState(site: Site, next: Issue, input: IssueUpdate, at: string): string | null {
  if (input.stateId == null || input.stateId === next.stateId) return null;
  const { id, type } = site.store.get("WorkflowState", input.stateId);
  next.stateId = id;
  next.startedAt = type === "started" || type === "completed" ? (next.startedAt ?? at) : null;
  next.completedAt = type === "completed" ? at : null;
  next.canceledAt = type === "canceled" ? at : null;
  const { cycleIssueAutoAssignStarted: started, cycleIssueAutoAssignCompleted: completed } = site.team;
  const assigns = (type === "started" && started) || (type === "completed" && completed);
  if (!assigns || next.cycleId !== null || input.cycleId !== undefined) return null;
  const active = site.store.all("Cycle").find((cycle) => cycle.startsAt <= at && at < cycle.endsAt);
  return active?.id ?? null;
}

/** The server's own step after a change of state; nobody is its actor. The reference infers that Linear does this. */
export function addToCycle(site: Site, issue: Issue, cycleId: string): void {
  const { history } = applyIssueUpdate(site, issue, { cycleId });
  const at = site.now().toISOString();
  site.store.touch(issue);
  const entry = { id: randomUUID(), createdAt: at, updatedAt: at, issueId: issue.id, actorId: null };
  site.store.insert({ typename: "IssueHistory", ...entry, ...history });
}

function parentFor(site: Site, issueId: string, parentId: string): string {
  const parent = site.store.get("Issue", parentId);
  const seen = new Set<string>();
  for (let above: Issue | undefined = parent; above && !seen.has(above.id); ) {
    if (above.id === issueId) throw invalidInput("An issue cannot be a parent of itself");
    seen.add(above.id);
    above = above.parentId === null ? undefined : site.store.find("Issue", above.parentId);
  }
  return parent.id;
}

/** A group itself is no label for issues, and of one group an issue carries at most one. */
function labelsAfter(site: Site, before: readonly string[], input: IssueUpdate): string[] {
  const removed = new Set(input.removedLabelIds ?? []);
  const ids = [...new Set([...(input.labelIds ?? before), ...(input.addedLabelIds ?? [])])];
  const after = ids.filter((id) => !removed.has(id));
  if (input.labelIds === undefined && input.addedLabelIds === undefined) return after;
  const groups = new Set<string>();
  for (const label of after.map((id) => site.store.get("IssueLabel", id))) {
    if (label.isGroup) throw invalidInput(`Label group "${label.name}" cannot be used as a label`);
    if (label.parentId === null) continue;
    if (groups.has(label.parentId)) throw invalidInput("labelIds contain two labels of one label group");
    groups.add(label.parentId);
  }
  return after;
}

const traced = [
  "stateId",
  "cycleId",
  "projectId",
  "parentId",
  "assigneeId",
  "title",
  "priority",
  "estimate",
  "dueDate",
] as const;

function differences(before: Issue, after: Issue): HistoryChange {
  const change: HistoryChange = {};
  for (const field of traced) {
    if (before[field] === after[field]) continue;
    const name = field.charAt(0).toUpperCase() + field.slice(1);
    Object.assign(change, { [`from${name}`]: before[field], [`to${name}`]: after[field] });
  }
  const added = after.labelIds.filter((id) => !before.labelIds.includes(id));
  const removed = before.labelIds.filter((id) => !after.labelIds.includes(id));
  if (added.length > 0) change.addedLabelIds = added;
  if (removed.length > 0) change.removedLabelIds = removed;
  if (before.description !== after.description) change.updatedDescription = true;
  if (before.trashed !== after.trashed) change.trashed = after.trashed === true;
  return change;
}
