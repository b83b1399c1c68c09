import { attempt, inLanes, type Surroundings } from "./outbox-attempt";
import { dueAt, type OutboxRow } from "./outbox-row";

/** So many are looked at together: few calls, and still little time between a look and its sending. */
const mostTogether = 20;
/** After so many by themselves, what was added meanwhile has its turn. */
const mostAlone = 20;

/**
 * Tries every write that is due, each object's in their order, several objects beside each other, until nothing is due.
 * Gives when the next one will be; null: nothing waits by itself.
 */
export async function flushOutbox(
  isHeld: () => Promise<boolean>,
  around: Surroundings,
): Promise<number | null> {
  const { now } = around;
  for (;;) {
    const waiting = await nextMoments(around);
    const due = waiting.filter(({ at }) => at <= now()).map(({ row }) => row);
    if (due.length === 0) return waiting.length === 0 ? null : Math.min(...waiting.map(({ at }) => at));
    const { together, alone } = turnOf(due, around);
    const tryEach = inLanes(alone, async (row) => {
      // The site may have asked for a pause, and another context may have the lock, since these were read.
      if ((await around.ledger.pausedUntil(row.site)) <= now() && (await isHeld()))
        await attempt([row], isHeld, around);
    });
    await Promise.all([tryEach, together.length > 0 && attempt(together, isHeld, around)]);
    if (!(await isHeld())) return now();
  }
}

/** What is tried in one go: the oldest of those that can be looked at together with their like, and others one by one. */
function turnOf(due: readonly OutboxRow[], { senderOf }: Surroundings) {
  const isOfMany = (row: OutboxRow) => row.base !== null && senderOf(row.kind)?.lookMany !== undefined;
  const first = due.find(isOfMany);
  const together = due
    .filter((row) => isOfMany(row) && row.site === first?.site && row.kind === first.kind)
    .slice(0, mostTogether);
  return { together, alone: due.filter((row) => !isOfMany(row)).slice(0, mostAlone) };
}

const isTried = ({ state }: OutboxRow): boolean => state === "waiting" || state === "sending";

async function nextMoments({ ledger }: Surroundings): Promise<{ row: OutboxRow; at: number }[]> {
  const heads = (await ledger.heads()).filter(isTried);
  const pauses = new Map<string, number>();
  for (const site of new Set(heads.map((it) => it.site))) pauses.set(site, await ledger.pausedUntil(site));
  return heads.map((row) => ({ row, at: Math.max(dueAt(row), pauses.get(row.site) ?? 0) }));
}
