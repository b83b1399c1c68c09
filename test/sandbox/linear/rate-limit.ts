const hourMs = 3_600_000;

export interface Allowance {
  allowed: boolean;
  limit: number;
  /** What may still be used at once. */
  remaining: number;
  /** When everything may be used again, epoch milliseconds. */
  resetMs: number;
  /** How long until the refused amount fits, seconds; 0 where it was allowed. */
  retryAfterSeconds: number;
}

/** A leaky bucket per person, emptied evenly over an hour; a refused amount is not counted. */
export function createBuckets(now: () => Date) {
  const buckets = new Map<string, { level: number; atMs: number }>();
  return function take(personId: string, amount: number, limitPerHour: number): Allowance {
    const atMs = now().getTime();
    const before = buckets.get(personId) ?? { level: 0, atMs };
    const leaked = ((atMs - before.atMs) * limitPerHour) / hourMs;
    const level = Math.max(0, before.level - leaked);
    const allowed = level + amount <= limitPerHour;
    const after = allowed ? level + amount : level;
    buckets.set(personId, { level: after, atMs });
    const over = level + amount - limitPerHour;
    return {
      allowed,
      limit: limitPerHour,
      remaining: Math.max(0, Math.floor(limitPerHour - after)),
      resetMs: Math.ceil(atMs + (after / limitPerHour) * hourMs),
      retryAfterSeconds: allowed ? 0 : Math.ceil((over / limitPerHour) * 3600),
    };
  };
}
export type Buckets = ReturnType<typeof createBuckets>;
