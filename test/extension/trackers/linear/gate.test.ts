import { describe, expect, it } from "vitest";
import { linearGate } from "../../../../extension/trackers/linear/gate";
import { linearScreen } from "../../../../extension/trackers/linear/gate-screen";
import type { SprintMove } from "../../../../shared/tracker/sprint-entry";
import { issueUpdateRequest } from "../../../sandbox/linear/pages/data/issue-update-request";

const url = "https://client-api.linear.app/graphql";
const read = (body: unknown, at = url) =>
  linearGate.read(
    {
      method: "POST",
      url: at,
      contentType: "application/json",
      body: typeof body === "string" ? body : JSON.stringify(body),
    },
    { sprintField: null },
  );
const enter = (issue: string, sprint = "c1"): SprintMove => ({ act: "enter", issue, sprint });
const nobody = { id: null, parent: null, type: null, scope: null, bet: null, state: null };
const mutation = (query: string, variables = {}) => ({
  query: `mutation M($i: X!, $a: [String!] = ["1"]) { ${query} }`,
  variables,
});

describe("what puts issues into a cycle in Linear", () => {
  it.each<[string, unknown, SprintMove[], string[]]>([
    [
      "one update, as the client sends it",
      issueUpdateRequest([{ issueId: "1", changes: { cycleId: "c1" } as never }]),
      [enter("1")],
      ["issueUpdate"],
    ],
    [
      "merged updates, as the client sends them, one of which is none",
      issueUpdateRequest([
        { issueId: "1", changes: { cycleId: "c1" } as never },
        { issueId: "2", changes: { priority: 2 } as never },
        { issueId: "3", changes: { cycleId: "c2", stateId: "s1" } as never },
      ]),
      [enter("1"), enter("3", "c2")],
      ["o1", "o3"],
    ],
    [
      "everything inline",
      { query: 'mutation { issueUpdate(id: "1", input: {cycleId: "c1"}) { success } }' },
      [enter("1")],
      ["issueUpdate"],
    ],
    [
      "everything in variables",
      {
        query:
          "mutation A($id: String!, $input: IssueUpdateInput!) { it: issueUpdate(id: $id, input: $input) { success } }",
        variables: { id: "ATL-1", input: { cycleId: "c1" } },
      },
      [enter("ATL-1")],
      ["it"],
    ],
    [
      "a batch update",
      mutation("issueBatchUpdate(ids: $ids, input: {cycleId: $c}) { success }", { ids: ["1", "2"], c: "c1" }),
      [enter("1"), enter("2")],
      ["issueBatchUpdate"],
    ],
    [
      "a variable with a default",
      mutation('issueBatchUpdate(ids: $a, input: {cycleId: "c1"}) { success }'),
      [enter("1")],
      ["issueBatchUpdate"],
    ],
    [
      "through a fragment on the mutations",
      {
        query:
          'mutation { ...F } fragment F on Mutation { issueUpdate(id: "1", input: {cycleId: "c1"}) { lastSyncId } }',
      },
      [enter("1")],
      ["issueUpdate"],
    ],
    [
      "through an inline fragment, with directives and comments",
      {
        query:
          'mutation @live { # go\n ... on Mutation @include(if: true) { issueUpdate(id: """1""", input: {cycleId: "c1"}) @x(y: [1, {z: 2}]) { lastSyncId } } }',
      },
      [enter("1")],
      ["issueUpdate"],
    ],
    [
      "only the operation that runs",
      {
        operationName: "B",
        query:
          'mutation A { issueUpdate(id: "1", input: {cycleId: "c1"}) { x } } mutation B { issueUpdate(id: "2", input: {cycleId: "c1"}) { x } }',
      },
      [enter("2")],
      ["issueUpdate"],
    ],
    [
      "making an issue in a cycle",
      mutation("issueCreate(input: $i) { success }", {
        i: { id: "n1", cycleId: "c1", teamId: "t1", projectId: "p1", title: "x" },
      }),
      [{ act: "create", sprint: "c1", issue: { ...nobody, id: "n1", scope: "t1", bet: "p1" } }],
      ["issueCreate"],
    ],
    [
      "making a sub-issue, which inherits its parent's cycle",
      mutation("issueCreate(input: $i) { success }", { i: { parentId: "1", teamId: "t1", title: "x" } }),
      [{ act: "create", sprint: null, issue: { ...nobody, parent: "1", scope: "t1" } }],
      ["issueCreate"],
    ],
    [
      "making several",
      mutation("issueBatchCreate(input: $i) { success }", {
        i: {
          issues: [
            { teamId: "t1", title: "x" },
            { teamId: "t1", cycleId: "c1", title: "y" },
          ],
        },
      }),
      [{ act: "create", sprint: "c1", issue: { ...nobody, scope: "t1" } }],
      ["issueBatchCreate"],
    ],
    [
      "a state, which may bring a cycle along",
      mutation('issueUpdate(id: "1", input: $i) { x }', { i: { stateId: "s1" } }),
      [{ act: "change-state", issue: "1", state: "s1" }],
      ["issueUpdate"],
    ],
    [
      "a team, which may bring a cycle along",
      mutation('issueUpdate(id: "1", input: $i) { x }', { i: { teamId: "t2", stateId: "s1" } }),
      [{ act: "change-team", issue: "1", team: "t2" }],
      ["issueUpdate"],
    ],
    [
      "starting the next cycle",
      mutation('cycleStartUpcomingCycleToday(id: "c2") { success }'),
      [{ act: "start", sprint: "c2" }],
      ["cycleStartUpcomingCycleToday"],
    ],
  ])("%s", (_, body, moves, paths) => {
    expect(linearScreen.mayEnter("POST", url)).toBe(true);
    expect(linearScreen.mayMean(url, JSON.stringify(body))).toBe(true);
    expect(read(body)).toEqual({ moves, reply: { kind: "graphql", paths: [paths], isBatch: false } });
  });

  it("finds it in a list of operations, too", () => {
    const one = issueUpdateRequest([{ issueId: "1", changes: { cycleId: "c1" } as never }]);
    expect(read([{ query: "{ viewer { id } }" }, one])).toEqual({
      moves: [enter("1")],
      reply: { kind: "graphql", paths: [[], ["issueUpdate"]], isBatch: true },
    });
  });
});

