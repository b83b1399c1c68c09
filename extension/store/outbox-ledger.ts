import type { Ledger } from "../../shared/outbox/ledger";
import { type OutboxRow, unfinished, type Versioned } from "../../shared/outbox/outbox-row";
import { finished } from "../../shared/outbox/row-changes";
import type { Database } from "./database";

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
