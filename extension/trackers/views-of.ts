import type { TrackerId } from "./hosts";
import type { View } from "./tracker-page";

/** The views that each tracker has, in the order in which a person meets them. */
export const viewsOf: Record<TrackerId, readonly View[]> = {
  jira: ["backlog", "board", "list", "timeline", "search", "issue", "other"],
  linear: ["list", "board", "sprint", "project", "mine", "saved-view", "search", "inbox", "issue", "other"],
};
