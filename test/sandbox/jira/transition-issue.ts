import { ok, type Result } from "../../../shared/domain/result";
import { changeItem, recordChange } from "./changelog";
import { getIssueTo } from "./get-issue";
import type { JiraIssue, JiraUser } from "./records";
import { type Refusal, refuse } from "./refusal";
import type { JiraSite } from "./site";
import { transitionsOf } from "./workflow";

/** The same, after every app that validates transitions was asked. */
export async function validatedTransition(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  transitionId: string,
): Promise<Result<JiraIssue, Refusal>> {
  const issue = getIssueTo(site, by, idOrKey, "TRANSITION_ISSUES", "transition this issue");
  if (!issue.ok) return issue;
  const to = transitionsOf(issue.value).find((it) => it.id === transitionId)?.to.id;
  if (to !== undefined)
    for (const validate of site.validators) {
      const objection = await validate(issue.value, { from: issue.value.status.id, to }, by);
      if (objection !== null) return refuse(400, objection);
    }
  return transitionIssue(site, by, idOrKey, transitionId);
}

/** Moves an issue along one of its transitions. Needs *Transition issues*. */
export function transitionIssue(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  transitionId: string,
): Result<JiraIssue, Refusal> {
  const issue = getIssueTo(site, by, idOrKey, "TRANSITION_ISSUES", "transition this issue");
  if (!issue.ok) return issue;
  const transition = transitionsOf(issue.value).find((it) => it.id === transitionId);
  if (transition === undefined)
    return refuse(400, "It seems that you have tried to perform an illegal workflow operation.");
  const { status: from, resolved } = issue.value;
  const { to } = transition;
  const isDone = to.category.key === "done";
  issue.value.status = to;
  issue.value.resolved = isDone ? (resolved ?? site.now().toISOString()) : null;
  const resolution = (done: boolean) => (done ? { id: "10000", name: "Done" } : { id: null, name: null });
  recordChange(site, issue.value, by, [
    changeItem({ field: "status", fieldId: "status" }, from, to),
    changeItem(
      { field: "resolution", fieldId: "resolution" },
      resolution(resolved !== null),
      resolution(isDone),
    ),
  ]);
  return ok(issue.value);
}
