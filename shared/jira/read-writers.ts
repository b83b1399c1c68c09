import { z } from "zod";
import { ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import { inChunks } from "../tracker/in-chunks";
import type { WriteCall } from "../tracker/write-port";
import { textsIn } from "./history";
import { historyKey } from "./kept-history";
import { readJson } from "./write-answer";
import { requests } from "./write-requests";
import { issueParts } from "./write-responses";

/** Jira's own limits of one `bulkfetch` (platform specification, 2026-05). */
const [mostIssues, mostKeys] = [100, 5];

const bulk = z.object({ issues: z.array(issueParts.extend({ id: z.string().min(1) })) });

/**
 * Who saved the statements of issues, by the histories that Plumbline keeps beside them. Jira itself keeps no record of who wrote a
 * property: whoever may edit the issue can rewrite these too, so that they name writers and clear nobody.
 */
export async function readWriters(
  call: WriteCall,
  issues: readonly string[],
  among: readonly string[] | null,
  signal: AbortSignal,
): Promise<Result<Map<string, string[]>, WriteFailure>> {
  const writers = new Map<string, string[]>();
  const note = (id: string, properties: Readonly<Record<string, unknown>>) => {
    const by = textsIn(properties, "statement").flatMap((it) => it.by);
    writers.set(id, [...new Set([...(writers.get(id) ?? []), ...by])]);
  };
  if (among === null) {
    for (const id of issues) {
      const read = readJson(await call(requests.issue(id), signal), issueParts);
      if (!read.ok) return read;
      note(id, read.value.properties);
    }
    return ok(writers);
  }
  const keys = [...new Set(among.map(historyKey))];
  for (const some of inChunks([...new Set(issues)], mostIssues))
    for (const properties of inChunks(keys, mostKeys)) {
      const read = readJson(await call(requests.properties(some, properties), signal), bulk);
      if (!read.ok) return read;
      for (const it of read.value.issues) note(it.id, it.properties);
    }
  return ok(writers);
}
