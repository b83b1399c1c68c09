import { describe, expect, it } from "vitest";
import { jiraGate } from "../../../../extension/trackers/jira/gate";
import { jiraScreen } from "../../../../extension/trackers/jira/gate-screen";
import type { SiteHints, SprintMove } from "../../../../shared/tracker/sprint-entry";

const site = "https://northwind.atlassian.net";
const hash = "a".repeat(64);
const known: SiteHints = { sprintField: "customfield_10020" };
const unknown: SiteHints = { sprintField: null };
const read = (method: string, path: string, body: unknown, hints = known, contentType = "application/json") =>
  jiraGate.read(
    { method, url: site + path, contentType, body: typeof body === "string" ? body : JSON.stringify(body) },
    hints,
  );
const enter = (issue: string, sprint = "12") => ({ act: "enter" as const, issue, sprint });
const field = "customfield_10020";
const sprintAri = "ari:cloud:jira:9f:sprint/12";
const issueAri = (id: number) => `ari:cloud:jira:9f:issue/${id}`;
const pq = (operation: string) => `/gateway/api/graphql/pq/${hash}?operation=${operation}`;
const rank = {
  idOrKeys: ["ATL-1", "ATL-2"],
  sprintId: 12,
  addToBacklog: false,
  rapidViewId: 1,
  customFieldId: 10019,
};
const nobody = { id: null, parent: null, type: null, scope: null, bet: null };

