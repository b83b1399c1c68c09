import type { PendingWrite } from "./outbox";
import type { OutboxRow, Write } from "./outbox-row";

/** What is left of a finished write: enough to know its id again, nothing of what it said. */
export const finished = (at: number, version: string | null = null): Partial<OutboxRow> => ({
  state: "done",
  doneAt: at,
  becameVersion: version,
  payload: null,
  base: null,
  conflict: null,
  failure: null,
});

/** A write that was not tried yet. */
export const fresh = (addedAt: number): Omit<OutboxRow, keyof Write | "seq"> => ({
  state: "waiting",
  addedAt,
  attempts: 0,
  notBefore: 0,
  settledAt: 0,
  maybeSent: false,
  failure: null,
  conflict: null,
  follows: null,
  becameVersion: null,
  doneAt: null,
});

/** Where a write comes on top of the person's own earlier one, that one's result is what it is over. */
export function onTopOf(write: Write, earlier: OutboxRow | undefined): Pick<OutboxRow, "base" | "follows"> {
  const { base } = write;
  if (base === null || earlier === undefined) return { base, follows: null };
  if (earlier.state !== "done") return { base, follows: earlier.id };
  return { base: { ...base, version: earlier.becameVersion ?? base.version }, follows: null };
}

/** What was written on top of a write, nearest first. */
export function followersOf(row: OutboxRow, all: readonly OutboxRow[]): OutboxRow[] {
  const next = all.find((it) => it.follows === row.id && it.state !== "done");
  return next === undefined ? [] : [next, ...followersOf(next, all)];
}

/** Each with what the person wrote last on top of it. */
export const withMine = (rows: OutboxRow[]): PendingWrite[] =>
  rows.map((row) => ({ ...row, mine: (followersOf(row, rows).at(-1) ?? row).payload }));
