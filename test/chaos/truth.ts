import { badgeView } from "../../extension/badge/badge-view";
import { createFactsService } from "../../extension/facts/facts-service";
import { apis } from "../../extension/trackers/apis";
import type { TrackerId } from "../../extension/trackers/hosts";
import type { Site } from "../../shared/desk/site";
import type { ApiAnswer, ApiRequest } from "../../shared/tracker/tracker-api";
import { english } from "../extension/badge/english";
import { storesInMemory } from "../fuzz/stores-in-memory";
import { jiraApi } from "../sandbox/jira/api";
import { linearApi } from "../sandbox/linear/api";
import type { Sandbox } from "../sandbox/server";

const mostRounds = 60;

/**
 * What a badge of each of these tickets must say by what the tracker holds at this moment, read anew over its API, past all
 * that the browser remembers. The API must be well: call this without faults.
 */
export async function truthOf(
  sandbox: Sandbox,
  tracker: TrackerId,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const origin = tracker === "jira" ? sandbox.jira.baseUrl : "https://linear.app";
  const site: Site = { id: origin, origin, api: apis[tracker] };
  const service = createFactsService(storesInMemory());
  const ask = askerOf(sandbox, tracker, origin);
  const question = { workspace: null, keys: [...keys] };
  for (let round = 0; ; round++) {
    const callsItself = apis[tracker].caller === "background";
    const plan = await service.planFetch(site, question, 1, callsItself ? ask : null);
    if (plan.failure !== null) throw new Error(`the sandbox cannot be asked: ${plan.failure.kind}`);
    if (plan.requests.length === 0) break;
    if (round === mostRounds) throw new Error("the sandbox is still asked after all that");
    for (const request of plan.requests)
      await service.learnAnswer(site, { request, answer: await ask(request) }, 1);
  }
  const { tickets, sources } = await service.readFacts(site, question);
  const bySource = new Map(sources.map((it) => [it.id, it]));
  return new Map(
    tickets.map((it) => {
      const source = "from" in it && it.from !== null ? bySource.get(it.from) : undefined;
      return [it.key, badgeView(it, source, false, english).label];
    }),
  );
}

function askerOf(
  sandbox: Sandbox,
  tracker: TrackerId,
  origin: string,
): (request: ApiRequest) => Promise<ApiAnswer> {
  const handle = tracker === "jira" ? jiraApi(sandbox.jira) : linearApi(sandbox.linear);
  const headers: Record<string, string> =
    tracker === "jira"
      ? { cookie: "cloud.session.token=ana" }
      : { authorization: "lin_api_ana", "content-type": "application/json" };
  return async ({ method, path, body }) => {
    const response = await handle(new Request(new URL(path, origin), { method, body, headers }));
    if (response === null) throw new Error(`nobody answers ${path}`);
    const contentType = response.headers.get("content-type") ?? "";
    return { status: response.status, contentType, retryAfterS: null, body: await response.text() };
  };
}
