import { ok, type Result } from "../../../shared/domain/result";
import { type Comment, commentPage } from "../../../shared/jira/comment";
import { readComments } from "../../../shared/jira/read-comments";
import type { AskJira, JiraFailure } from "./ask-jira";

/** Every comment of an issue, oldest first; null: they change too fast to be read whole, or may not be seen. */
export async function readAllComments(
  ask: AskJira,
  issue: string,
): Promise<Result<Comment[] | null, JiraFailure>> {
  const path = `/rest/api/3/issue/${encodeURIComponent(issue)}/comment`;
  const all = await readComments((startAt) =>
    ask({ method: "GET", path: `${path}?startAt=${startAt}&maxResults=100&orderBy=created` }, commentPage),
  );
  return !all.ok && all.error.kind === "hidden" ? ok(null) : all;
}
