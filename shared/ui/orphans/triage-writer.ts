import { pendingNow } from "../pending-now";
import type { AlignmentPort, NewWrite, Pending, PortFailure } from "../port";
import { type Before, createTriageShelf, type KeptAct } from "./triage-shelf";
import { type Act, backOf, type Entry } from "./triage-state";

/**
 * How far one write of a decision is. `reading`: with a failure it is tried again by itself. `failed`: it could not be prepared;
 * what fails later is told by the host.
 */
export type Mark =
  | { state: "reading"; failure: PortFailure | null }
  | { state: "kept" }
  | { state: "failed"; failure: PortFailure };

/** As many as the host reads in one go. */
const batchSize = 50;
const [firstPauseMs, longestPauseMs] = [500, 15_000];

/** What passes by itself. */
const passing = new Set(["offline", "rate-limited", "server", "deadline"]);

/** Writes decisions through the port and takes them back. `tell` hears of every step. */
export function createTriageWriter(port: AlignmentPort, tell: (writeId: string, mark: Mark) => void) {
  const shelf = createTriageShelf(port);
  const before = new Map<string, Before>();
  const running = new Map<string, Promise<void>>();
  const ends = new Map<string, AbortController>();

  function endOf({ id }: Act): AbortController {
    const end = ends.get(id) ?? new AbortController();
    ends.set(id, end);
    return end;
  }
  const tellAll = (entries: readonly Entry[], mark: Mark) => {
    for (const { writeId } of entries) tell(writeId, mark);
  };
  async function keep(act: Act, stage: KeptAct["stage"]): Promise<void> {
    const mine = act.entries.flatMap(({ writeId }) => {
      const was = before.get(writeId);
      return was === undefined ? [] : [[writeId, was] as const];
    });
    const stood = await shelf.keep(act, stage, Object.fromEntries(mine));
    for (const [writeId, was] of Object.entries(stood)) before.set(writeId, was);
  }

  /** Reads what stands before each that was not read by a panel that was closed: that one may be written already. */
  async function read(act: Act, batch: readonly Entry[]): Promise<PortFailure | null> {
    const unread = batch.filter(({ writeId }) => !before.has(writeId));
    if (unread.length === 0) return null;
    const objects = unread.map(({ object }) => object);
    const found = await port.readFields(objects, act.choice.kind).catch(unexpected);
    if (!found.ok && passing.has(found.error.kind)) return found.error;
    for (const { writeId, object } of unread) {
      const stands = found.ok ? found.value[object] : undefined;
      if (stands === undefined) {
        const failure = found.ok ? { kind: "not-found", message: null } : found.error;
        tell(writeId, { state: "failed", failure });
        continue;
      }
      const { version, value, raw } = stands;
      before.set(writeId, {
        base: { version, value: raw },
        previous: value === "unreadable" ? raw : value,
      });
    }
    return null;
  }

  /** Gives why it must be tried again later; null: it is through. */
  async function writeBatch(act: Act, batch: readonly Entry[]): Promise<PortFailure | null> {
    const { signal } = endOf(act);
    const failure = await read(act, batch);
    if (failure !== null || signal.aborted) return failure;
    const { kind, value } = act.choice;
    const ready = batch.filter(({ writeId }) => before.has(writeId));
    try {
      await keep(act, "writing");
      const writes = ready.flatMap(({ object, writeId: id }): NewWrite[] => {
        const base = before.get(id)?.base;
        return base === undefined ? [] : [{ id, object, kind, value, base, after: null }];
      });
      if (kind === "deferral") for (const { object } of writes) await port.keepDraft(object, kind, value);
      if (writes.length > 0) await port.write(writes);
      tellAll(ready, { state: "kept" });
    } catch (error) {
      tellAll(ready, { state: "failed", failure: unexpected(error).error });
    }
    return null;
  }

  async function run(act: Act, entries: readonly Entry[]): Promise<void> {
    const { signal } = endOf(act);
    tellAll(entries, { state: "reading", failure: null });
    const left = entries.slice();
    for (let failures = 0; left.length > 0 && !signal.aborted; ) {
      const failure = await writeBatch(act, left.slice(0, batchSize));
      if (failure === null) {
        left.splice(0, batchSize);
        failures = 0;
        continue;
      }
      tellAll(left, { state: "reading", failure });
      await pause(Math.min(longestPauseMs, firstPauseMs * 2 ** failures), signal);
      failures += 1;
    }
    // What could not be read is asked for again when the panel is opened again.
    const isAll = act.entries.every(({ writeId }) => before.has(writeId));
    if (!signal.aborted) await keep(act, isAll ? "written" : "writing");
  }

  async function takeBack(act: Act): Promise<void> {
    const back = backOf(act);
    const { kind, value } = act.choice;
    tellAll(back.entries, { state: "reading", failure: null });
    await keep(act, "undoing");
    if (kind === "deferral") for (const { object } of act.entries) await port.dropDraft(object, kind);
    const pending = new Map((await pendingNow(port)).map((it) => [it.id, it]));
    const isClash = (writeId: string) => pending.get(writeId)?.state === "conflict";
    const writes: NewWrite[] = [];
    for (const { object, writeId } of act.entries) {
      const was = before.get(writeId);
      if (was === undefined || isClash(writeId)) continue;
      const row = pending.get(writeId);
      if (row !== undefined && isUnsent(row) && (await port.discard(writeId))) continue;
      // It may have been sent before it was refused: what is written over it finds nothing to do where it was not.
      if (row?.state === "refused") await port.discard(writeId);
      const base = { version: was.base.version, value };
      writes.push({ id: `${writeId}-undo`, object, kind, value: was.previous, base, after: writeId });
    }
    for (let at = 0; at < writes.length; at += batchSize) await port.write(writes.slice(at, at + batchSize));
    tellAll(back.entries, { state: "kept" });
    await keep(act, "undone");
    // The other's text shall stand, whichever came last.
    for (const { conflict, id } of pending.values())
      if (conflict && act.entries.some(({ writeId }) => writeId === id))
        await port.resolve(id, conflict.theirs);
  }

  return {
    /** What was decided in a panel that was closed, oldest first, with how far it is. */
    async restore(): Promise<KeptAct[]> {
      const all = await shelf.read();
      const pending = new Set((await pendingNow(port)).map(({ id }) => id));
      const kept: KeptAct[] = [];
      for (const it of all) {
        for (const [writeId, was] of Object.entries(it.before)) before.set(writeId, was);
        const back = backOf(it.act).entries;
        const isOver = it.stage === "undone" && !back.some(({ writeId }) => pending.has(writeId));
        if (isOver) await shelf.drop(it.act.id);
        else kept.push(it);
        if (it.stage === "written") tellAll(it.act.entries, { state: "kept" });
        if (it.stage === "undone") tellAll(back, { state: "kept" });
      }
      return kept;
    },
    /** Done when everything that could be prepared is kept by the host. Asking again writes nothing twice. */
    write(act: Act, entries: readonly Entry[] = act.entries): Promise<void> {
      const all = (running.get(act.id) ?? Promise.resolve()).then(() => run(act, entries));
      running.set(act.id, all);
      return all;
    },
    /** Puts back what stood there before: unsent writes are let go, others written over. Asking again undoes nothing twice. */
    async undo(act: Act): Promise<void> {
      endOf(act).abort();
      await running.get(act.id);
      await takeBack(act);
    },
  };
}

const isUnsent = ({ state, failure }: Pending): boolean => state === "waiting" && failure === null;

const unexpected = (error: unknown) => ({
  ok: false as const,
  error: { kind: "unexpected", message: error instanceof Error ? error.message : String(error) },
});

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
  });
