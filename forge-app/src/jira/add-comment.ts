import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import { markdownToAdf } from "../../../shared/jira/adf";
import type { AskJira, JiraFailure } from "./ask-jira";

/** Adds a comment in the Markdown that `markdownToAdf` reads, as the asking account. */
export async function addComment(
  ask: AskJira,
  issue: string,
  markdown: string,
): Promise<Result<void, JiraFailure>> {
  const path = `/rest/api/3/issue/${encodeURIComponent(issue)}/comment`;
  const added = await ask({ method: "POST", path, body: { body: markdownToAdf(markdown) } }, z.unknown());
  return added.ok ? ok(undefined) : added;
}
