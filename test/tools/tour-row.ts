import type { BadgeOnPage } from "./read-page";

/** What one page of the tour showed: a row of `.output/reports/tour.json`. Counts are of distinct tickets in view. */
export interface TourRow {
  tracker: "jira" | "linear";
  view: string;
  theme: "light" | "dark";
  url: string;
  /** Whether it is a page of tickets at all. */
  hasTickets: boolean;
  /** Tickets that the page links to. */
  tickets: number;
  /** Those of them that have a badge; the next five are these by state. */
  badged: number;
  aligned: number;
  lanes: number;
  orphans: number;
  unknown: number;
  pending: number;
  /** Relative to the project. */
  screenshot: string;
}

export type TicketCounts = Pick<
  TourRow,
  "tickets" | "badged" | "aligned" | "lanes" | "orphans" | "unknown" | "pending"
>;

/** Counts the tickets by the state of their badge; a badge of a ticket that is not in view does not count. */
export function countTickets(tickets: readonly string[], badges: readonly BadgeOnPage[]): TicketCounts {
  const states = new Map(badges.map(({ key, state }) => [key, state]));
  const shown = [...new Set(tickets)].map((key) => states.get(key));
  const count = (state: string) => shown.filter((it) => it === state).length;
  return {
    tickets: shown.length,
    badged: shown.filter((it) => it !== undefined).length,
    aligned: count("aligned"),
    lanes: count("lane"),
    orphans: count("orphan"),
    unknown: count("unknown"),
    pending: count("pending"),
  };
}
