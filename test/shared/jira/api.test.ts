import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../shared/domain/policy";
import { none, value } from "../../../shared/domain/result";
import { jiraApi } from "../../../shared/jira/api";
import type { ApiAnswer } from "../../../shared/tracker/tracker-api";
import { aSheet, aStatement } from "../../domain/builders";

const origin = "https://northwind.atlassian.net";
const json = (body: unknown, status = 200): ApiAnswer => ({
  status,
  contentType: "application/json;charset=UTF-8",
  retryAfterS: null,
  body: JSON.stringify(body),
});

/** A bulkfetch answer as documented (platform specification, 2026-05), cut down to what is asked for. */
const epic = {
  expand: "renderedFields,names,schema",
  id: "10101",
  self: `${origin}/rest/api/3/issue/10101`,
  key: "ATL-9",
  fields: {
    summary: "Guest checkout",
    issuetype: { id: "10000", name: "Epic", hierarchyLevel: 1, subtask: false },
  },
  properties: {
    "plumbline.sheet": aSheet(),
    "plumbline.statement": aStatement(),
    "plumbline.standing": "signed",
  },
};
const story = {
  id: "10001",
  key: "ATL-1",
  fields: {
    summary: "Pay as a guest",
    issuetype: { id: "10002", name: "Story", hierarchyLevel: 0 },
    parent: { id: "10101", key: "ATL-9", fields: { summary: "Guest checkout" } },
  },
  properties: { "plumbline.lane": "bug" },
};
const request = jiraApi.itemsRequest(["ATL-1", "10101"]);
const read = (issues: unknown[]) => jiraApi.read(request, json({ issues, issueErrors: [] }), origin);

describe("what Jira is asked", () => {
  it("is one bulkfetch for all, with the few fields and properties that are needed", () => {
    expect({ ...request, body: JSON.parse(request.body ?? "") }).toEqual({
      method: "POST",
      path: "/rest/api/3/issue/bulkfetch",
      asked: ["ATL-1", "10101"],
      body: {
        issueIdsOrKeys: ["ATL-1", "10101"],
        fields: ["summary", "issuetype", "parent"],
        properties: ["plumbline.sheet", "plumbline.statement", "plumbline.lane", "plumbline.standing"],
      },
    });
  });

  it("is the policy of the ticket's project", () => {
    expect(jiraApi.policyScopeOf("ATL_2-17")).toBe("ATL_2");
    expect(jiraApi.policyRequest("ATL_2")).toEqual({
      method: "GET",
      path: "/rest/api/3/project/ATL_2?properties=plumbline.policy,plumbline.policy-default",
      body: null,
      asked: [],
    });
  });
});

