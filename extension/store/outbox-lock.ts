import type { Database } from "./database";

/**
 * Runs something in one context at a time. `isHeld` tells, right before something that must not be done twice, whether the lock is
 * still ours. Gives false where another context has it.
 */
export type Lock = (run: (isHeld: () => Promise<boolean>) => Promise<void>) => Promise<boolean>;

/** The browser's own lock: given back when its holder ends, however that comes. */
export const webLock =
  (locks: Pick<LockManager, "request">, name: string): Lock =>
  async (run) => {
    let ran = false;
    await locks.request(name, { ifAvailable: true }, async (lock) => {
      ran = lock !== null;
      if (ran) await run(async () => true);
    });
    return ran;
  };

/** For where there is none: a row that says who has it and until when. `leaseMs` must be longer than any one call takes. */
export function leaseLock(
  { locks }: Database,
  name: string,
  { owner, leaseMs, now }: { owner: string; leaseMs: number; now: () => number },
): Lock {
  const take = () =>
    locks.db.transaction("rw", locks, async () => {
      const row = await locks.get(name);
      if (row !== undefined && row.owner !== owner && row.until > now()) return false;
      await locks.put({ name, owner, until: now() + leaseMs });
      return true;
    });
  const giveBack = () =>
    locks.db.transaction("rw", locks, async () => {
      if ((await locks.get(name))?.owner === owner) await locks.delete(name);
    });
  // Within one context the owner is the same, so that a second run must be told apart here.
  let running = false;
  return async (run) => {
    if (running || !(await take())) return false;
    running = true;
    try {
      await run(take);
    } finally {
      running = false;
      await giveBack();
    }
    return true;
  };
}
