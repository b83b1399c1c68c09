import type { KnownItem } from "../../shared/desk/facts-cache";
import { isPolicyUnread, type Known, keysToFetch } from "../../shared/desk/plan-fetch";
import { type Alignment, chainOf, resolveAlignment } from "../../shared/domain/alignment";
import type { WorkItem } from "../../shared/domain/issue";
import { noLanePolicy } from "../../shared/domain/lane";
import { shownStanding, statementInForce } from "../../shared/domain/statement-in-force";
import type { TrackerApi } from "../../shared/tracker/tracker-api";
import type { FactsAnswer, SourceFacts, TicketFacts, TicketState } from "../messaging/facts";

/** What the badges of these tickets show, from what is known. A ticket with something unread above it has to wait. */
export function resolveFacts(
  known: Known,
  api: TrackerApi,
  keys: readonly string[],
  now: number,
): FactsAnswer {
  const sources = new Map<string, SourceFacts>();
  const unread = new Set(known.unread);
  const tickets: TicketFacts[] = [];
  for (const key of keys) {
    const ticket = known.tickets.get(key);
    if (ticket === undefined) continue;
    const facts = factsOf(ticket, key, known, unread, api, now);
    if (facts === null) continue;
    tickets.push(facts.ticket);
    if (facts.from !== null) sources.set(facts.from.id, sourceOf(facts.from));
  }
  return { tickets, sources: [...sources.values()], toFetch: keysToFetch(known, api, keys, now) };
}

function factsOf(
  ticket: KnownItem,
  key: string,
  known: Known,
  unread: ReadonlySet<string>,
  api: TrackerApi,
  now: number,
): { ticket: TicketFacts; from: WorkItem | null } | null {
  const { item } = ticket;
  if (item === null) {
    const readAt = new Date(ticket.readAt).toISOString();
    const reason = ticket.malformed ? "malformed" : "not-found";
    return {
      ticket: { key, state: "unknown", reason, from: null, standing: "missing", readAt },
      from: null,
    };
  }
  const chain = chainOf(item, (id) => known.byId.get(id)?.item ?? undefined);
  const line = [item, ...chain.ancestors];
  if (chain.end === "gap" && unread.has(line.at(-1)?.parentId ?? "")) return null;
  const policy = known.policies.get(api.policyScopeOf(key))?.policy;
  const lanes = policy?.kind === "value" ? policy.value.lanes : noLanePolicy;
  const alignment = resolveAlignment(item, chain, lanes, new Date(now).toISOString());
  // A policy may still put an orphan into a lane, so nothing is called one before.
  if (alignment.kind === "orphan" && isPolicyUnread(known, api, key)) return null;
  const oldest = Math.min(...line.map((it) => known.byId.get(it.id)?.readAt ?? ticket.readAt));
  return {
    ticket: {
      key,
      standing: shownStanding(statementInForce(item, chain)),
      readAt: new Date(oldest).toISOString(),
      ...stateOf(alignment),
    },
    from: alignment.from,
  };
}

function stateOf(alignment: Alignment): TicketState {
  switch (alignment.kind) {
    case "aligned":
      return { state: "aligned", from: alignment.from.id, inherited: alignment.inherited };
    case "lane":
      return { state: "lane", lane: alignment.lane, by: alignment.by };
    case "orphan":
      return { state: "orphan", reasons: alignment.reasons, from: alignment.from?.id ?? null };
    case "unknown":
      return { state: "unknown", reason: alignment.reason, from: alignment.from?.id ?? null };
  }
}

const sourceOf = ({ id, key, title, url, isBet, sheet }: WorkItem): SourceFacts => ({
  id,
  key,
  title,
  url,
  isBet,
  sheet: sheet.kind === "value" ? sheet.value : null,
});
