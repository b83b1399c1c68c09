import { apis } from "../../extension/trackers/apis";
import type { TrackerId } from "../../extension/trackers/hosts";
import type { ApiRequest } from "../../shared/tracker/tracker-api";
import { seedCompany } from "../sandbox/company/seed";
import { jiraApi } from "../sandbox/jira/api";
import { createJiraSite } from "../sandbox/jira/site";
import { linearApi } from "../sandbox/linear/api";
import { createLinearWorkspace } from "../sandbox/linear/workspace";
import type { Json } from "./json-mutations";

/** One call of the extension and what the sandbox answers to it when all is well. */
export interface RecordedAnswer {
  request: ApiRequest;
  body: Json;
}

export const origins: Record<TrackerId, string> = {
  jira: "https://northwind.atlassian.net",
  linear: "https://linear.app",
};

const company = seedCompany({ today: "2026-11-20" });
/** So many different tickets that every kind of answer is among them, and so few that a case stays cheap. */
const ticketsPerAnswer = 2;

/** Answers about every third ticket of the seed company, a few at a time, and about the bets above them and the policy. */
export async function recordAnswers(tracker: TrackerId): Promise<RecordedAnswer[]> {
  const keys = company.tickets.filter((_, at) => at % 3 === 0).map(({ number }) => `ATL-${number}`);
  const api = apis[tracker];
  const ask = tracker === "jira" ? askJira() : askLinear();
  const requests: ApiRequest[] = [];
  for (let at = 0; at < keys.length; at += ticketsPerAnswer) {
    requests.push(api.itemsRequest(keys.slice(at, at + ticketsPerAnswer)));
  }
  const policy = api.policyRequest("ATL");
  if (policy !== null) requests.push(policy);
  const answers = await Promise.all(requests.map(async (request) => ({ request, body: await ask(request) })));
  if (tracker === "jira") {
    const bets = answers.flatMap(({ body }) => parentsIn(body));
    for (let at = 0; at < bets.length; at += ticketsPerAnswer) {
      const request = api.itemsRequest(bets.slice(at, at + ticketsPerAnswer));
      answers.push({ request, body: await ask(request) });
    }
  }
  return answers;
}

function askJira(): (request: ApiRequest) => Promise<Json> {
  const handle = jiraApi(createJiraSite({ company }));
  const headers = { cookie: "cloud.session.token=ana" };
  return async ({ method, path, body }) =>
    jsonOf(await handle(new Request(origins.jira + path, { method, body, headers })));
}

function askLinear(): (request: ApiRequest) => Promise<Json> {
  const handle = linearApi(createLinearWorkspace({ company }));
  const headers = { authorization: "lin_api_ana", "content-type": "application/json" };
  return async ({ method, path, body }) => jsonOf(await handle(new Request(path, { method, body, headers })));
}

async function jsonOf(response: Response | null): Promise<Json> {
  if (response?.status !== 200) throw new Error(`the sandbox answered ${response?.status}`);
  return response.json();
}

function parentsIn(body: Json): string[] {
  const { issues = [] } = body as { issues?: { fields: { parent?: { id: string } } }[] };
  return [...new Set(issues.flatMap(({ fields }) => fields.parent?.id ?? []))];
}
