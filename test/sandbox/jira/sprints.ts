import { ok, type Result } from "../../../shared/domain/result";
import { changeItem, recordChange } from "./changelog";
import { sprintField } from "./fields";
import { getIssue } from "./get-issue";
import { can } from "./permissions";
import { type RankTarget, rankIssues } from "./rank";
import type { ChangeItem, JiraIssue, JiraSprint, JiraUser } from "./records";
import { type Refusal, refuse } from "./refusal";
import type { JiraSite } from "./site";

/** The documented most that one call may move. */
export const mostIssuesPerMove = 50;

/** The sprint that an issue is in now: active or future; null: the backlog. */
export function openSprintOf(site: JiraSite, issue: JiraIssue): JiraSprint | null {
  return site.sprints.find((it) => it.state !== "closed" && issue.sprintIds.includes(it.id)) ?? null;
}

/**
 * Puts one issue and its sub-tasks into a sprint, or with null into the backlog; closed sprints stay in its list.
 * Gives the changelog item; checks nothing.
 */
export function assignSprint(site: JiraSite, issue: JiraIssue, sprint: JiraSprint | null): ChangeItem {
  const named = (ids: number[]) => {
    const sprints = ids.flatMap((id) => site.sprints.find((it) => it.id === id) ?? []);
    return { id: sprints.map((it) => it.id).join(", "), name: sprints.map((it) => it.name).join(", ") };
  };
  const before = issue.sprintIds;
  const closed = before.filter((id) => site.sprints.some((it) => it.id === id && it.state === "closed"));
  const after = sprint === null ? closed : [...closed, sprint.id];
  for (const it of [issue, ...site.childrenOf(issue).filter((child) => child.type.hierarchyLevel < 0)])
    it.sprintIds = [...after];
  return changeItem(
    { field: site.sprintFieldName, fieldId: sprintField, custom: true },
    named(before),
    named(after),
  );
}

/** Why this issue cannot have a sprint of its own; null when it can. */
export const noOwnSprint = (issue: JiraIssue): string | null =>
  issue.type.hierarchyLevel < 0
    ? `${issue.key} is a sub-task. A sub-task is in the sprint of its parent and cannot be moved by itself.`
    : null;

/** Moves at most 50 issues into an active or future sprint and ranks them there. Needs *Schedule issues*. */
export function moveToSprint(
  site: JiraSite,
  by: JiraUser,
  idsOrKeys: readonly string[],
  sprintId: number,
  target: RankTarget = {},
): Result<JiraIssue[], Refusal> {
  const sprint = site.sprints.find((it) => it.id === sprintId);
  if (sprint === undefined || !can(site, by, "BROWSE_PROJECTS")) return refuse(404, "Sprint does not exist.");
  if (sprint.state === "closed") return refuse(400, "Issues can only be moved to open or active sprints.");
  return move(site, by, idsOrKeys, sprint, target);
}

/** Takes at most 50 issues out of every active and future sprint. Needs *Schedule issues*. */
export function moveToBacklog(
  site: JiraSite,
  by: JiraUser,
  idsOrKeys: readonly string[],
  target: RankTarget = {},
): Result<JiraIssue[], Refusal> {
  return move(site, by, idsOrKeys, null, target);
}

function move(
  site: JiraSite,
  by: JiraUser,
  idsOrKeys: readonly string[],
  sprint: JiraSprint | null,
  target: RankTarget,
): Result<JiraIssue[], Refusal> {
  if (idsOrKeys.length > mostIssuesPerMove)
    return refuse(
      400,
      `The maximum number of issues that can be moved in one operation is ${mostIssuesPerMove}.`,
    );
  if (!can(site, by, "SCHEDULE_ISSUES"))
    return refuse(403, "The user does not have permission to assign issues to sprints.");
  const issues: JiraIssue[] = [];
  for (const idOrKey of idsOrKeys) {
    const issue = getIssue(site, by, idOrKey);
    if (!issue.ok) return refuse(400, `${idOrKey}: ${issue.error.errorMessages.join(" ")}`);
    const obstacle = noOwnSprint(issue.value);
    if (obstacle !== null) return refuse(400, obstacle);
    issues.push(issue.value);
  }
  if (target.before !== undefined || target.after !== undefined) {
    const ranked = rankIssues(site, by, idsOrKeys, target);
    if (!ranked.ok) return ranked;
  }
  for (const issue of issues) recordChange(site, issue, by, [assignSprint(site, issue, sprint)]);
  return ok(issues);
}

/** A partial change of a sprint; `state` goes only from future to active and from active to closed. */
export interface SprintPatch {
  name?: string | undefined;
  goal?: string | undefined;
  state?: JiraSprint["state"] | undefined;
  startDate?: string | undefined;
  endDate?: string | undefined;
}

/** Changes, starts or completes a sprint; a start needs both dates. Needs *Manage sprints*. */
export function updateSprint(
  site: JiraSite,
  by: JiraUser,
  sprintId: number,
  patch: SprintPatch,
): Result<JiraSprint, Refusal> {
  const sprint = site.sprints.find((it) => it.id === sprintId);
  if (sprint === undefined || !can(site, by, "BROWSE_PROJECTS")) return refuse(404, "Sprint does not exist.");
  if (!can(site, by, "MANAGE_SPRINTS_PERMISSION"))
    return refuse(403, "You do not have permission to manage sprints on this board.");
  const startDate = patch.startDate ?? sprint.startDate;
  const endDate = patch.endDate ?? sprint.endDate;
  const state = patch.state ?? sprint.state;
  if (state !== sprint.state) {
    const isNext =
      `${sprint.state} ${state}` === "future active" || `${sprint.state} ${state}` === "active closed";
    if (!isNext) return refuse(400, `A ${sprint.state} sprint cannot become ${state}.`);
    if (state === "active" && (startDate === null || endDate === null))
      return refuse(400, "A sprint needs a start date and an end date to be started.");
  }
  if (startDate !== null && endDate !== null && startDate >= endDate)
    return refuse(400, "The start date of a sprint must be before the end date.");
  const before = sprint.state;
  if (state === "closed" && before !== "closed") sprint.completeDate = site.now().toISOString();
  Object.assign(sprint, {
    name: patch.name ?? sprint.name,
    goal: patch.goal ?? sprint.goal,
    state,
    startDate,
    endDate,
  });
  site.emit({ kind: "sprint-changed", sprint, before, by });
  return ok(sprint);
}
