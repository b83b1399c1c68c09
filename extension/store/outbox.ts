import { liveQuery } from "dexie";
import type { Database } from "./database";
import { flushOutbox } from "./outbox-flush";
import { createLedger, finished } from "./outbox-ledger";
import type { Lock } from "./outbox-lock";
import { type OutboxRow, unfinished, type Versioned, type Write } from "./outbox-row";
import type { Sender } from "./outbox-sender";

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

const fresh = (addedAt: number): Omit<OutboxRow, keyof Write | "seq"> => ({
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
function onTopOf(write: Write, earlier: OutboxRow | undefined): Pick<OutboxRow, "base" | "follows"> {
  const { base } = write;
  if (base === null || earlier === undefined) return { base, follows: null };
  if (earlier.state !== "done") return { base, follows: earlier.id };
  return { base: { ...base, version: earlier.becameVersion ?? base.version }, follows: null };
}

function followersOf(row: OutboxRow, all: readonly OutboxRow[]): OutboxRow[] {
  const next = all.find((it) => it.follows === row.id && it.state !== "done");
  return next === undefined ? [] : [next, ...followersOf(next, all)];
}

const withMine = (rows: OutboxRow[]): PendingWrite[] =>
  rows.map((row) => ({ ...row, mine: (followersOf(row, rows).at(-1) ?? row).payload }));
