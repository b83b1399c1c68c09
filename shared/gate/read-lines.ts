import { ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import type { GateObject, GateReader, GateReading } from "../tracker/gate-reader";
import { inChunks } from "../tracker/in-chunks";
import type { SiteHints } from "../tracker/sprint-entry";

/** Issues and all that they serve, each under its id and its key, and the policies that came along. */
export interface Lines {
  objects: ReadonlyMap<string, GateObject>;
  policies: GateReading["policies"];
}

/** A hierarchy deeper than this is not followed in one go. */
const maxLevels = 12;

/** Reads issues and everything above them, level by level. `above`: ids that are likely to be needed, asked for at once to save a call. */
export async function readLines(
  reader: GateReader,
  refs: readonly string[],
  above: readonly string[],
  hints: SiteHints,
  signal: AbortSignal,
): Promise<Result<Lines, WriteFailure>> {
  const objects = new Map<string, GateObject>();
  const asked = new Set<string>();
  let policies: GateReading["policies"] = [];
  let due = [...new Set([...refs, ...above])];
  // Where the policy comes along with objects, it does with none, too.
  const isAsked = (level: number) => due.length > 0 || (level === 0 && reader.bringsPolicies === true);
  for (let level = 0; level < maxLevels && isAsked(level); level += 1) {
    for (const some of due.length > 0 ? inChunks(due, reader.maxPerCall) : [[]]) {
      const read = await reader.readObjects(some, hints, signal);
      if (!read.ok) return read;
      for (const it of read.value.objects) objects.set(it.item.id, it).set(it.item.key, it);
      if (read.value.policies.length > 0) policies = read.value.policies;
    }
    for (const it of due) asked.add(it);
    const parents = [...objects.values()].flatMap(({ item }) => item.parentId ?? []);
    due = [...new Set(parents)].filter((it) => !objects.has(it) && !asked.has(it));
  }
  return ok({ objects, policies });
}