describe("what puts issues into a sprint in Jira", () => {
  it.each<[string, string, string, unknown, SprintMove[]]>([
    [
      "a drag in the backlog",
      "PUT",
      "/rest/greenhopper/1.0/sprint/rank",
      rank,
      [enter("ATL-1"), enter("ATL-2")],
    ],
    [
      "with its sprint as text",
      "PUT",
      "/rest/greenhopper/1.0/sprint/rank",
      { ...rank, sprintId: "12" },
      [enter("ATL-1"), enter("ATL-2")],
    ],
    [
      "the public move",
      "POST",
      "/rest/agile/1.0/sprint/12/issue",
      { issues: ["10001", "PR-1", 7] },
      [enter("10001"), enter("PR-1"), enter("7")],
    ],
    [
      "the public move of the newer API",
      "POST",
      "/rest/software/1.0/sprint/12/issue",
      { issues: ["PR-1"] },
      [enter("PR-1")],
    ],
    [
      "an edit of the field",
      "PUT",
      "/rest/api/3/issue/ATL-1",
      { fields: { [field]: 12, summary: "x" } },
      [{ ...enter("ATL-1"), field }],
    ],
    [
      "an edit of the field with a list",
      "PUT",
      "/rest/api/2/issue/10001?notifyUsers=false",
      { fields: { [field]: [12] } },
      [{ ...enter("10001"), field }],
    ],
    [
      "an edit of the field in steps",
      "PUT",
      "/rest/api/latest/issue/ATL-1",
      { update: { [field]: [{ set: 12 }] } },
      [{ ...enter("ATL-1"), field }],
    ],
    [
      "a transition with the field",
      "POST",
      "/rest/api/3/issue/ATL-1/transitions",
      { transition: { id: "11" }, fields: { [field]: 12 } },
      [{ ...enter("ATL-1"), field }],
    ],
    [
      "making an issue in a sprint",
      "POST",
      "/rest/api/3/issue",
      {
        fields: {
          project: { key: "ATL" },
          issuetype: { name: "Task" },
          parent: { key: "ATL-9" },
          summary: "x",
          [field]: 12,
        },
      },
      [
        {
          act: "create",
          sprint: "12",
          field,
          issue: { ...nobody, parent: "ATL-9", type: "Task", scope: "ATL" },
        },
      ],
    ],
    [
      "making several issues",
      "POST",
      "/rest/api/3/issue/bulk",
      {
        issueUpdates: [
          { fields: { project: { id: "10000" }, issuetype: { id: "3" }, [field]: 12 } },
          { fields: { summary: "no sprint" } },
        ],
      },
      [{ act: "create", sprint: "12", field, issue: { ...nobody, type: "3", scope: "10000" } }],
    ],
    [
      "a bulk edit",
      "POST",
      "/rest/api/3/bulk/issues/fields",
      {
        selectedActions: [field],
        selectedIssueIdsOrKeys: ["ATL-1", "2"],
        editedFieldsInput: { clearableNumberFields: [{ fieldId: field, value: 12 }] },
      },
      [
        { ...enter("ATL-1"), field },
        { ...enter("2"), field },
      ],
    ],
    [
      "the start of a sprint",
      "POST",
      "/rest/agile/1.0/sprint/12",
      { state: "active", startDate: "x" },
      [{ act: "start", sprint: "12" }],
    ],
    [
      "the start of a sprint, put",
      "PUT",
      "/rest/agile/1.0/sprint/12",
      { state: "ACTIVE" },
      [{ act: "start", sprint: "12" }],
    ],
    [
      "the start of a sprint on its board",
      "PUT",
      "/rest/greenhopper/1.0/sprint/12/start",
      {},
      [{ act: "start", sprint: "12" }],
    ],
    [
      "a persisted mutation with ARIs",
      "POST",
      pq("backlogCard_moveToSprintMutation"),
      { variables: { input: { sprintId: sprintAri, issueIds: [issueAri(1), issueAri(2)] } } },
      [enter("1"), enter("2")],
    ],
    [
      "a persisted mutation with numbers",
      "POST",
      pq("issueFieldSprintInlineEdit_editMutation"),
      { variables: { input: { issueId: "10001", sprint: { id: 12 } } } },
      [enter("10001")],
    ],
    [
      "a persisted mutation with keys",
      "POST",
      pq("BacklogIssueMove"),
      {
        variables: {
          issueKeys: ["ATL-1"],
          destinationSprintId: 12,
          sourceSprintId: 11,
          rankBeforeIssueId: 5,
        },
      },
      [enter("ATL-1")],
    ],
    [
      "a persisted mutation of the field",
      "POST",
      pq("issueView_updateFieldsMutation"),
      { variables: { issueKey: "ATL-1", fields: { [field]: 12 } } },
      [enter("ATL-1")],
    ],
    [
      "a mutation with its text",
      "POST",
      "/jsw2/graphql?operation=SoftwareCardMove",
      {
        operationName: "SoftwareCardMove",
        query:
          "mutation SoftwareCardMove($c: [ID!]!, $s: ID!) { moveCards(cardIds: $c, sprintId: $s) { ok } }",
        variables: { c: [1, 2], s: "12" },
      },
      [enter("1"), enter("2")],
    ],
    [
      "a mutation with everything inline",
      "POST",
      "/jsw/graphql",
      { query: `mutation { jira { m: moveCard(input: {sprintId: 12, cardId: "10001"}) { ok } } }` },
      [enter("10001")],
    ],
    [
      "making a card in a sprint",
      "POST",
      "/jsw2/graphql?operation=BoardCardCreate",
      {
        operationName: "BoardCardCreate",
        query: "mutation BoardCardCreate($i: In!) { createCard(input: $i) { id } }",
        variables: { i: { sprintId: 12, summary: "x" } },
      },
      [{ act: "create", sprint: "12", issue: nobody }],
    ],
    [
      "making a card with all that it belongs to",
      "POST",
      "/jsw2/graphql?operation=BoardCardCreate",
      {
        operationName: "BoardCardCreate",
        query: "mutation BoardCardCreate($i: In!) { createCard(input: $i) { id } }",
        variables: {
          i: { sprintId: 12, projectId: 10000, issueTypeId: "10002", parentIssueId: "10001", boardId: 3 },
        },
      },
      [
        {
          ...{ act: "create", sprint: "12" },
          issue: { ...nobody, scope: "10000", type: "10002", parent: "10001" },
        },
      ],
    ],
    [
      "making an issue with ARIs, and with objects",
      "POST",
      pq("globalIssueCreate_createIssueMutation"),
      {
        variables: {
          input: {
            sprintId: sprintAri,
            project: { id: "ari:cloud:jira:9f:project/10000" },
            issueType: { id: "10002" },
            parent: { key: "ATL-9" },
          },
        },
      },
      [
        {
          ...{ act: "create", sprint: "12" },
          issue: { ...nobody, scope: "10000", type: "10002", parent: "ATL-9" },
        },
      ],
    ],
    [
      "starting a sprint",
      "POST",
      pq("startSprintModal_startSprintMutation"),
      { variables: { input: { sprintId: sprintAri, startDate: "x" } } },
      [{ act: "start", sprint: "12" }],
    ],
    [
      "a batch",
      "POST",
      "/rest/gira/1/",
      [
        { query: "{ a }" },
        {
          operationName: "moveIssueToSprint",
          query: "mutation moveIssueToSprint { moveIssueToSprint(issueId: 1, sprintId: 12) { ok } }",
        },
      ],
      [enter("1")],
    ],
  ])("%s", (_, method, path, body, moves) => {
    expect(jiraScreen.mayEnter(method, site + path)).toBe(true);
    expect(jiraScreen.mayMean(site + path, JSON.stringify(body))).toBe(true);
    expect(read(method, path, body)?.moves).toEqual(moves);
  });

  it("takes any number in a custom field for a sprint while the sprint's field is not known", () => {
    const fields = { customfield_10016: 5, [field]: [12], customfield_10030: "text", labels: ["x"] };
    expect(read("PUT", "/rest/api/3/issue/ATL-1", { fields }, unknown)?.moves).toEqual([
      { ...enter("ATL-1", "5"), field: "customfield_10016" },
      { ...enter("ATL-1"), field },
    ]);
  });
});

