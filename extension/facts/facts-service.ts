import { gather, refsOf, requestsFor } from "../../shared/desk/plan-fetch";
import type { Site } from "../../shared/desk/site";
import type { Failure } from "../../shared/tracker/failure";
import type { ApiAnswer, ApiRequest } from "../../shared/tracker/tracker-api";
import type { FetchPlan, LearnedAnswer, TicketsQuestion } from "../messaging/extension-protocol";
import type { FactsAnswer } from "../messaging/facts";
import type { FactsStores } from "../store/facts-stores";
import { noteRefusal } from "./note-refusal";
import { resolveFacts } from "./resolve-facts";

/** Makes one of the background's own calls, with the person's key. */
export type Call = (request: ApiRequest) => Promise<ApiAnswer>;

export interface FactsService {
  readFacts(site: Site, question: TicketsQuestion): Promise<FactsAnswer>;
  /** `call` null: the page makes the calls. `tab` is who asks: what another tab asks for is not asked for again. */
  planFetch(site: Site, question: TicketsQuestion, tab: number, call: Call | null): Promise<FetchPlan>;
  learnAnswer(
    site: Site,
    learned: Omit<LearnedAnswer, "workspace">,
    tab: number,
  ): Promise<{ failure: Failure | null }>;
}

/** What the service finds around itself. */
interface Surroundings {
  /** Milliseconds since 1970. */
  now: () => number;
  /** In [0, 1). */
  random: () => number;
  /** Whether a tab still shows a page of the site. */
  isOpen: (tab: number, site: Site) => Promise<boolean>;
}

/** Who asks and is no tab: the extension's own pages and its worker. */
export const noTab = -1;

/** A hierarchy deeper than this is not followed in one go. */
const maxLevels = 12;

const done: FetchPlan = { requests: [], failure: null, busyMs: null };

/**
 * Answers for tickets out of the cache and says what to ask the tracker, unless the tracker asked to be left in peace.
 * Keeps nothing in memory between messages.
 */
export function createFactsService(
  { cache, pauses, leases }: FactsStores,
  { now = Date.now, random = Math.random, isOpen = async () => true }: Partial<Surroundings> = {},
): FactsService {
  const known = (site: Site, keys: readonly string[]) => gather(cache, site.api, site.id, keys);

  /** Remembers for all pages that the site wants to be left in peace, and says for how long. */
  async function refused(site: Site, failed: Failure): Promise<Failure> {
    if (!(await noteRefusal(pauses, site.id, failed, now(), random()))) return failed;
    return (await pauses.inForce(site.id, now())) ?? failed;
  }

  async function learnAnswer(
    site: Site,
    { request, answer }: Omit<LearnedAnswer, "workspace">,
    tab: number,
  ): Promise<{ failure: Failure | null }> {
    const parsed = site.api.read(request, answer, site.origin);
    if (!parsed.ok) {
      await leases.release(site.id, [tab]);
      return { failure: await refused(site, parsed.error) };
    }
    await cache.learn(site.id, request.asked, parsed.value, now());
    // Another page may have been refused meanwhile: then this one stops too.
    const pause = await pauses.inForce(site.id, now());
    if (pause === null) await pauses.settle(site.id, now());
    return { failure: pause };
  }

  /** The calls of the next round that are this tab's to make. */
  async function plan(site: Site, keys: readonly string[], tab: number): Promise<FetchPlan> {
    const facts = await known(site, keys);
    const all = requestsFor(facts, site.api, keys, now());
    if (all.length === 0) {
      await leases.release(site.id, [tab]);
      return done;
    }
    const take = () => leases.take(site.id, tab, all.flatMap(refsOf), now());
    let leased = await take();
    const closed = await closedOf(leased?.tabs ?? [], site);
    if (closed.length > 0) {
      await leases.release(site.id, closed);
      leased = await take();
    }
    if (leased === null) return { ...done, requests: all };
    const requests = requestsFor(facts, site.api, keys, now(), leased.refs);
    return { ...done, requests, busyMs: leased.until - now() };
  }

  async function closedOf(tabs: readonly number[], site: Site): Promise<number[]> {
    const open = await Promise.all(tabs.map((tab) => isOpen(tab, site)));
    return tabs.filter((_, at) => open[at] === false);
  }

  async function makeCalls(site: Site, keys: readonly string[], tab: number, call: Call): Promise<FetchPlan> {
    for (let level = 0; level < maxLevels; level++) {
      const { requests, busyMs } = await plan(site, keys, tab);
      if (requests.length === 0) return { ...done, busyMs };
      for (const request of requests) {
        const { failure } = await learnAnswer(site, { request, answer: await call(request) }, tab);
        if (failure !== null) return { ...done, failure };
      }
    }
    return done;
  }

  return {
    learnAnswer,
    readFacts: async (site, { keys }) => resolveFacts(await known(site, keys), site.api, keys, now()),
    async planFetch(site, { keys }, tab, call) {
      const failure = await pauses.inForce(site.id, now());
      if (failure !== null) return { ...done, failure };
      return call === null ? plan(site, keys, tab) : makeCalls(site, keys, tab, call);
    },
  };
}
