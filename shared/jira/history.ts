import { z } from "zod";
import { type Room, roomFor } from "../domain/limits";
import type { Versioned } from "../outbox/outbox-row";
import type { PagePart } from "../tracker/part-write";
import type { KeptText } from "../tracker/write-port";
import { type HistoryEntry, historyEntry, readHistory } from "./kept-history";

/** The texts of one part that anybody noted, oldest first. */
export const textsIn = (properties: Readonly<Record<string, unknown>>, wanted: PagePart): KeptText[] =>
  readHistory(properties)
    .filter(({ part }) => part === wanted)
    .map(({ value, at, by }) => ({ value, at, by: [by] }));

/** The room that an entry leaves: it is longer than the page beside it, and must fit as well. */
export const roomOfEntry = (it: HistoryEntry): Room => roomFor("jira-property", JSON.stringify([it]));

const longest = "0".repeat(64);
/** The room that a page will leave, whoever writes it and over what. */
export const roomOfPage = (part: PagePart, value: unknown): Room =>
  roomOfEntry({
    ...{ part, value, revision: longest.slice(0, 36), version: longest, over: longest },
    at: "2026-01-01T00:00:00.000Z",
  });

/** A person's own history with one more entry; the oldest give way to Jira's limit. Null: not even the new one fits. */
export function withEntry(raw: unknown, added: HistoryEntry): HistoryEntry[] | null {
  const known = z.array(z.unknown()).safeParse(raw).data ?? [];
  const entries = known.flatMap((it) => historyEntry.safeParse(it).data ?? []);
  const kept = [...entries.filter((it) => it.version !== added.version), added];
  while (kept.length > 0 && roomFor("jira-property", JSON.stringify(kept)).state === "over") kept.shift();
  return kept.length === 0 ? null : kept;
}

/** What somebody wrote over the version `since` that is not `own`, and over that; the last of it. Null: nobody. */
export function writtenSince(
  entries: readonly HistoryEntry[],
  part: string,
  since: string,
  own: string,
): Versioned | null {
  const others = entries.filter((it) => it.part === part && it.revision !== own);
  const seen = new Set<HistoryEntry>();
  let last: HistoryEntry | undefined;
  for (let version = since; ; version = last.version) {
    const next = others.findLast((it) => it.over === version && !seen.has(it));
    if (next === undefined) break;
    seen.add(next);
    last = next;
  }
  return last === undefined ? null : { version: last.version, value: last.value };
}
