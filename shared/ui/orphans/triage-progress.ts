import type { Pending, PortFailure } from "../port";
import type { Act, Entry } from "./triage-state";
import type { Mark } from "./triage-writer";

/** One orphan whose decision did not reach the tracker, and why. */
export interface Stuck {
  entry: Entry;
  failure: PortFailure | null;
  /** `unread`: nothing was kept yet. `conflict`: somebody else decided too. */
  state: "unread" | "refused" | "conflict";
}

export interface Progress {
  all: number;
  done: number;
  /** Waits because the tracker was not reached or asked for a pause. */
  delayed: PortFailure | null;
  stuck: Stuck[];
}

/** How far a decision is, by what was prepared and by what the host still has before it. */
export function progressOf(
  { entries }: Act,
  marks: ReadonlyMap<string, Mark>,
  pending: ReadonlyMap<string, Pending>,
): Progress {
  const progress: Progress = { all: entries.length, done: 0, delayed: null, stuck: [] };
  for (const entry of entries) {
    const mark = marks.get(entry.writeId);
    const row = pending.get(entry.writeId);
    if (mark?.state === "failed") progress.stuck.push({ entry, failure: mark.failure, state: "unread" });
    else if (row?.state === "refused" || row?.state === "conflict")
      progress.stuck.push({ entry, failure: row.failure, state: row.state });
    else if (row !== undefined) progress.delayed ??= row.failure;
    else if (mark?.state === "reading") progress.delayed ??= mark.failure;
    else if (mark?.state === "kept") progress.done += 1;
  }
  return progress;
}
