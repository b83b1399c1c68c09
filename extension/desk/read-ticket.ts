import type { FactsCache } from "../../shared/desk/facts-cache";
import { gather, keysToFetch } from "../../shared/desk/plan-fetch";
import { ticketView } from "../../shared/desk/ticket-views";
import { err, ok, type Result } from "../../shared/domain/result";
import type { PortFailure, TicketView } from "../../shared/ui/port";
import { type Call, type FactsService, noTab } from "../facts/facts-service";
import type { Tenant } from "./tenant";

/** Another page that asks for the same is looked after so often, and so long; longer than its lease, which then is ours. */
const lookMs = 200;
const mostMs = 15_000;

interface Surroundings {
  now: () => number;
  /** Lets milliseconds pass. */
  wait: (ms: number) => Promise<unknown>;
  signal: AbortSignal;
}

/** What is known of a ticket, asking the tracker where that is nothing, or too old. What a page is asking for already is waited for. */
export async function readTicket(
  facts: FactsService,
  cache: FactsCache,
  tenant: Tenant,
  key: string,
  call: Call,
  { now, wait, signal }: Surroundings,
): Promise<Result<TicketView, PortFailure>> {
  const { id: site, api } = tenant;
  for (const begun = now(); ; await wait(lookMs)) {
    const { failure, busyMs } = await facts.planFetch(tenant, { workspace: null, keys: [key] }, noTab, call);
    const known = await gather(cache, api, site, [key]);
    const isUnderWay = busyMs !== null && keysToFetch(known, api, [key], now()).length > 0;
    if (isUnderWay && now() - begun < mostMs && !signal.aborted) continue;
    const ticket = known.tickets.get(key);
    const view = ticket && ticketView(ticket, known, api, now());
    // What is known is shown, though it could not be checked just now: it says when it was read.
    if (view) return ok(view);
    return err({ kind: failure?.kind ?? (isUnderWay ? "deadline" : "not-found"), message: null });
  }
}
