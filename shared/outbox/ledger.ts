import type { Conflict, OutboxRow } from "./outbox-row";

/** The steps of a write, each one transaction, so that a context killed between two leaves a state that says where it was. */
export interface Ledger {
  /** The oldest unfinished write of each object. */
  heads(): Promise<OutboxRow[]>;
  headOf(site: string, object: string): Promise<OutboxRow | undefined>;
  /** Takes a write up, if it still is the one to do; from now on a killed context is waited for until `settledAt`. */
  begin(row: OutboxRow, settledAt: number): Promise<OutboxRow | null>;
  /** Notes, before it is sent, that it may arrive. */
  sending(row: OutboxRow, settledAt: number): Promise<void>;
  /** It stands in the tracker as `version`. Writes that waited for it are now over its result. */
  done(row: OutboxRow, version: string | null, at: number): Promise<void>;
  conflict(row: OutboxRow, conflict: Conflict): Promise<void>;
  /** It failed: it is tried again from then on, or waits for a person. */
  postpone(
    row: OutboxRow,
    change: Pick<OutboxRow, "state" | "failure" | "notBefore" | "settledAt" | "maybeSent">,
  ): Promise<void>;
  pause(site: string, until: number): Promise<void>;
  pausedUntil(site: string): Promise<number>;
}