describe("what Jira answers", () => {
  it("becomes items as the rules know them", () => {
    expect(read([epic, story])).toEqual({
      ok: true,
      value: {
        malformed: [],
        policies: [],
        items: [
          {
            id: "10101",
            key: "ATL-9",
            title: "Guest checkout",
            type: "Epic",
            isBet: true,
            parentId: null,
            url: `${origin}/browse/ATL-9`,
            sheet: value(aSheet()),
            statement: value(aStatement()),
            standingMirror: "signed",
            lane: null,
          },
          {
            id: "10001",
            key: "ATL-1",
            title: "Pay as a guest",
            type: "Story",
            isBet: false,
            parentId: "10101",
            url: `${origin}/browse/ATL-1`,
            sheet: none,
            statement: none,
            standingMirror: null,
            lane: "bug",
          },
        ],
      },
    });
  });

  it.each<[string, unknown, string[]]>([
    ["without fields", { id: "1", key: "ATL-2" }, ["1", "ATL-2"]],
    [
      "with a type that is a word",
      { ...story, id: "1", key: "ATL-2", fields: { ...story.fields, issuetype: "Story" } },
      ["1", "ATL-2"],
    ],
    [
      "with a parent that has no id",
      { ...story, id: "1", key: "ATL-2", fields: { ...story.fields, parent: {} } },
      ["1", "ATL-2"],
    ],
    ["with properties that are a list", { ...story, id: "1", key: "ATL-2", properties: [1] }, ["1", "ATL-2"]],
    ["without an id", { key: "ATL-2", fields: story.fields }, ["ATL-2"]],
    ["with an id that is a number", { id: 1, key: "ATL-2", fields: story.fields }, []],
    ["with half a character in its key", { ...story, id: "1", key: "A\ud800" }, []],
    ["that is null", null, []],
    ["that is a list", [story], []],
  ])("an issue %s costs only itself", (_, bad, malformed) => {
    const answer = read([epic, bad, story]);
    expect(answer.ok && answer.value.items.map(({ key }) => key)).toEqual(["ATL-9", "ATL-1"]);
    expect(answer.ok && answer.value.malformed).toEqual(malformed);
  });

  it("an issue without properties and summary is one all the same", () => {
    const answer = read([{ id: "1", key: "ATL-2", fields: { issuetype: { name: "Task" } } }]);
    expect(answer.ok && answer.value.items[0]).toMatchObject({
      title: "",
      isBet: false,
      parentId: null,
      sheet: none,
    });
  });

  it("text that looks like markup stays text", () => {
    const summary = "<img src=x onerror=alert(1)> ATL-99 \u202e";
    const answer = read([{ ...story, fields: { ...story.fields, summary } }]);
    expect(answer.ok && answer.value.items[0]?.title).toBe(summary);
  });

  it("a key cannot lead the link astray", () => {
    const answer = read([{ ...story, key: "../../evil?x=" }]);
    expect(answer.ok && new URL(answer.value.items[0]?.url ?? "").pathname).toBe(
      "/browse/..%2F..%2Fevil%3Fx%3D",
    );
  });

  it("to another question than ours is refused", () => {
    const answer = jiraApi.read({ path: "/rest/api/3/myself", asked: [] }, json({ issues: [story] }), origin);
    expect(answer).toEqual({ ok: false, error: { kind: "malformed", retryAfterMs: null } });
  });
});

describe("the policy of a project", () => {
  const { path } = jiraApi.policyRequest("ATL") ?? { path: "" };
  const policyOf = (answer: ApiAnswer) => {
    const parsed = jiraApi.read({ path, asked: [] }, answer, origin);
    return parsed.ok ? parsed.value.policies : parsed.error.kind;
  };
  const project = (properties: object) => json({ id: "10000", key: "ATL", properties });
  const property = (it: unknown) => project({ "plumbline.policy": it });

  it("is the property's value, with the defaults for what it leaves out", () => {
    expect(policyOf(property({ lanes: { byType: { Incident: "incident" } } }))).toEqual([
      { scope: "ATL", policy: value({ ...defaultPolicy, lanes: { byType: { Incident: "incident" } } }) },
    ]);
  });

  it("is none where nobody wrote it, or the project is not there for this person", () => {
    for (const it of [project({}), json({ id: "10000", key: "ATL" })])
      expect(policyOf(it)).toEqual([{ scope: "ATL", policy: none }]);
    expect(policyOf(json({ errorMessages: [] }, 404))).toEqual([{ scope: "ATL", policy: none }]);
  });

  it("is what the app inside Jira says for projects without one, only there", () => {
    const said = { "plumbline.policy-default": { mode: "block" } };
    const policies = (mode: "block" | "warn") => [
      { scope: "ATL", policy: value({ ...defaultPolicy, mode }) },
    ];
    expect(policyOf(project(said))).toEqual(policies("block"));
    expect(policyOf(project({ ...said, "plumbline.policy": { mode: "warn" } }))).toEqual(policies("warn"));
  });

  it("is not known where the answer is of no project", () => {
    for (const junk of [[], { properties: [] }, { properties: 7 }])
      expect(policyOf(json(junk))).toBe("malformed");
  });

  it("is unreadable where it is junk", () => {
    expect(policyOf(property({ mode: "loud" }))).toEqual([
      { scope: "ATL", policy: { kind: "unreadable", findings: [expect.anything()] } },
    ]);
  });

  it.each([
    [401, "signed-out"],
    [403, "forbidden"],
    [429, "rate-limited"],
    [500, "server"],
    [0, "offline"],
  ])("is not known after %i", (status, kind) => {
    expect(policyOf(json({}, status))).toBe(kind);
  });
});
