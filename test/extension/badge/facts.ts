import type { SourceFacts, TicketFacts, TicketState } from "../../../extension/messaging/facts";
import { aSheet } from "../../domain/builders";

/** Facts of ATL-1 with this state, under a signed statement. */
export const someFacts = (
  state: TicketState,
  over: Partial<Pick<TicketFacts, "standing">> = {},
): TicketFacts => ({
  key: "ATL-1",
  standing: "signed",
  readAt: "2026-11-20T12:00:00.000Z",
  ...over,
  ...state,
});

/** The bet ATL-9 with a complete, live sheet. */
export const someSource = (over: Partial<SourceFacts> = {}): SourceFacts => ({
  id: "9",
  key: "ATL-9",
  title: "Guest checkout",
  url: "https://northwind.atlassian.net/browse/ATL-9",
  isBet: true,
  sheet: aSheet(),
  ...over,
});
