import { createBetSuggester, type LinkedTicket, type TicketText } from "../domain/suggest-bets";
import type { TrackerApi } from "../tracker/tracker-api";
import type { KnownItem } from "./facts-cache";
import { type KnownSite, ticketView } from "./ticket-views";

/** Suggests bets out of what is known of a site: those that make a ticket below them aligned. `now` is milliseconds since 1970. */
export function suggesterOf(
  known: KnownSite & { all: readonly KnownItem[] },
  api: TrackerApi,
  now: number,
): ReturnType<typeof createBetSuggester> {
  // Below a bet without a live sheet the ticket would be an orphan still.
  const bets = known.all.flatMap((it) => {
    const view = it.item?.isBet ? ticketView(it, known, api, now) : null;
    return view?.alignment.kind === "aligned" ? view.ticket : [];
  });
  const past = known.all.flatMap(({ item }): LinkedTicket[] =>
    item === null || item.isBet || item.parentId === null
      ? []
      : [{ ...textOf(item.title), key: item.key, betId: item.parentId }],
  );
  return createBetSuggester(bets, past);
}

/** All that is known of a ticket's text: the cache keeps no more. */
export const textOf = (title: string): TicketText => ({
  title,
  description: "",
  labels: [],
  components: [],
  reporter: null,
});
