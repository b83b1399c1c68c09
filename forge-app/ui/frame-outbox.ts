import type { Outbox } from "../../shared/outbox/outbox";
import { flushOutbox } from "../../shared/outbox/outbox-flush";
import type { Write } from "../../shared/outbox/outbox-row";
import type { Sender } from "../../shared/outbox/outbox-sender";
import { finished, followersOf, fresh, onTopOf, withMine } from "../../shared/outbox/row-changes";
import { createFrameLedger, frameRows } from "./frame-ledger";
import type { FrameStorage } from "./frame-storage";

interface Surroundings {
  storage: FrameStorage;
  senderOf(kind: string): Sender | undefined;
  locks: Pick<LockManager, "request">;
  /** Milliseconds since 1970. */
  now: () => number;
  signal: AbortSignal;
}

/** One call may take so long, and one that ended unclearly may arrive until then. */
const [deadlineMs, settleMs] = [20_000, 30_000];
/** The ids of writes that are done are known for so long, so that asking twice is asking once. */
const knownMs = 24 * 60 * 60_000;

/**
 * The outbox of frames of the app: writes are kept in the browser's storage and sent at once by the frame that is open, one frame at a
 * time. A frame that is closed sends nothing: what it left is sent by the next one of the same person. Looks before and after each
 * write, as the extension's does.
 */
export function createFrameOutbox({ storage, senderOf, locks, now, signal }: Surroundings): Outbox {
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const act of [...watchers]) act();
  };
  const rows = frameRows(storage, tell);
  const ledger = createFrameLedger(rows, storage);
  storage.watch(tell, signal);
  const listed = () => withMine(rows.all().filter(({ state }) => state !== "done"));
  const turn = <T>(name: string, act: () => Promise<T> | T): Promise<T> =>
    locks.request(`plumbline ${name}`, async () => act()) as Promise<T>;
  const prune = (before: number) => {
    for (const { id, doneAt } of rows.all()) if (doneAt !== null && doneAt < before) rows.remove(id);
  };

  function add(write: Write): void {
    const all = rows.all();
    const earlier = write.after === null ? undefined : rows.byId(write.after);
    const seq = (all.at(-1)?.seq ?? 0) + 1;
    rows.put({ ...write, seq, ...fresh(now()), ...onTopOf(write, earlier) });
  }

  return {
    add: (writes) =>
      turn("rows", () => {
        prune(now() - knownMs);
        const added = writes.filter(({ id }) => rows.byId(id) === undefined);
        try {
          for (const write of added) add(write);
        } catch (error) {
          // All or none.
          for (const { id } of added) rows.remove(id);
          throw error;
        }
      }),
    async flush() {
      const around = { ledger, senderOf, now, random: Math.random, deadlineMs, settleMs };
      // Who waits for the turn looks again once it has it: what the other frame left may be due.
      return turn("outbox", () => flushOutbox(async () => !signal.aborted, around));
    },
    list: async () => listed(),
    watch(act, until, fail = (error) => console.error(error)) {
      const look = () => {
        try {
          act(listed());
        } catch (error) {
          fail(error);
        }
      };
      if (until.aborted) return;
      watchers.add(look);
      until.addEventListener("abort", () => watchers.delete(look), { once: true });
      look();
    },
    hurry: (ids) =>
      turn("rows", () => {
        // What Jira refused is tried again only where the person asks for it by name.
        for (const { id, state } of rows.all())
          if (ids === undefined ? state === "waiting" : ids.includes(id) && /waiting|refused/.test(state))
            rows.change(id, { state: "waiting", notBefore: 0 });
      }),
    resolve: (id, value) =>
      turn("rows", () => {
        const row = rows.byId(id);
        if (row?.state !== "conflict" || row.conflict === null) return false;
        // What was written after it was in sight when the person chose.
        for (const later of followersOf(row, rows.all())) rows.change(later.id, finished(now()));
        rows.change(id, { ...fresh(row.addedAt), payload: value, base: row.conflict.standing });
        return true;
      }),
    discard: (id) =>
      turn("rows", () => {
        const row = rows.byId(id);
        if (row === undefined || row.state === "sending" || row.state === "done") return false;
        for (const later of rows.all())
          if (later.follows === id) rows.change(later.id, { follows: row.follows, base: row.base });
        rows.change(id, finished(now()));
        return true;
      }),
    prune: async (before) => prune(before),
  };
}
