import { attempt, type Surroundings } from "./outbox-attempt";
import { dueAt, type OutboxRow } from "./outbox-row";

/** Writes of so many objects are on their way at once. */
const lanes = 4;

/**
 * Tries every write that is due, each object's in their order, several objects beside each other, until nothing is due.
 * Gives when the next one will be; null: nothing waits by itself.
 */
export async function flushOutbox(
  isHeld: () => Promise<boolean>,
  around: Surroundings,
): Promise<number | null> {
  const { ledger, now } = around;
  for (;;) {
    const waiting = await nextMoments(around);
    const due = waiting.filter(({ at }) => at <= now()).map(({ row }) => row);
    if (due.length === 0) return waiting.length === 0 ? null : Math.min(...waiting.map(({ at }) => at));
    const lane = async () => {
      for (let row = due.shift(); row !== undefined; row = due.shift()) {
        // A site may have asked for a pause, and another context may have the lock, since these were read.
        let head: OutboxRow | undefined = row;
        while (head !== undefined && (await ledger.pausedUntil(head.site)) <= now() && (await isHeld())) {
          await attempt(head, isHeld, around);
          head = await ledger.headOf(row.site, row.object);
          if (head === undefined || !isTried(head) || dueAt(head) > now()) break;
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    if (!(await isHeld())) return now();
  }
}

const isTried = ({ state }: OutboxRow): boolean => state === "waiting" || state === "sending";

async function nextMoments({ ledger }: Surroundings): Promise<{ row: OutboxRow; at: number }[]> {
  const heads = (await ledger.heads()).filter(isTried);
  return Promise.all(
    heads.map(async (row) => ({ row, at: Math.max(dueAt(row), await ledger.pausedUntil(row.site)) })),
  );
}
