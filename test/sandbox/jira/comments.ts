import { ok, type Result } from "../../../shared/domain/result";
import { type AdfNode, adfToText } from "./adf";
import { getIssue, getIssueTo } from "./get-issue";
import { can } from "./permissions";
import type { JiraComment, JiraIssue, JiraUser } from "./records";
import { type Refusal, refuse, refuseFields } from "./refusal";
import type { JiraSite } from "./site";

const empty = () => refuseFields({ comment: "Comment body can not be empty!" });
const isEmpty = (body: AdfNode) => adfToText(body).trim() === "";

/** Adds a comment as this person. Needs *Add comments*. */
export function addComment(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  body: AdfNode,
  properties: ReadonlyMap<string, unknown> = new Map(),
): Result<JiraComment, Refusal> {
  const issue = getIssueTo(site, by, idOrKey, "ADD_COMMENTS", "comment on this issue");
  if (!issue.ok) return issue;
  if (isEmpty(body)) return empty();
  const at = site.now().toISOString();
  const comment: JiraComment = {
    ...{ id: site.nextId(), author: by, updateAuthor: by, body, created: at, updated: at },
    properties: new Map(properties),
  };
  issue.value.comments.push(comment);
  issue.value.updated = at;
  site.emit({ kind: "comment-added", issue: issue.value, comment, by });
  return ok(comment);
}

/** Replaces a comment's body and marks who did it. Needs *Edit own* or *Edit all comments*. */
export function editComment(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  commentId: string,
  body: AdfNode,
): Result<JiraComment, Refusal> {
  const found = findComment(site, by, idOrKey, commentId);
  if (!found.ok) return found;
  const { issue, comment } = found.value;
  if (!can(site, by, comment.author === by ? "EDIT_OWN_COMMENTS" : "EDIT_ALL_COMMENTS"))
    return refuse(400, `You do not have the permission to edit the comment with id: ${commentId}.`);
  if (isEmpty(body)) return empty();
  const at = site.now().toISOString();
  Object.assign(comment, { body, updateAuthor: by, updated: at });
  issue.updated = at;
  site.emit({ kind: "comment-edited", issue, comment, by });
  return ok(comment);
}

/** Removes a comment. Needs *Delete own* or *Delete all comments*. */
export function deleteComment(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  commentId: string,
): Result<JiraComment, Refusal> {
  const found = findComment(site, by, idOrKey, commentId);
  if (!found.ok) return found;
  const { issue, comment } = found.value;
  if (!can(site, by, comment.author === by ? "DELETE_OWN_COMMENTS" : "DELETE_ALL_COMMENTS"))
    return refuse(400, `You do not have the permission to delete the comment with id: ${commentId}.`);
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  issue.updated = site.now().toISOString();
  site.emit({ kind: "comment-deleted", issue, comment, by });
  return ok(comment);
}

/** One comment of an issue that this person may see. */
export function findComment(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  commentId: string,
): Result<{ issue: JiraIssue; comment: JiraComment }, Refusal> {
  const issue = getIssue(site, by, idOrKey);
  if (!issue.ok) return issue;
  const comment = issue.value.comments.find((it) => it.id === commentId);
  if (comment === undefined) return refuse(404, `Can not find a comment for the id: ${commentId}.`);
  return ok({ issue: issue.value, comment });
}
