import type { OutboxRow, Write } from "./outbox-row";

/** What everything that is written into a tracker goes through: kept before it is sent, until it stands there. */
export interface Outbox {
  /** Keeps writes, all or none, and is done when they would survive. An id that is known already changes nothing. */
  add(writes: readonly Write[]): Promise<void>;
  /** Sends what is due, unless another context does. Gives when to call again; null: when something is added. */
  flush(): Promise<number | null>;
  /** What is on its way or waits for a person, oldest first. */
  list(): Promise<PendingWrite[]>;
  /** Tells the list now and at every change from whichever context, until `signal` ends it. */
  watch(act: (writes: PendingWrite[]) => void, signal: AbortSignal, fail?: (error: unknown) => void): void;
  /** Tries again without waiting: the network is back, the person signed in, or asks. Without ids: all that wait. */
  hurry(ids?: readonly string[]): Promise<void>;
  /** The person chose what shall stand instead of theirs and mine. False where it is no conflict any more. */
  resolve(id: string, value: unknown): Promise<boolean>;
  /** The person lets a write go. False while it is being sent or where it is gone. */
  discard(id: string): Promise<boolean>;
  /** Forgets the ids of writes that were done before this moment, in milliseconds since 1970. */
  prune(before: number): Promise<void>;
}

/** A write that is not done, with what the person wrote last on top of it. */
export type PendingWrite = OutboxRow & { mine: unknown };
