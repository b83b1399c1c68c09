import { liveQuery } from "dexie";
import type { Outbox } from "../../shared/outbox/outbox";
import { flushOutbox } from "../../shared/outbox/outbox-flush";
import { unfinished, type Versioned } from "../../shared/outbox/outbox-row";
import type { Sender } from "../../shared/outbox/outbox-sender";
import { finished, followersOf, fresh, onTopOf, withMine } from "../../shared/outbox/row-changes";
import type { Database } from "./database";
import { createLedger } from "./outbox-ledger";
import type { Lock } from "./outbox-lock";

export interface OutboxOptions {
  senderOf(kind: string): Sender | undefined;
  lock: Lock;
  /** Milliseconds since 1970. */
  now?: () => number;
  random?: () => number;
  deadlineMs?: number;
  settleMs?: number;
}

/** The outbox over the extension's database; any number of contexts may have one. */
export function createOutbox(
  database: Database,
  {
    senderOf,
    lock,
    now = Date.now,
    random = Math.random,
    deadlineMs = 20_000,
    settleMs = 30_000,
  }: OutboxOptions,
): Outbox {
  const { outbox } = database;
  const ledger = createLedger(database);
  const byId = (id: string) => outbox.where({ id }).first();
  const list = async () => withMine(await outbox.where("state").anyOf(unfinished).sortBy("seq"));
  const inTurn = <T>(run: () => Promise<T>) => database.transaction("rw", outbox, run);

  return {
    add: (writes) =>
      inTurn(async () => {
        for (const write of writes) {
          if ((await byId(write.id)) !== undefined) continue;
          const earlier = write.after === null ? undefined : await byId(write.after);
          await outbox.add({ ...write, ...fresh(now()), ...onTopOf(write, earlier) });
        }
      }),
    async flush() {
      let next: number | null = null;
      const around = { ledger, senderOf, now, random, deadlineMs, settleMs };
      const ran = await lock(async (isHeld) => {
        next = await flushOutbox(isHeld, around);
      });
      // Whoever holds the lock does the work; look again in case it ends in the middle of it.
      return ran ? next : now() + settleMs;
    },
    list,
    watch(act, signal, fail = (error) => console.error(error)) {
      if (signal.aborted) return;
      const subscription = liveQuery(list).subscribe({ next: act, error: fail });
      signal.addEventListener("abort", () => subscription.unsubscribe(), { once: true });
    },
    hurry: (ids) =>
      inTurn(async () => {
        const rows = await outbox.where("state").anyOf("waiting", "refused").toArray();
        for (const { seq, id, state } of rows) {
          // What a tracker refused is tried again only where the person asks for it by name.
          if (ids === undefined ? state === "waiting" : ids.includes(id))
            await outbox.update(seq, { state: "waiting", notBefore: 0 });
        }
      }),
    resolve: (id, value) =>
      inTurn(async () => {
        const row = await byId(id);
        if (row?.state !== "conflict" || row.conflict === null) return false;
        const base: Versioned = row.conflict.standing;
        // What was written after it was in sight when the person chose.
        for (const later of followersOf(
          row,
          await outbox.where({ site: row.site, object: row.object }).toArray(),
        ))
          await outbox.update(later.seq, finished(now()));
        await outbox.update(row.seq, {
          ...fresh(row.addedAt),
          payload: value,
          base,
        });
        return true;
      }),
    discard: (id) =>
      inTurn(async () => {
        const row = await byId(id);
        if (row === undefined || row.state === "sending" || row.state === "done") return false;
        const rows = await outbox.where({ site: row.site, object: row.object }).toArray();
        for (const later of rows.filter((it) => it.follows === id))
          await outbox.update(later.seq, { follows: row.follows, base: row.base });
        await outbox.update(row.seq, finished(now()));
        return true;
      }),
    prune: async (before) => void (await outbox.where("doneAt").below(before).delete()),
  };
}
