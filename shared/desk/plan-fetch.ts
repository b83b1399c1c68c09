import { freshMs } from "../domain/fresh-ms";
import type { ApiRequest, TrackerApi } from "../tracker/tracker-api";
import type { FactsCache, KnownItem, KnownPolicy } from "./facts-cache";

export const policyFreshMs = 60 * 60_000;

/** What is known of some tickets and of all that they serve. */
export interface Known {
  tickets: Map<string, KnownItem>;
  byId: Map<string, KnownItem>;
  policies: Map<string, KnownPolicy>;
  /** Ids of objects above the tickets that were never read. */
  unread: string[];
}

/** Gathers from the cache the tickets with these keys, everything above them, and the policies that hold for them. */
export async function gather(
  cache: FactsCache,
  api: TrackerApi,
  site: string,
  keys: readonly string[],
): Promise<Known> {
  const found = await climb(cache, site, keys);
  const policies = await cache.policiesOf(site, [...new Set(keys.map((key) => api.policyScopeOf(key)))]);
  return { ...found, policies };
}

/** The tickets with these keys and, level by level, what is known of everything above them. */
export async function climb(
  cache: FactsCache,
  site: string,
  keys: readonly string[],
): Promise<Omit<Known, "policies">> {
  const tickets = await cache.byKeys(site, keys);
  const byId = new Map([...tickets.values()].map((it) => [it.id, it]));
  const unread: string[] = [];
  for (let level = [...tickets.values()]; level.length > 0; ) {
    const above = new Set(level.flatMap(({ item }) => item?.parentId ?? []).filter((id) => !byId.has(id)));
    const found = await cache.byIds(site, [...above]);
    for (const id of above) if (!found.has(id)) unread.push(id);
    for (const [id, it] of found) byId.set(id, it);
    level = [...found.values()];
  }
  return { tickets, byId, unread };
}

/** The keys that are unread or stale, or have something unread or stale above them, or a policy never read. */
export function keysToFetch(known: Known, api: TrackerApi, keys: readonly string[], now: number): string[] {
  return keys.filter((key) => {
    const ticket = known.tickets.get(key);
    return ticket === undefined || !isFreshUpward(known, ticket, now) || isPolicyUnread(known, api, key);
  });
}

/** True until the tracker has said what policy holds for the ticket, or that none does. */
export function isPolicyUnread(known: Known, api: TrackerApi, key: string): boolean {
  const scope = api.policyScopeOf(key);
  return !known.policies.has(scope) && api.policyRequest(scope) !== null;
}

function isFreshUpward(known: Known, ticket: KnownItem, now: number): boolean {
  const seen = new Set<string>();
  for (let it: KnownItem | undefined = ticket; it !== undefined; ) {
    if (seen.has(it.id)) return true;
    seen.add(it.id);
    if (now - it.readAt >= freshMs) return false;
    const parentId: string | null | undefined = it.item?.parentId;
    if (parentId === null || parentId === undefined) return true;
    it = known.byId.get(parentId);
  }
  return false;
}

/** What a call asks for, by which another call can be told to ask for the same. */
export const refsOf = ({ path, asked }: ApiRequest): string[] => (asked.length > 0 ? asked : [path]);

const nothing: ReadonlySet<string> = new Set();

/**
 * The calls of the next round: every stale or unread ticket, every stale or unread object above one, and each
 * policy that is due, each asked once. What `others` are asking for is left to them. No calls: all that could be read
 * has been read.
 */
export function requestsFor(
  known: Known,
  api: TrackerApi,
  keys: readonly string[],
  now: number,
  others = nothing,
): ApiRequest[] {
  const due = new Set(keys.filter((key) => now - (known.tickets.get(key)?.readAt ?? 0) >= freshMs));
  const ticketIds = new Set([...known.tickets.values()].map((it) => it.id));
  for (const id of known.unread) due.add(id);
  for (const [id, { item, readAt }] of known.byId) {
    const isAlone = item === null || !api.comesAlong(item);
    if (!ticketIds.has(id) && now - readAt >= freshMs && isAlone) due.add(id);
  }
  const refs = [...due].filter((ref) => !others.has(ref));
  const requests: ApiRequest[] = [];
  for (let at = 0; at < refs.length; at += api.maxPerCall) {
    requests.push(api.itemsRequest(refs.slice(at, at + api.maxPerCall)));
  }
  for (const scope of new Set(keys.map((key) => api.policyScopeOf(key)))) {
    const request =
      now - (known.policies.get(scope)?.readAt ?? 0) >= policyFreshMs && api.policyRequest(scope);
    if (request && !others.has(request.path)) requests.push(request);
  }
  return requests;
}
