import { percentile } from "./percentile";
import type { Policy } from "./policy";
import type { FunctionStanding } from "./standing";

/** How long one function's signature for one text was waited for, or is until now. It names no person. */
export interface SignatureWait {
  /** The project or team whose policy asks for it. */
  scope: string;
  hours: number;
  /** It was signed. */
  isOver: boolean;
}

const hourMs = 3_600_000;

/**
 * The waits for the signatures of a text, by the hash that its asks carry: each from the first ask for just this text on, until it
 * was signed or until `now`, a UTC ISO moment. What nobody was asked for does not wait.
 */
export function signatureWaits(
  scope: string,
  hash: string,
  functions: readonly Pick<FunctionStanding, "signedBy">[],
  asks: readonly { hash: string; at: string }[],
  now: string,
): SignatureWait[] {
  const asked = asks.filter((it) => it.hash === hash).map(({ at }) => Date.parse(at));
  if (asked.length === 0) return [];
  const since = Math.min(...asked);
  return functions.map(({ signedBy }) => ({
    scope,
    hours: Math.max(0, Date.parse(signedBy?.at ?? now) - since) / hourMs,
    isOver: signedBy !== null,
  }));
}

/** What the distribution is told in: each bucket up to its hours. */
export const waitBuckets = [1, 4, 24, 48, 120, Number.POSITIVE_INFINITY] as const;

export interface WaitNumbers {
  count: number;
  /** Those that are not signed yet; they count with what they have waited so far. */
  waiting: number;
  medianHours: number | null;
  p90Hours: number | null;
  /** In the order of `waitBuckets`. */
  buckets: number[];
}

export function waitNumbers(waits: readonly SignatureWait[]): WaitNumbers {
  const hours = waits.map((it) => it.hours);
  const placeOf = (it: number) => waitBuckets.findIndex((most) => it < most);
  return {
    count: waits.length,
    waiting: waits.filter(({ isOver }) => !isOver).length,
    medianHours: percentile(hours, 0.5),
    p90Hours: percentile(hours, 0.9),
    buckets: waitBuckets.map((_, place) => hours.filter((it) => placeOf(it) === place).length),
  };
}

const strictness = ["off", "observe", "warn", "block"] as const satisfies readonly Policy["mode"][];

/** A policy with the mode that its own limit leaves, by the median wait in hours; null: it is not known, and nothing changes. */
export function underWaitLimit(
  policy: Policy,
  medianHours: number | null,
): { policy: Policy; isDropped: boolean } {
  const { mode, waitLimit } = policy;
  const isPassed = waitLimit !== undefined && medianHours !== null && medianHours > waitLimit.medianHours;
  if (!isPassed || strictness.indexOf(mode) <= strictness.indexOf(waitLimit.dropTo))
    return { policy, isDropped: false };
  return { policy: { ...policy, mode: waitLimit.dropTo }, isDropped: true };
}
