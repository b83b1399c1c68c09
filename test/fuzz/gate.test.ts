import fc from "fast-check";
import { it } from "vitest";
import { jiraGate } from "../../extension/trackers/jira/gate";
import { jiraScreen } from "../../extension/trackers/jira/gate-screen";
import { linearGate } from "../../extension/trackers/linear/gate";
import { linearScreen } from "../../extension/trackers/linear/gate-screen";
import type { SeenRequest, TrackerGate } from "../../shared/tracker/sprint-entry";
import { issueUpdateRequest } from "../sandbox/linear/pages/data/issue-update-request";
import { evilTexts } from "./evil-texts";
import { fuzz } from "./fuzz";
import { type Json, type JsonMutation, jsonMutations, mutated } from "./json-mutations";

const screens = new Map([
  [jiraGate, jiraScreen],
  [linearGate, linearScreen],
]);

interface Seed {
  gate: TrackerGate;
  method: string;
  url: string;
  body: Json;
  isRead: boolean;
}
const jira = "https://northwind.atlassian.net";
const linear = "https://client-api.linear.app/graphql";
const pq = `${jira}/gateway/api/graphql/pq/${"a".repeat(64)}?operation=`;
const field = "customfield_10020";
const updates = ["1", "2", "3"].map((issueId) => ({ issueId, changes: { cycleId: "c1" } as never }));
const moves =
  'mutation A($i: X = {cycleId: "c"}) { o1:issueUpdate(id:"1", input:$i) { x } ... on Mutation { issueCreate(input: {cycleId: "c1"}) @a(b: 1) { y } } }';

const write = (gate: TrackerGate, method: string, url: string, body: Json): Seed => ({
  gate,
  method,
  url,
  body,
  isRead: false,
});
const read = (gate: TrackerGate, method: string, url: string, body: Json): Seed => ({
  gate,
  method,
  url,
  body,
  isRead: true,
});
const ids: Json = {
  sprintId: 12,
  issueIds: ["ari:cloud:jira:9f:issue/1", 2, "ATL-3"],
  sprint: "ari:cloud:jira:9f:sprint/12",
};
const seeds: readonly Seed[] = [
  write(jiraGate, "PUT", `${jira}/rest/greenhopper/1.0/sprint/rank`, {
    idOrKeys: ["ATL-1"],
    sprintId: 12,
    addToBacklog: false,
  }),
  write(jiraGate, "POST", `${jira}/rest/agile/1.0/sprint/12/issue`, { issues: ["10001", "PR-1"] }),
  write(jiraGate, "PUT", `${jira}/rest/api/3/issue/ATL-1`, {
    fields: { [field]: [12] },
    update: { [field]: [{ set: 1 }] },
  }),
  write(jiraGate, "POST", `${jira}/rest/api/3/issue/bulk`, {
    issueUpdates: [{ fields: { project: { key: "ATL" }, [field]: 12 } }],
  }),
  write(jiraGate, "POST", `${jira}/rest/api/3/bulk/issues/fields`, {
    selectedActions: [field],
    selectedIssueIdsOrKeys: ["1"],
    editedFieldsInput: { a: [{ fieldId: field, value: 12 }] },
  }),
  write(jiraGate, "POST", `${jira}/rest/agile/1.0/sprint/12`, { state: "active" }),
  write(jiraGate, "POST", `${pq}x_moveToSprintMutation`, { variables: { input: ids } }),
  write(jiraGate, "POST", `${jira}/jsw2/graphql`, [
    { query: "mutation A($i: X) { moveCards(input: $i) { ok } }", variables: { i: ids } },
  ]),
  write(linearGate, "POST", linear, issueUpdateRequest(updates) as unknown as Json),
  write(linearGate, "POST", linear, {
    query: moves,
    variables: { i: { cycleId: "c1" } },
    operationName: "A",
  }),
  read(jiraGate, "GET", `${jira}/rest/agile/1.0/sprint/12/issue`, { issues: ["1"] }),
  read(jiraGate, "POST", `${jira}/rest/api/3/issue/bulkfetch`, {
    issueIdsOrKeys: ["1"],
    fields: { [field]: 12 },
  }),
  read(jiraGate, "POST", `${pq}backlog_sprintIssuesQuery`, { variables: { input: ids } }),
  read(jiraGate, "POST", `${jira}/rest/api/3/search/jql`, { jql: "sprint = 12", ...(ids as object) }),
  read(linearGate, "GET", linear, { query: moves }),
];
/** Documents that only read, to go with any variables. */
const reads = [
  "query Q($i: X) { issues(filter: $i) { nodes { id } } }",
  "{ issueUpdate(id: 1, input: {cycleId: 2}) { x } }",
  "subscription S { issueUpdate(id: 1, input: {cycleId: 2}) { x } }",
];

