import type { FactsCache } from "../../shared/desk/facts-cache";
import { gather, keysToFetch, requestsFor } from "../../shared/desk/plan-fetch";
import type { Site } from "../../shared/desk/site";
import { ticketView } from "../../shared/desk/ticket-views";
import { err, ok } from "../../shared/domain/result";
import type { Failure } from "../../shared/tracker/failure";
import type { WriteCall } from "../../shared/tracker/write-port";
import type { AlignmentPort } from "../../shared/ui/port";

/** A hierarchy deeper than this is not followed in one go. */
const maxLevels = 12;

export interface FactsAround {
  cache: FactsCache;
  call: WriteCall;
  /** Milliseconds since 1970. */
  now: () => number;
  signal: AbortSignal;
}

/** Asks Jira what is unread or stale of some tickets and all that they serve. Gives why it stopped; null: all that could be read was. */
export async function readFacts(
  site: Site,
  keys: readonly string[],
  { cache, call, now, signal }: FactsAround,
): Promise<Failure | null> {
  for (let level = 0; level < maxLevels; level += 1) {
    const known = await gather(cache, site.api, site.id, keys);
    const requests = requestsFor(known, site.api, keys, now());
    if (requests.length === 0) return null;
    for (const request of requests) {
      const parsed = site.api.read(request, await call(request, signal), site.origin);
      if (!parsed.ok) return parsed.error;
      await cache.learn(site.id, request.asked, parsed.value, now());
    }
  }
  return null;
}

/** What is known of a ticket, asking Jira where that is nothing, or too old. */
export const ticketReader =
  (site: Site, around: FactsAround): AlignmentPort["readTicket"] =>
  async (key) => {
    const { cache, now } = around;
    const failure = await readFacts(site, [key], around);
    const known = await gather(cache, site.api, site.id, [key]);
    const ticket = known.tickets.get(key);
    const view = ticket && ticketView(ticket, known, site.api, now());
    const isFresh = keysToFetch(known, site.api, [key], now()).length === 0;
    // What is known is shown, though it could not be checked just now: it says when it was read.
    if (view) return ok(view);
    return err({ kind: failure?.kind ?? (isFresh ? "not-found" : "malformed"), message: null });
  };