describe("what does not", () => {
  it.each<[string, string, string, unknown]>([
    [
      "a drag to the backlog",
      "PUT",
      "/rest/greenhopper/1.0/sprint/rank",
      { ...rank, sprintId: null, addToBacklog: true },
    ],
    [
      "a drag to the backlog that names its sprint",
      "PUT",
      "/rest/greenhopper/1.0/sprint/rank",
      { ...rank, addToBacklog: true },
    ],
    ["a drag to no sprint", "PUT", "/rest/greenhopper/1.0/sprint/rank", { ...rank, sprintId: "" }],
    ["reading a sprint's issues", "GET", "/rest/software/1.0/sprint/12/issue", ""],
    ["moving to the backlog", "POST", "/rest/agile/1.0/backlog/issue", { issues: ["ATL-1"] }],
    ["renaming a sprint", "POST", "/rest/agile/1.0/sprint/12", { name: "Sprint 12" }],
    ["ending a sprint", "POST", "/rest/agile/1.0/sprint/12", { state: "closed" }],
    ["swapping sprints", "POST", "/rest/agile/1.0/sprint/12/swap", { sprintToSwapWith: 13 }],
    ["clearing the field", "PUT", "/rest/api/3/issue/ATL-1", { fields: { [field]: null } }],
    ["story points", "PUT", "/rest/api/3/issue/ATL-1", { fields: { customfield_10016: 5 } }],
    ["a plain creation", "POST", "/rest/api/3/issue", { fields: { project: { key: "ATL" }, summary: "x" } }],
    [
      "reading issues in bulk",
      "POST",
      "/rest/api/3/issue/bulkfetch",
      { issueIdsOrKeys: ["ATL-1"], fields: ["summary", field] },
    ],
    ["a search", "POST", "/rest/api/3/search/jql", { jql: "sprint = 12" }],
    ["a comment", "POST", "/rest/api/3/issue/ATL-1/comment", { body: { sprintId: 12, issueId: 1 } }],
    [
      "a bulk edit of another field",
      "POST",
      "/rest/api/3/bulk/issues/fields",
      {
        selectedActions: ["labels"],
        selectedIssueIdsOrKeys: ["ATL-1"],
        editedFieldsInput: { clearableNumberFields: [{ fieldId: field, value: 12 }] },
      },
    ],
    ["a persisted query", "POST", pq("sprintIssuesQuery"), { variables: { sprintId: 12, issueIds: [1] } }],
    [
      "a persisted query for what could be moved",
      "POST",
      pq("useMoveToSprintMenuQuery"),
      { variables: { sprintId: 12, issueId: 1 } },
    ],
    [
      "taking out of a sprint",
      "POST",
      pq("backlog_removeFromSprintMutation"),
      { variables: { sprintId: 12, issueId: 1 } },
    ],
    [
      "ending a sprint by mutation",
      "POST",
      pq("completeSprintModal_completeSprintMutation"),
      { variables: { sprintId: 12, destination: { sprintId: 13 }, issueIds: [1] } },
    ],
    [
      "a mutation with no sprint",
      "POST",
      pq("boardCardTransitionMutation"),
      { variables: { input: { issueKey: "ATL-1", toStatusId: "3" } } },
    ],
    [
      "a mutation with no issue",
      "POST",
      pq("sprintHeader_updateSprintMutation"),
      { variables: { sprintId: 12, name: "x" } },
    ],
    [
      "a mutation that only names where an issue was",
      "POST",
      pq("backlog_moveToBacklogMutation"),
      { variables: { sourceSprintId: 12, issueId: 1 } },
    ],
    [
      "a query with its text",
      "POST",
      "/jsw2/graphql?operation=SoftwareCardMove",
      {
        query: "query Q($sprintId: ID!, $issueId: ID!) { a(sprintId: $sprintId, issueId: $issueId) { b } }",
        variables: { sprintId: 12, issueId: 1 },
      },
    ],
    [
      "text that is no GraphQL",
      "POST",
      "/jsw2/graphql",
      { query: "mutation {{{", variables: { sprintId: 12, issueId: 1 } },
    ],
    ["no JSON", "PUT", "/rest/greenhopper/1.0/sprint/rank", "idOrKeys=ATL-1"],
    ["nothing", "PUT", "/rest/greenhopper/1.0/sprint/rank", ""],
  ])("%s", (_, method, path, body) => {
    expect(read(method, path, body)).toBeNull();
  });

  it.each([
    "https://evil.example/rest/agile/1.0/sprint/12/issue",
    "https://evil.example/?https://northwind.atlassian.net/rest/agile/1.0/sprint/12/issue",
    "http://northwind.atlassian.net/rest/agile/1.0/sprint/12/issue",
    "https://northwind.atlassian.net.evil.example/rest/agile/1.0/sprint/12/issue",
  ])("a request to elsewhere: %s", (url) => {
    expect(jiraScreen.mayEnter("POST", url)).toBe(false);
  });

  it("a form", () => {
    const form = "application/x-www-form-urlencoded";
    expect(read("PUT", "/rest/greenhopper/1.0/sprint/rank", rank, known, form)).toBeNull();
  });
});

