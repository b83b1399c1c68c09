import type { Failure } from "../../shared/tracker/failure";

/** Where a tracker says "too many" and not for how long: doubled each time it says so again. */
const firstMs = 30_000;
const mostGuessedMs = 15 * 60_000;
const leastMs = 1_000;
/** No documented limit is longer than an hour; what is longer than a day is a mistake. */
const mostMs = 24 * 60 * 60_000;

/**
 * For how long a site must not be asked after this failure; null: it may be asked. `strikes` is how often it has said so
 * in a row, `random` in [0, 1) keeps browsers from coming back all at once.
 */
export function pauseMs({ kind, retryAfterMs }: Failure, strikes: number, random: number): number | null {
  if (kind !== "rate-limited" && kind !== "server") return null;
  if (retryAfterMs !== null) return Math.min(mostMs, Math.max(leastMs, retryAfterMs));
  if (kind === "server") return null;
  return Math.round(Math.min(mostGuessedMs, firstMs * 2 ** strikes) * (1 + random / 4));
}
