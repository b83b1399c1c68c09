import { ok, type Result } from "../../../shared/domain/result";
import { can, canSee, type Permission } from "./permissions";
import type { JiraIssue, JiraUser } from "./records";
import { noSuchIssue, type Refusal, refuse } from "./refusal";
import type { JiraSite } from "./site";

/** An issue that this person may see, by id or key of today or before a move; else Jira's one 404 for both cases. */
export function getIssue(site: JiraSite, by: JiraUser, idOrKey: string): Result<JiraIssue, Refusal> {
  const issue = site.findIssue(idOrKey);
  return issue !== undefined && canSee(site, by, issue) ? ok(issue) : noSuchIssue();
}

/** The same, where the person must also hold `permission`; 403 if not. */
export function getIssueTo(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  permission: Permission,
  action: string,
): Result<JiraIssue, Refusal> {
  const issue = getIssue(site, by, idOrKey);
  if (!issue.ok || can(site, by, permission)) return issue;
  return refuse(403, `You do not have permission to ${action}.`);
}
