import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type GateLogEntry, gateLogEntry } from "../../../shared/domain/gate-log-entry";
import { inChunks } from "../../../shared/tracker/in-chunks";
import { forget, keep, listKept } from "./kept";

/** Each look writes under a key of its own, so that looks at the same time lose nothing of one another. */
const rawPrefix = "log:";
/** What a day that is over came to, in parts that fit into one value. */
const dayPrefix = "log-day:";
const perPart = 500;
const keptDays = 100;
const entries = z.array(gateLogEntry);
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Keeps what the gate said of issues of a project, by its key; `now` in milliseconds since 1970. */
export async function noteDecisions(
  project: string,
  said: readonly GateLogEntry[],
  now: number,
): Promise<void> {
  for (const some of inChunks(said, perPart))
    await keep(`${rawPrefix}${project}:${dayOf(now)}:${now}-${randomUUID().slice(0, 8)}`, some, keptDays);
}

/** What the gate said in a project since a moment, oldest first. */
export async function readGateLog(project: string, since: number): Promise<GateLogEntry[]> {
  const [days, raw] = await Promise.all([
    listKept(`${dayPrefix}${project}:`, entries),
    listKept(`${rawPrefix}${project}:`, entries),
  ]);
  return merged([...days, ...raw].flatMap(({ value }) => value)).filter(({ at }) => at >= since);
}

/**
 * Rolls up the days that are over, so that reading three months does not mean reading every look. Ended on the way, it is done again
 * and doubles nothing.
 */
export async function rollUpGateLog(now: number): Promise<void> {
  const over = new Map<string, { keys: string[]; said: GateLogEntry[] }>();
  for (const { key, value } of await listKept(rawPrefix, entries)) {
    const [, project = "", day = ""] = key.split(":");
    if (day >= dayOf(now)) continue;
    const known = over.get(`${project}:${day}`) ?? { keys: [], said: [] };
    over.set(`${project}:${day}`, { keys: [...known.keys, key], said: [...known.said, ...value] });
  }
  for (const [day, { keys, said }] of over) {
    const before = (await listKept(`${dayPrefix}${day}:`, entries)).flatMap(({ value }) => value);
    for (const [at, part] of inChunks(merged([...before, ...said]), perPart).entries())
      await keep(`${dayPrefix}${day}:${at}`, part, keptDays);
    for (const key of keys) await forget(key);
  }
}

/** In the order of their moments, in one moment by issue, and each once. */
function merged(all: readonly GateLogEntry[]): GateLogEntry[] {
  const nameOf = ({ at, issue, sprint, verdict, why }: GateLogEntry) =>
    [at, issue, sprint, verdict, why].join(" ");
  const once = new Map(all.map((it) => [nameOf(it), it]));
  return [...once.values()].sort(
    (a, b) => a.at - b.at || (a.issue ?? "").localeCompare(b.issue ?? "", "en", { numeric: true }),
  );
}