describe("a refusal", () => {
  it("of a REST call is Jira's error collection", () => {
    const entry = read("PUT", "/rest/greenhopper/1.0/sprint/rank", rank);
    const refusal = entry && jiraGate.refuse(entry, "Not signed off.");
    expect(refusal).toMatchObject({ status: 400, contentType: "application/json;charset=UTF-8" });
    expect(JSON.parse(refusal?.body ?? "")).toEqual({ errorMessages: ["Not signed off."], errors: {} });
  });

  it("of a GraphQL operation is an answer with errors and no data, in a list for a batch", () => {
    const query = "mutation { m: moveIssue(issueId: 1, sprintId: 12) { ok } }";
    const one = read("POST", "/rest/gira/1", { query });
    const refusal = one && jiraGate.refuse(one, "Not signed off.");
    const error = { message: "Not signed off.", extensions: { statusCode: 400, errorType: "BAD_REQUEST" } };
    expect(refusal?.status).toBe(200);
    expect(JSON.parse(refusal?.body ?? "")).toEqual({ data: null, errors: [{ ...error, path: ["m"] }] });
    const batch = read("POST", "/rest/gira/1", [{ query: "{ a }" }, { query }]);
    expect(JSON.parse((batch && jiraGate.refuse(batch, "Not signed off."))?.body ?? "")).toEqual([
      { data: null, errors: [error] },
      { data: null, errors: [{ ...error, path: ["m"] }] },
    ]);
  });
});
