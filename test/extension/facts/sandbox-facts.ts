import "fake-indexeddb/auto";
import { callLinear } from "../../../extension/facts/call-linear";
import { type Call, createFactsService } from "../../../extension/facts/facts-service";
import type { FetchPlan } from "../../../extension/messaging/extension-protocol";
import type { FactsAnswer, TicketFacts } from "../../../extension/messaging/facts";
import { Database } from "../../../extension/store/database";
import { createFactsStores } from "../../../extension/store/facts-stores";
import { apis } from "../../../extension/trackers/apis";
import { performRequest } from "../../../extension/trackers/perform-request";
import type { Site } from "../../../shared/desk/site";
import type { Failure } from "../../../shared/tracker/failure";
import type { ApiRequest } from "../../../shared/tracker/tracker-api";
import type { Company } from "../../sandbox/company/company";
import { jiraApi } from "../../sandbox/jira/api";
import { createJiraSite, type JiraSite } from "../../sandbox/jira/site";
import { linearApi } from "../../sandbox/linear/api";
import { createLinearWorkspace, type LinearWorkspace } from "../../sandbox/linear/workspace";
import { fetchFrom } from "../fetch-from";

export const today = "2026-11-20";
const start = Date.parse(`${today}T12:00:00.000Z`);
const jiraOrigin = "https://northwind.atlassian.net";
const mostRounds = 200;

/** What came of asking: the last answer, and why the tracker could not be asked, where it could not. */
export interface Asked extends FactsAnswer {
  failure: Failure | null;
  /** How often the tracker's API was called. */
  calls: number;
}

/** The facts service with a cache of its own over one sandbox tracker, and a clock that tests move. */
export interface SandboxFacts {
  /** Reads what is known, without the tracker. */
  read(keys: readonly string[]): Promise<FactsAnswer>;
  /** Does what a page does until there is nothing left to ask, or a call fails. */
  ask(keys: readonly string[]): Promise<Asked>;
  /** The next calls that a tab is told to make. */
  plan(keys: readonly string[], tab: number): Promise<FetchPlan>;
  /** Makes a planned call and learns what it gave. */
  make(request: ApiRequest, tab?: number): Promise<Failure | null>;
  close(tab: number): void;
  /** Milliseconds pass. */
  pass(ms: number): void;
}

const tab = 1;
let databases = 0;

function factsOver(
  site: Site,
  call: Call,
  callsByPage: boolean,
  clock: { now: number },
  count: () => number,
): SandboxFacts {
  const closed = new Set<number>();
  const name = `sandbox-facts-${databases++}`;
  // The browser may stop the worker after any message: each meets a new one, which knows what the database holds.
  const worker = () =>
    createFactsService(createFactsStores(new Database(name)), {
      now: () => clock.now,
      random: () => 0,
      isOpen: async (it) => !closed.has(it),
    });
  const plan = (keys: readonly string[], tab: number) =>
    worker().planFetch(site, { workspace: null, keys: [...keys] }, tab, callsByPage ? null : call);
  const make = async (request: ApiRequest, by = tab) =>
    (await worker().learnAnswer(site, { request, answer: await call(request) }, by)).failure;

  async function untilDone(keys: readonly string[]): Promise<Failure | null> {
    for (let round = 0; round < mostRounds; round++) {
      const { failure, requests } = await plan(keys, tab);
      if (failure !== null || requests.length === 0) return failure;
      for (const request of requests) {
        const failed = await make(request);
        if (failed !== null) return failed;
      }
    }
    throw new Error(`still asking after ${mostRounds} rounds`);
  }

  const read = (keys: readonly string[]) => worker().readFacts(site, { workspace: null, keys: [...keys] });
  return {
    read,
    plan,
    make,
    close: (it) => closed.add(it),
    async ask(keys) {
      const before = count();
      const failure = (await read(keys)).toFetch.length === 0 ? null : await untilDone(keys);
      return { ...(await read(keys)), failure, calls: count() - before };
    },
    pass(ms) {
      clock.now += ms;
    },
  };
}

/** The facts of a person's session on the Jira sandbox. */
export function jiraFacts(company: Company, as = "ana"): SandboxFacts & { jira: JiraSite } {
  const clock = { now: start };
  const jira = createJiraSite({ company, now: () => new Date(clock.now) });
  const fetch = fetchFrom(
    jiraApi(jira, () => clock.now),
    jiraOrigin,
    { cookie: `cloud.session.token=${as}` },
  );
  const site: Site = { id: jiraOrigin, origin: jiraOrigin, api: apis.jira };
  const call: Call = (request) => performRequest(request, new AbortController().signal, fetch);
  return { jira, ...factsOver(site, call, true, clock, () => jira.requests.length) };
}

/** The facts of a person's API key on the Linear sandbox. */
export function linearFacts(company: Company, as = "ana"): SandboxFacts & { linear: LinearWorkspace } {
  const clock = { now: start };
  const linear = createLinearWorkspace({ company, now: () => new Date(clock.now) });
  const fetch = fetchFrom(linearApi(linear), "https://api.linear.app", {});
  const site: Site = { id: "https://linear.app/northwind", origin: "https://linear.app", api: apis.linear };
  const call: Call = (request) => callLinear(request, `lin_api_${as}`, fetch);
  return { linear, ...factsOver(site, call, false, clock, () => linear.requests.length) };
}

/** The one ticket of an answer with this key. Throws where it is not there exactly once. */
export function ticketOf(answer: FactsAnswer, key: string): TicketFacts {
  const [ticket, ...more] = answer.tickets.filter((it) => it.key === key);
  if (ticket === undefined || more.length > 0) throw new Error(`${key} is not in the answer once`);
  return ticket;
}
