/** Why a tracker could not be asked. Closed list: the UI has one sentence for each. */
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
