import type { Result } from "../domain/result";
import type { Versioned, Write, WriteFailure } from "./outbox-row";

/** What the tracker has now of what a write is about. */
export interface Seen {
  /** True: this write has arrived, by whatever attempt. */
  applied: boolean;
  /** The part as it stands. */
  now: Versioned;
  /**
   * What somebody else wrote after `since` and before ours, where the tracker's history tells: ours came over it, whether it
   * still stands or not. Where ours never arrived it may be what stands.
   */
  between: Versioned | null;
}

/**
 * Writes one kind of thing into one kind of tracker. Both functions end by `signal` and never throw for what a tracker may answer.
 * `look` must find a write again by its id or its value, since it is what keeps a lost answer from becoming a second write.
 */
export interface Sender {
  look(write: Write, since: string | null, signal: AbortSignal): Promise<Result<Seen, WriteFailure>>;
  send(write: Write, signal: AbortSignal): Promise<Result<void, WriteFailure>>;
  /**
   * Looks, in as few calls as may be, at writes of one site that all have a base; by the id of the write. What it leaves out is
   * looked at by itself. Absent: each is.
   */
  lookMany?(
    writes: readonly Write[],
    signal: AbortSignal,
  ): Promise<Result<ReadonlyMap<string, Seen>, WriteFailure>>;
}

const surelyNotSent = new Set<WriteFailure["kind"]>([
  "rate-limited",
  "forbidden",
  "signed-out",
  "no-key",
  "other-workspace",
  "stale-tab",
  "rejected",
  "not-found",
  "no-sender",
]);
const hopeless = new Set<WriteFailure["kind"]>(["forbidden", "rejected", "not-found", "no-sender"]);

/** Whether a failed sending may have arrived all the same. */
export const isUnclear = ({ kind }: WriteFailure): boolean => !surelyNotSent.has(kind);

/** Whether trying again cannot help before a person does something. */
export const isHopeless = ({ kind }: WriteFailure): boolean => hopeless.has(kind);

export const writeFailure = (
  kind: WriteFailure["kind"],
  message: string | null = null,
  retryAfterMs: number | null = null,
): WriteFailure => ({ kind, retryAfterMs, message });
