import type { FetchPlan, LearnedAnswer, TicketsQuestion } from "../../messaging/extension-protocol";
import type { FactsAnswer } from "../../messaging/facts";
import type { FactsCache } from "../../store/facts-cache";
import type { Failure } from "../../trackers/failure";
import type { ApiAnswer, ApiRequest, TrackerApi } from "../../trackers/tracker-api";
import { gather, requestsFor } from "./plan-fetch";
import { resolveFacts } from "./resolve-facts";

/** One tenant of one tracker, as the sender of a message proves it. */
export interface Site {
  /** `https://host`, with the workspace behind it where the host serves several. */
  id: string;
  origin: string;
  api: TrackerApi;
}

/** Makes one of the background's own calls, with the person's key. */
export type Call = (request: ApiRequest) => Promise<ApiAnswer>;

export interface FactsService {
  readFacts(site: Site, question: TicketsQuestion): Promise<FactsAnswer>;
  /** `call` null: the page makes the calls. */
  planFetch(site: Site, question: TicketsQuestion, call: Call | null): Promise<FetchPlan>;
  learnAnswer(site: Site, learned: Omit<LearnedAnswer, "workspace">): Promise<{ failure: Failure | null }>;
}

/** A hierarchy deeper than this is not followed in one go. */
const maxLevels = 12;

/** Answers for tickets out of the cache and says what to ask the tracker. Keeps nothing in memory between messages. */
export function createFactsService(cache: FactsCache, now: () => number = Date.now): FactsService {
  const known = (site: Site, keys: readonly string[]) => gather(cache, site.api, site.id, keys);

  async function learnAnswer(
    site: Site,
    { request, answer }: Omit<LearnedAnswer, "workspace">,
  ): Promise<{ failure: Failure | null }> {
    const parsed = site.api.read(request, answer, site.origin);
    if (!parsed.ok) return { failure: parsed.error };
    await cache.learn(site.id, request.asked, parsed.value, now());
    return { failure: null };
  }

  async function makeCalls(site: Site, keys: readonly string[], call: Call): Promise<FetchPlan> {
    for (let level = 0; level < maxLevels; level++) {
      const requests = requestsFor(await known(site, keys), site.api, keys, now());
      if (requests.length === 0) break;
      for (const request of requests) {
        const { failure } = await learnAnswer(site, { request, answer: await call(request) });
        if (failure !== null) return { requests: [], failure };
      }
    }
    return { requests: [], failure: null };
  }

  return {
    learnAnswer,
    readFacts: async (site, { keys }) => resolveFacts(await known(site, keys), site.api, keys, now()),
    async planFetch(site, { keys }, call) {
      if (call !== null) return makeCalls(site, keys, call);
      return { requests: requestsFor(await known(site, keys), site.api, keys, now()), failure: null };
    },
  };
}
