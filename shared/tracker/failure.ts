/**
 * Why a tracker could not be asked. Closed list: the UI has one sentence for each. `stale-tab`: the extension behind the
 * page is gone; `no-answer`: it is there, and its worker does not answer.
 */
export const failureKinds = [
  "signed-out",
  "forbidden",
  "rate-limited",
  "offline",
  "server",
  "malformed",
  "no-key",
  "other-workspace",
  "stale-tab",
  "no-answer",
] as const;
export type FailureKind = (typeof failureKinds)[number];

export interface Failure {
  kind: FailureKind;
  /** How long the tracker asked us to wait; null: it did not say. */
  retryAfterMs: number | null;
}

export const failure = (kind: FailureKind, retryAfterMs: number | null = null): Failure => ({
  kind,
  retryAfterMs,
});
