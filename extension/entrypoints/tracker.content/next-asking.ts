import type { Failure } from "../../../shared/tracker/failure";
import { onAbort } from "./on-abort";

/** A page that somebody looks at reads its tickets anew this long after it last did. */
const recheckMs = 5 * 60_000;
const firstMs = 3_000;
const mostMs = 5 * 60_000;
const leastMs = 1_000;
/** A timer that is set for too long rings at once. */
const longestMs = 24 * 60 * 60_000;
/** Where a tracker says "too many" without saying for how long. */
const pauseMs = 30_000;

/** When this page asks by itself the next time. */
export interface NextAsking {
  /** All is well. */
  rest(): void;
  /** Plans to ask again where that may help; gives the moment, milliseconds since 1970, or null. */
  after(failed: Failure): number | null;
}

/** Calls `ask` when it is time; there is one plan at a time, and none any more once `signal` ends. */
export function createNextAsking(ask: () => void, signal: AbortSignal): NextAsking {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  onAbort(signal, () => clearTimeout(timer));
  function plan(ms: number): number {
    clearTimeout(timer);
    const waitMs = Math.min(longestMs, Math.max(leastMs, ms));
    if (!signal.aborted) timer = setTimeout(ask, waitMs);
    return Date.now() + waitMs;
  }
  return {
    rest() {
      tries = 0;
      plan(recheckMs);
    },
    after(failed) {
      const ms = waitMs(failed, tries++);
      if (ms !== null) return plan(ms + Math.random() * Math.min(10_000, Math.max(500, ms / 4)));
      plan(recheckMs);
      return null;
    },
  };
}

/** How long to wait before asking again may help; null: until somebody does something, such as signing in. */
function waitMs({ kind, retryAfterMs }: Failure, tries: number): number | null {
  if (kind === "rate-limited") return retryAfterMs ?? pauseMs;
  const passes = kind === "server" || kind === "no-answer" || (kind === "offline" && navigator.onLine);
  return passes ? Math.max(retryAfterMs ?? 0, Math.min(mostMs, firstMs * 2 ** tries)) : null;
}
