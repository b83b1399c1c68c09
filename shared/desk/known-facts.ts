import type { createBetSuggester } from "../domain/suggest-bets";
import type { AlignmentPort } from "../ui/port";
import type { FactsCache } from "./facts-cache";
import { isBelow } from "./is-below";
import { gather } from "./plan-fetch";
import type { Site } from "./site";
import { statementsBeside } from "./statements-beside";
import { suggesterOf, textOf } from "./suggester-of";
import { ticketView } from "./ticket-views";

/** All that is known is weighed anew for suggestions after this time, and not for every ticket. */
const suggesterMs = 30_000;

type Known =
  | "watchKnown"
  | "knownTicket"
  | "knownTickets"
  | "knownBets"
  | "knownStatements"
  | "knownBelow"
  | "suggestBets";

/** What a port tells out of the cache alone. `now` is milliseconds since 1970. */
export function knownFacts(
  { id: site, api }: Site,
  cache: FactsCache,
  now: () => number,
): Pick<AlignmentPort, Known> {
  let suggester: { at: number; suggest: ReturnType<typeof createBetSuggester> } | null = null;

  async function knownSite() {
    const all = await cache.all(site);
    const items = all.flatMap(({ item }) => item ?? []);
    const scopes = new Set(items.filter(({ isBet }) => !isBet).map(({ key }) => api.policyScopeOf(key)));
    const policies = await cache.policiesOf(site, [...scopes]);
    return { all, items, byId: new Map(all.map((it) => [it.id, it])), policies };
  }

  return {
    watchKnown: (act, until) => cache.watch(site, act, until),
    async knownTicket(key) {
      const known = await gather(cache, api, site, [key]);
      const ticket = known.tickets.get(key);
      return ticket === undefined ? null : ticketView(ticket, known, api, now());
    },
    async knownTickets() {
      const known = await knownSite();
      return known.all
        .filter(({ item }) => item !== null && !item.isBet)
        .sort((a, b) => b.readAt - a.readAt)
        .flatMap((it) => ticketView(it, known, api, now()) ?? []);
    },
    knownBets: async () => (await knownSite()).items.filter(({ isBet }) => isBet),
    knownStatements: async (except) => statementsBeside(except, (await knownSite()).items),
    async knownBelow(object) {
      const { items } = await knownSite();
      return items
        .filter(isBelow(object, items))
        .flatMap(({ id, key, title, parentId, statement }) =>
          parentId === null ? [] : { id, key, title, parentId, hasOwn: statement.kind !== "none" },
        );
    },
    async suggestBets(key) {
      const isOld = suggester === null || now() - suggester.at > suggesterMs;
      const known = isOld ? await knownSite() : null;
      const suggest = known === null ? suggester?.suggest : suggesterOf(known, api, now());
      // Without bets it is only that nothing has been read yet.
      if (known?.items.some(({ isBet }) => isBet) && suggest) suggester = { at: now(), suggest };
      const ticket = (await cache.byKeys(site, [key])).get(key)?.item;
      return ticket ? (suggest?.(textOf(ticket.title)) ?? []) : [];
    },
  };
}
