import { type TrackerId, trackerIds } from "./hosts";

interface MatchPatterns {
  /** Of the pages that get badges; a star stands for a tenant that the person names. */
  pages: readonly string[];
  /** Of what the background calls with the person's own key. */
  apis: readonly string[];
}

/** What the browser is asked for, by tracker; apart from `hosts`, because no page needs to carry it. */
export const matchPatterns: Record<TrackerId, MatchPatterns> = {
  jira: { pages: ["https://*.atlassian.net/*"], apis: [] },
  linear: { pages: ["https://linear.app/*"], apis: ["https://api.linear.app/*"] },
};

/** Of all pages of all trackers. */
export const pagePatterns: readonly string[] = trackerIds.flatMap((it) => matchPatterns[it].pages);
