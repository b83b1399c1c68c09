import { z } from "zod";
import type { Ledger } from "../../shared/outbox/ledger";
import { type OutboxRow, unfinished } from "../../shared/outbox/outbox-row";
import { finished } from "../../shared/outbox/row-changes";
import type { FrameStorage } from "./frame-storage";

/** The writes that frames of the app keep, one under each name, so that frames beside each other cover nothing of each other's. */
export interface FrameRows {
  /** Oldest first. */
  all(): OutboxRow[];
  byId(id: string): OutboxRow | undefined;
  put(row: OutboxRow): void;
  change(id: string, change: Partial<OutboxRow>): void;
  remove(id: string): void;
}

const states = [...unfinished, "done"] as const;
/** As far as another version may have written it otherwise. */
const stored = z.looseObject({
  ...{ id: z.string(), site: z.string(), object: z.string(), slot: z.string(), kind: z.string() },
  ...{ seq: z.number(), state: z.enum(states), attempts: z.number(), notBefore: z.number() },
  settledAt: z.number(),
});

/** `changed` hears of every change that is made here. */
export function frameRows(storage: FrameStorage, changed: () => void): FrameRows {
  const read = (name: string) => stored.safeParse(storage.read(name)).data as OutboxRow | undefined;
  const put = (row: OutboxRow) => {
    storage.write(`write ${row.id}`, row);
    changed();
  };
  return {
    all: () =>
      storage
        .names("write ")
        .flatMap((name) => read(name) ?? [])
        .sort((a, b) => a.seq - b.seq),
    byId: (id) => read(`write ${id}`),
    put,
    change(id, change) {
      const row = read(`write ${id}`);
      if (row !== undefined) put({ ...row, ...change });
    },
    remove(id) {
      storage.remove(`write ${id}`);
      changed();
    },
  };
}

/** The steps of a write in the frame's storage, which has no transactions: each step writes one row. */
export function createFrameLedger(rows: FrameRows, storage: FrameStorage): Ledger {
  const headOf: Ledger["headOf"] = async (site, object) =>
    rows.all().find((it) => it.site === site && it.object === object && it.state !== "done");
  return {
    async heads() {
      const heads = new Map<string, OutboxRow>();
      for (const row of rows.all())
        if (row.state !== "done" && !heads.has(row.object)) heads.set(row.object, row);
      return [...heads.values()];
    },
    headOf,
    async begin(row, settledAt) {
      const head = await headOf(row.site, row.object);
      if (head?.id !== row.id || (head.state !== "waiting" && head.state !== "sending")) return null;
      const begun: OutboxRow = { ...head, state: "sending", attempts: head.attempts + 1, settledAt };
      rows.put(begun);
      return begun;
    },
    sending: async ({ id }, settledAt) => rows.change(id, { maybeSent: true, settledAt }),
    async done(row, version, at) {
      for (const { id, follows, object } of rows.all())
        if (follows === row.id && object === row.object && version !== null)
          rows.change(id, { follows: null, base: { version, value: row.payload } });
      rows.change(row.id, finished(at, version));
    },
    conflict: async ({ id }, conflict) =>
      rows.change(id, { state: "conflict", conflict, failure: null, maybeSent: false }),
    postpone: async ({ id }, change) => rows.change(id, change),
    pause: async (_site, until) => storage.write("pause", until),
    pausedUntil: async () => z.number().catch(0).parse(storage.read("pause")),
  };
}
