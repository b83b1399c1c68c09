import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import { inChunks } from "../../../shared/tracker/in-chunks";
import type { AskJira, JiraFailure } from "./ask-jira";

/** Jira's own limit of one `bulkfetch` (platform specification, 2026-05). */
const mostIssues = 100;
const bulk = z.object({ issues: z.array(z.object({ id: z.string(), key: z.string() })) });

/** The ids and keys of those issues, by either, that the asking account may see. */
export async function visibleAmong(
  ask: AskJira,
  refs: readonly string[],
): Promise<Result<Set<string>, JiraFailure>> {
  const found = new Set<string>();
  for (const issueIdsOrKeys of inChunks([...new Set(refs)], mostIssues)) {
    const body = { issueIdsOrKeys, fields: ["issuetype"] };
    const read = await ask({ method: "POST", path: "/rest/api/3/issue/bulkfetch", body }, bulk);
    if (!read.ok) return read;
    for (const { id, key } of read.value.issues) found.add(id).add(key);
  }
  return ok(found);
}
