import { z } from "zod";
import { err, ok, type Result } from "../../../../shared/domain/result";
import { sprintRank } from "../pages/wire";
import { rankIssues } from "../rank";
import type { JiraUser } from "../records";
import { type Refusal, refuse } from "../refusal";
import type { JiraSite } from "../site";
import { moveToBacklog, moveToSprint, openSprintOf } from "../sprints";

/**
 * `PUT /rest/greenhopper/1.0/sprint/rank` (reference 2.2): puts issues into a sprint, or into the backlog where
 * `sprintId` is empty, directly before or after the named issue. Those that are there already are only ranked, as
 * sub-tasks can be too.
 */
export function rankInSprint(site: JiraSite, user: JiraUser, requestBody: unknown): Result<null, Refusal> {
  const parsed = sprintRank.safeParse(requestBody);
  if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
  const { idOrKeys, idOrKeyBefore: before, idOrKeyAfter: after } = parsed.data;
  const sprintId = parsed.data.sprintId ?? null;
  const target = { before, after };
  const isThere = (idOrKey: string) => {
    const issue = site.findIssue(idOrKey);
    return issue !== undefined && (openSprintOf(site, issue)?.id ?? null) === sprintId;
  };
  const beside = before !== undefined || after !== undefined;
  const moved =
    beside && idOrKeys.every(isThere)
      ? rankIssues(site, user, idOrKeys, target)
      : sprintId === null
        ? moveToBacklog(site, user, idOrKeys, target)
        : moveToSprint(site, user, idOrKeys, sprintId, target);
  return moved.ok ? ok(null) : err(moved.error);
}
