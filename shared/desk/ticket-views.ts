import { chainOf, resolveAlignment } from "../domain/alignment";
import type { WorkItem } from "../domain/issue";
import { defaultPolicy } from "../domain/policy";
import type { TrackerApi } from "../tracker/tracker-api";
import type { TicketView } from "../ui/port";
import type { KnownItem, KnownPolicy } from "./facts-cache";

/** What is known of a site, to see tickets in. */
export interface KnownSite {
  byId: ReadonlyMap<string, KnownItem>;
  policies: ReadonlyMap<string, KnownPolicy>;
}

/** A ticket with all that it serves; null where the tracker did not give it. `now` is milliseconds since 1970. */
export function ticketView(
  { item, readAt }: KnownItem,
  { byId, policies }: KnownSite,
  api: TrackerApi,
  now: number,
): TicketView | null {
  if (item === null) return null;
  const chain = chainOf(item, (id) => byId.get(id)?.item ?? undefined);
  const reading = policies.get(api.policyScopeOf(item.key))?.policy;
  const policy = reading?.kind === "value" ? reading.value : defaultPolicy;
  return {
    ticket: item,
    ancestors: chain.ancestors,
    alignment: resolveAlignment(item, chain, policy.lanes, new Date(now).toISOString()),
    policy,
    readAt: new Date(oldestOf([item, ...chain.ancestors], byId, readAt)).toISOString(),
  };
}

const oldestOf = (line: readonly WorkItem[], byId: KnownSite["byId"], otherwise: number): number =>
  Math.min(...line.map((it) => byId.get(it.id)?.readAt ?? otherwise));
