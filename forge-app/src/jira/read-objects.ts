import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import { propertyKeys } from "../../../shared/jira/property-keys";
import type { AskJira, JiraFailure } from "./ask-jira";
import { inChunks } from "./in-chunks";
import { type IssueObject, issueFields, readIssueObject } from "./issue-object";

/** Jira's own limit of one `bulkfetch` (platform specification, 2026-05). */
const mostIssues = 100;
const bulk = z.object({ issues: z.array(z.unknown()) });
const properties = Object.values(propertyKeys);

/** Issues by key or id, with evidence; what may not be seen, or has no shape that we know, is left out. */
export async function readObjects(
  ask: AskJira,
  refs: readonly string[],
  sprintField: string | null,
): Promise<Result<IssueObject[], JiraFailure>> {
  const found: IssueObject[] = [];
  for (const issueIdsOrKeys of inChunks(refs, mostIssues)) {
    const body = { issueIdsOrKeys, fields: issueFields(sprintField), properties };
    const read = await ask({ method: "POST", path: "/rest/api/3/issue/bulkfetch", body }, bulk);
    if (!read.ok) return read;
    // Links are for people who look at pages; the server shows none.
    found.push(...read.value.issues.flatMap((it) => readIssueObject(it, "", sprintField) ?? []));
  }
  return ok(found);
}
