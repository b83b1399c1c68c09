import type { Outbox } from "../../../shared/outbox/outbox";

const patienceMs = 600_000;
const mostRounds = 20;

/** Sends until nothing is due within the next ten minutes; `moveTo` puts the test's clock forward to when something is. */
export async function drainOutbox(
  outbox: Outbox,
  clock: { now: () => number; moveTo: (atMs: number) => void },
): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const next = await outbox.flush();
    if (next === null || next > clock.now() + patienceMs) return;
    clock.moveTo(Math.max(clock.now(), next));
  }
  throw new Error("the outbox does not come to rest");
}

/** What is left in it, and why. */
export const leftIn = async (outbox: Outbox) =>
  (await outbox.list()).map(({ state, failure, conflict }) => ({ state, failure, conflict }));
