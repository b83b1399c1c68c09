import type { FailureKind } from "../tracker/failure";

/** One thing to write into a tracker. */
export interface Write {
  /** Made by who asks for the write; asking twice under one id is asking once. */
  id: string;
  site: string;
  /** The lasting id of the object; its writes keep their order. */
  object: string;
  /** The part of the object, for example `statement`. */
  slot: string;
  /** Chooses the sender. */
  kind: string;
  /** What the sender needs, as JSON; for a write with a base, the new value of the part. */
  payload: unknown;
  /** What the person saw when they wrote; null for what nobody else can change, such as a new comment. */
  base: Versioned | null;
  /** The id of the person's earlier write of this part on top of which they wrote this one, in the same form; null: none. */
  after: string | null;
}

export interface Versioned {
  /** Never the same for two different writes of a part, even where they wrote the same value. */
  version: string;
  value: unknown;
}

/** Why a write failed. Closed list: the UI has one sentence for each. */
export interface WriteFailure {
  /**
   * `rejected`: the tracker understood and will not. `unexpected`: the sender threw. `no-sender`: this version does not know the kind
   * of write. `deadline`: no answer in time.
   */
  kind: FailureKind | "rejected" | "not-found" | "unexpected" | "no-sender" | "deadline";
  retryAfterMs: number | null;
  /** The tracker's own words, where it had any. */
  message: string | null;
}

/** Somebody else wrote the same part. */
export interface Conflict {
  theirs: Versioned;
  /** What the tracker has: theirs, or ours where it came over theirs, of which this is then the only copy. */
  standing: Versioned;
  /** What ours came over before somebody came over ours: nowhere else in sight. Null: nothing. */
  covered: Versioned | null;
}

/** A write on its way. Times are milliseconds since 1970. */
export interface OutboxRow extends Write {
  /** The order in which writes were asked for. */
  seq: number;
  /** `sending` is left behind by a context that was killed. `done` stays a while, so that a repeated ask is known. */
  state: "waiting" | "sending" | "conflict" | "refused" | "done";
  addedAt: number;
  attempts: number;
  /** Not tried before; a person may shorten it. */
  notBefore: number;
  /** An earlier sending may arrive until then, so that nothing is decided before. */
  settledAt: number;
  /** It was sent and nobody knows whether it arrived. */
  maybeSent: boolean;
  failure: WriteFailure | null;
  conflict: Conflict | null;
  /** `after`, while that is unfinished; once it is done, its result is the base of this one. */
  follows: string | null;
  /** Of a finished write: what it became in the tracker. */
  becameVersion: string | null;
  doneAt: number | null;
}

/** States in which a write still has something before it. */
export const unfinished = ["waiting", "sending", "conflict", "refused"] as const;

/** When a write may be tried. */
export const dueAt = (row: OutboxRow): number => Math.max(row.notBefore, row.settledAt);
