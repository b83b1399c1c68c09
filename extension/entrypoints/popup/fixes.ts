import type { TroubleKind } from "../../messaging/page-status";
import type { TrackerId } from "../../trackers/hosts";

/** What one click can do about a trouble. */
export type Fix = "ask-again" | "reload" | "settings" | "report";

const fixes: Record<TroubleKind, Fix> = {
  "signed-out": "reload",
  forbidden: "ask-again",
  "rate-limited": "ask-again",
  offline: "ask-again",
  server: "ask-again",
  malformed: "reload",
  "no-key": "settings",
  "other-workspace": "settings",
  "stale-tab": "reload",
  "no-answer": "ask-again",
  "view-changed": "report",
};

/** The fix to offer; null: there is nothing to do but wait, since the tracker asked for it. */
export function fixOf(kind: TroubleKind, retryAt: string | null, tracker: TrackerId): Fix | null {
  if (kind === "rate-limited" && retryAt !== null) return null;
  // Linear answers to the key, whoever is signed in on the page.
  if (kind === "signed-out" && tracker === "linear") return "settings";
  return fixes[kind];
}