const mutations = fc.array(jsonMutations(), { maxLength: 1 }).map((it): JsonMutation[] => it.flat());
/** Changes to the text itself: pieces cut out, doubled, or put in from elsewhere. */
const cuts = fc.array(
  fc.record({
    at: fc.nat(5_000),
    length: fc.nat(40),
    put: fc.oneof(
      fc.constantFrom("", "{", "}", "(", '"', "\\", "$i", "...", "mutation ", '"""', "#", ...evilTexts),
      fc.string({ maxLength: 5 }),
    ),
  }),
  { maxLength: 3 },
);
function cut(text: string, edits: readonly { at: number; length: number; put: string }[]): string {
  return edits.reduce((it, { at, length, put }) => {
    const start = at % (it.length + 1);
    return it.slice(0, start) + put + it.slice(start + length);
  }, text);
}

const anyField = fc.constantFrom(null, field, "");
const requestOf = ({ method, url }: Pick<Seed, "method" | "url">, body: string): SeenRequest => ({
  method,
  url,
  contentType: "application/json",
  body,
});

function check(gate: TrackerGate, request: SeenRequest, sprintField: string | null): boolean {
  const entry = gate.read(request, { sprintField });
  if (entry === null) return false;
  if (!screens.get(gate)?.mayEnter(request.method, request.url))
    throw new Error("claimed what the first look had let go");
  if (!screens.get(gate)?.mayMean(request.url, request.body)) throw new Error("claimed against its words");
  if (entry.moves.length === 0) throw new Error("claimed without a move");
  const refusal = gate.refuse(entry, "No.");
  if (!JSON.stringify(JSON.parse(refusal.body)).includes("No."))
    throw new Error(`refused without a word: ${refusal.body}`);
  return true;
}

it("whatever a request is, the gate neither throws nor claims a read", async () => {
  const cases = fc.record({
    seed: fc.constantFrom(...seeds),
    mutations,
    cuts,
    sprintField: anyField,
    whole: fc.option(fc.string(), { freq: 20 }),
  });
  await fuzz(80, cases, ({ seed, mutations, cuts, sprintField, whole }) => {
    const body = whole ?? cut(JSON.stringify(mutated(seed.body, mutations)), cuts);
    const isClaimed = check(seed.gate, requestOf(seed, body), sprintField);
    if (isClaimed && seed.isRead) throw new Error(`a read was claimed: ${seed.url} ${body}`);
  });
});

it("no document that only reads is claimed, whatever its variables", async () => {
  const cases = fc.record({
    seed: fc.constantFrom(...seeds.filter((it) => /graphql/.test(it.url) && !it.url.includes("/pq/"))),
    query: fc.constantFrom(...reads),
    mutations,
    sprintField: anyField,
  });
  await fuzz(15, cases, ({ seed, query, mutations, sprintField }) => {
    const variables = mutated(seed.body, mutations);
    if (check(seed.gate, requestOf(seed, JSON.stringify({ query, variables })), sprintField))
      throw new Error(`a read was claimed: ${query}`);
  });
});

it("no address makes it throw", async () => {
  const cases = fc.record({
    seed: fc.constantFrom(...seeds),
    cuts,
    method: fc.constantFrom("GET", "POST", "PUT", "", "post"),
  });
  await fuzz(5, cases, ({ seed, cuts, method }) => {
    check(seed.gate, requestOf({ method, url: cut(seed.url, cuts) }, JSON.stringify(seed.body)), null);
  });
});
