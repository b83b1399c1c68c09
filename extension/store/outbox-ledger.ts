import type { Database } from "./database";
import type { Conflict, OutboxRow, Versioned } from "./outbox-row";
import { unfinished } from "./outbox-row";

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

export function createLedger(database: Database): Ledger {
  const { outbox, writePauses } = database;
  const headOf: Ledger["headOf"] = async (site, object) =>
    (await outbox.where({ site, object }).sortBy("seq")).find((it) => it.state !== "done");
  return {
    async heads() {
      const rows = await outbox.where("state").anyOf(unfinished).sortBy("seq");
      const heads = new Map<string, OutboxRow>();
      for (const row of rows) {
        const key = JSON.stringify([row.site, row.object]);
        if (!heads.has(key)) heads.set(key, row);
      }
      return [...heads.values()];
    },
    headOf,
    begin: (row, settledAt) =>
      database.transaction("rw", outbox, async () => {
        const head = await headOf(row.site, row.object);
        if (head?.seq !== row.seq || (head.state !== "waiting" && head.state !== "sending")) return null;
        const begun: OutboxRow = { ...head, state: "sending", attempts: head.attempts + 1, settledAt };
        await outbox.put(begun);
        return begun;
      }),
    sending: async ({ seq }, settledAt) => void (await outbox.update(seq, { maybeSent: true, settledAt })),
    done: (row, version, at) =>
      database.transaction("rw", outbox, async () => {
        const base: Versioned | null = version === null ? null : { version, value: row.payload };
        const rows = await outbox.where({ site: row.site, object: row.object }).toArray();
        for (const { seq, follows } of rows)
          if (follows === row.id && base !== null) await outbox.update(seq, { follows: null, base });
        await outbox.update(row.seq, finished(at, version));
      }),
    conflict: async ({ seq }, conflict) =>
      void (await outbox.update(seq, { state: "conflict", conflict, failure: null, maybeSent: false })),
    postpone: async ({ seq }, change) => void (await outbox.update(seq, change)),
    pause: async (site, until) => void (await writePauses.put({ site, until })),
    pausedUntil: async (site) => (await writePauses.get(site))?.until ?? 0,
  };
}
