import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import { historyKey } from "../../../shared/jira/kept-history";
import { inChunks } from "../../../shared/tracker/in-chunks";
import type { AskJira, JiraFailure } from "./ask-jira";
import { writersIn } from "./writers-in";

/** Jira's own limits of one `bulkfetch` (platform specification, 2026-05). */
const [mostIssues, mostKeys] = [100, 5];
const bulk = z.object({
  issues: z.array(
    z.object({ id: z.string().min(1), properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

/**
 * Which of these people saved the statements of issues, by the histories that Plumbline keeps beside them. Whoever may edit an issue
 * can rewrite those too, so that they name writers and clear nobody. An issue that could not be read is left out.
 */
export async function readWriters(
  ask: AskJira,
  issues: readonly string[],
  people: readonly string[],
): Promise<Result<Map<string, string[]>, JiraFailure>> {
  const writers = new Map<string, string[]>();
  for (const issueIdsOrKeys of inChunks([...new Set(issues)], mostIssues))
    for (const properties of inChunks([...new Set(people.map(historyKey))], mostKeys)) {
      const body = { issueIdsOrKeys, fields: ["parent"], properties };
      const read = await ask({ method: "POST", path: "/rest/api/3/issue/bulkfetch", body }, bulk);
      if (!read.ok) return read;
      for (const it of read.value.issues) {
        writers.set(it.id, [...new Set([...(writers.get(it.id) ?? []), ...writersIn(it.properties)])]);
      }
    }
  return ok(writers);
}
