import { pendingNow } from "../pending-now";
import type { AlignmentPort, NewWrite, Pending, PortFailure } from "../port";
import type { Act, Entry } from "./triage-state";

/** How far one write of a decision is. `failed`: it could not be prepared; what fails later is told by the host. */
export type Mark = { state: "reading" } | { state: "kept" } | { state: "failed"; failure: PortFailure };

interface Before {
  base: { version: string; value: unknown };
  previous: unknown;
}

/** A decision that is not all kept yet, with what stood there as far as it was read. */
interface Unfinished {
  act: Act;
  before: [writeId: string, Before][];
}

/** Where unfinished decisions outlive the panel; no object of a tracker has such an id. */
const shelf = ["orphan-triage", "parent"] as const;

const batchSize = 25;
const readsAtOnce = 4;

/** Writes decisions through the port and takes them back. `tell` hears of every step. */
export function createTriageWriter(port: AlignmentPort, tell: (writeId: string, mark: Mark) => void) {
  const before = new Map<string, Before>();
  const undone = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const unfinished = new Map<string, Act>();

  const save = (): Promise<void> => {
    if (unfinished.size === 0) return port.dropDraft(...shelf);
    const all = [...unfinished.values()].map(
      (act): Unfinished => ({
        act,
        before: act.entries.flatMap(({ writeId }) => {
          const was = before.get(writeId);
          return was === undefined ? [] : [[writeId, was] as [string, Before]];
        }),
      }),
    );
    return port.keepDraft(...shelf, all);
  };

  async function prepare(act: Act, entry: Entry): Promise<NewWrite[]> {
    tell(entry.writeId, { state: "reading" });
    const { kind, value } = act.choice;
    const known = before.get(entry.writeId);
    // Read by a panel that was closed: it may be written already, and then what stands there is ours.
    if (known !== undefined)
      return [{ id: entry.writeId, object: entry.object, kind, value, base: known.base, after: null }];
    const read = await port.readPart(entry.object, kind).catch(unexpected);
    if (!read.ok) {
      tell(entry.writeId, { state: "failed", failure: read.error });
      return [];
    }
    const { version, value: stood, raw } = read.value;
    const base = { version, value: raw };
    before.set(entry.writeId, { base, previous: stood === "unreadable" ? raw : stood });
    return [{ id: entry.writeId, object: entry.object, kind, value, base, after: null }];
  }

  async function writeBatch(act: Act, batch: readonly Entry[]): Promise<void> {
    const left = batch.slice();
    const writes: NewWrite[] = [];
    const reader = async () => {
      for (let entry = left.shift(); entry !== undefined; entry = left.shift())
        if (!undone.has(act.id)) writes.push(...(await prepare(act, entry)));
    };
    await Promise.all(Array.from({ length: readsAtOnce }, reader));
    if (undone.has(act.id)) {
      for (const { id } of writes) before.delete(id);
      return;
    }
    try {
      await save();
      if (act.choice.kind === "deferral")
        for (const { object } of writes) await port.keepDraft(object, "deferral", act.choice.value);
      if (writes.length > 0) await port.write(writes);
      for (const { id } of writes) tell(id, { state: "kept" });
    } catch (error) {
      for (const { id } of writes) {
        before.delete(id);
        tell(id, { state: "failed", failure: unexpected(error).error });
      }
    }
  }

  async function run(act: Act, entries: readonly Entry[]): Promise<void> {
    unfinished.set(act.id, act);
    await save().catch(() => {}); // What matters is that the writes are kept, and each batch saves again.
    for (let at = 0; at < entries.length && !undone.has(act.id); at += batchSize)
      await writeBatch(act, entries.slice(at, at + batchSize));
    unfinished.delete(act.id);
    await save();
  }

  return {
    /** What a panel that was closed had not finished. */
    async unfinished(): Promise<Act[]> {
      const all = ((await port.readDraft(...shelf)) ?? []) as Unfinished[];
      for (const it of all) for (const [writeId, was] of it.before) before.set(writeId, was);
      return all.map(({ act }) => act);
    },
    /** Done when everything that could be prepared is kept by the host. Asking again writes nothing twice. */
    write(act: Act, entries: readonly Entry[] = act.entries): Promise<void> {
      const all = (running.get(act.id) ?? Promise.resolve()).then(() => run(act, entries));
      running.set(act.id, all);
      return all;
    },
    /** Puts back what stood there before: unsent writes are let go, others written over. */
    async undo(act: Act): Promise<void> {
      undone.add(act.id);
      await running.get(act.id);
      if (act.choice.kind === "deferral")
        for (const { object } of act.entries) await port.dropDraft(object, "deferral");
      const kept = act.entries.filter(({ writeId }) => before.has(writeId));
      if (kept.length === 0) return;
      const pending = new Map((await pendingNow(port)).map((it) => [it.id, it]));
      const over: Entry[] = [];
      for (const entry of kept) {
        const row = pending.get(entry.writeId);
        // The other's text shall stand, whichever came last.
        if (row?.state === "conflict" && row.conflict) await port.resolve(row.id, row.conflict.theirs);
        else if (row !== undefined && isUnsent(row)) {
          await port.discard(row.id);
          // It may have left, or arrived, while it was let go.
          const isOnItsWay = (await pendingNow(port)).some(({ id }) => id === row.id);
          if (isOnItsWay || (await port.settled(row.id))) over.push(entry);
        } else over.push(entry);
      }
      const writes = over.flatMap(({ object, writeId }): NewWrite[] => {
        const was = before.get(writeId);
        if (was === undefined) return [];
        const base = { version: was.base.version, value: act.choice.value };
        const id = `${writeId}-undo`;
        return [{ id, object, kind: act.choice.kind, value: was.previous, base, after: writeId }];
      });
      for (let at = 0; at < writes.length; at += batchSize)
        await port.write(writes.slice(at, at + batchSize));
    },
  };
}

const isUnsent = ({ state, failure }: Pending): boolean =>
  state === "refused" || (state === "waiting" && failure === null);

const unexpected = (error: unknown) => ({
  ok: false as const,
  error: { kind: "unexpected", message: error instanceof Error ? error.message : String(error) },
});