describe("what does not", () => {
  it.each<[string, unknown]>([
    [
      "taking out of a cycle",
      mutation('issueUpdate(id: "1", input: $i) { x }', { i: { cycleId: null, stateId: "s1" } }),
    ],
    [
      "another change",
      mutation('issueUpdate(id: "1", input: $i) { x }', { i: { title: "issueUpdate cycleId" } }),
    ],
    [
      "making an issue in no cycle",
      mutation("issueCreate(input: $i) { x }", { i: { teamId: "t1", title: "x" } }),
    ],
    ["a query", { query: 'query Q { issueUpdate(id: "1", input: {cycleId: "c1"}) { x } }' }],
    [
      "a query without its word",
      { query: '{ issues(filter: {cycleId: "c1"}) { issueUpdate(id: "1", input: {cycleId: "c1"}) } }' },
    ],
    [
      "a fragment on something else",
      {
        query:
          'mutation { commentCreate(input: {}) { ...F } } fragment F on Issue { issueUpdate(id: "1", input: {cycleId: "c1"}) }',
      },
    ],
    [
      "words in a text",
      {
        query:
          'mutation { commentCreate(input: {body: "issueUpdate(id: \\"1\\", input: {cycleId: \\"c1\\"})"}) { x } }',
      },
    ],
    ["an update without an issue", mutation("issueUpdate(input: $i) { x }", { i: { cycleId: "c1" } })],
    ["a broken document", { query: 'mutation { issueUpdate(id: "1", input: {cycleId: "c1"' }],
    ["no JSON", "issueUpdate mutation"],
    ["nothing", ""],
  ])("%s", (_, body) => {
    expect(read(body)).toBeNull();
  });

  it.each([
    ["POST", "https://client-api.linear.app/graphql/"],
    ["POST", "https://linear.app.evil.example/graphql"],
    ["POST", "https://evil-linear.app/graphql"],
    ["POST", "https://client-api.linear.app/sync/batch"],
    ["GET", url],
  ])("a request to elsewhere: %s %s", (method, at) => {
    expect(linearScreen.mayEnter(method, at)).toBe(false);
  });
});

it.each<[string, unknown, boolean]>([
  ["a question", JSON.stringify({ query: "query Issues { issues { nodes { id } } }" }), false],
  ["a change", JSON.stringify({ query: "mutation IssueUpdate { x }" }), true],
  ["what cannot be read", new Blob([]), true],
  ["what is read elsewhere", undefined, true],
])("may write: %s", (_, body, may) => {
  expect(linearScreen.mayWrite(url, body)).toBe(may);
  expect(linearScreen.mayWrite("https://elsewhere.example/graphql", body)).toBe(false);
});

it("refuses a merged request whole, in the shape that Linear's client rolls back and shows", () => {
  const entry = read(
    issueUpdateRequest([
      { issueId: "1", changes: { cycleId: "c1" } as never },
      { issueId: "2", changes: { cycleId: "c1" } as never },
    ]),
  );
  const refusal = entry && linearGate.refuse(entry, "Not signed off.");
  expect(refusal).toMatchObject({ status: 200, contentType: "application/json" });
  const error = (path: string) => ({
    message: "Not signed off.",
    path: [path],
    extensions: {
      type: "invalid input",
      code: "INPUT_ERROR",
      userError: true,
      userPresentableMessage: "Not signed off.",
    },
  });
  expect(JSON.parse(refusal?.body ?? "")).toEqual({ data: null, errors: [error("o1"), error("o2")] });
});
