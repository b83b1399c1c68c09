import type { TicketFacts } from "../../../../extension/messaging/facts";

/** What is known of a ticket that belongs to nothing. */
export const orphanFacts = (key: string): TicketFacts => ({
  key,
  state: "orphan",
  reasons: ["no-parent"],
  from: null,
  standing: "missing",
  readAt: "2026-11-20T12:00:00.000Z",
});
