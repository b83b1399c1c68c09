import type { TrackerId } from "./hosts";
import type { View } from "./tracker-page";

/** What the overlay looked for in a view and what it found. Holds nothing of what tickets say, nor their keys. */
export interface ViewReport {
  tracker: TrackerId;
  view: View;
  /** The page's path with keys, ids and names replaced. */
  route: string;
  /** UTC ISO. */
  at: string;
  /** Each rule that is expected in this view, and how often its parts were found. */
  rules: { name: string; seen: string; unit: string; units: number; anchors: number }[];
  /** Links to tickets on the page, and how their badges were placed. */
  links: number;
  placedByRule: number;
  placedByLink: number;
}
