import { beforeEach, describe, expect, it } from "vitest";
import { jiraSweepScope } from "../../../extension/trackers/jira/sweep-scope";
import { performRequest } from "../../../extension/trackers/perform-request";
import { jiraSweepPort } from "../../../shared/jira/sweep-port";
import type { ApiAnswer, ApiRequest } from "../../../shared/tracker/tracker-api";
import { fetchFrom } from "../../extension/fetch-from";
import { seedCompany } from "../../sandbox/company/seed";
import { jiraApi } from "../../sandbox/jira/api";
import { createIssue } from "../../sandbox/jira/create-issue";
import { sprintField } from "../../sandbox/jira/fields";
import type { JiraUser } from "../../sandbox/jira/records";
import { createJiraSite, type JiraSite } from "../../sandbox/jira/site";
import { smallCompany } from "../../sandbox/jira/small-company";
import { moveToSprint } from "../../sandbox/jira/sprints";

const origin = "https://northwind.atlassian.net";
const { signal } = new AbortController();
const hints = { sprintField };
let site: JiraSite;
let now: number;
let calls: ApiRequest[];

beforeEach(() => {
  now = Date.parse("2026-11-20T12:00:00.000Z");
  calls = [];
  open(createJiraSite({ company: smallCompany(), now: () => new Date(now) }));
});

let port: ReturnType<typeof jiraSweepPort>;
function open(opened: JiraSite): void {
  site = opened;
  const fetch = fetchFrom(
    jiraApi(site, () => now),
    origin,
    { cookie: "cloud.session.token=ana" },
  );
  port = jiraSweepPort((request, stop) => {
    calls.push(request);
    return performRequest(request, stop, fetch);
  });
}
/** A port whose tracker answers with these, one after the other, as they were recorded or specified. */
function answering(...answers: (Partial<ApiAnswer> & { json?: unknown })[]) {
  return jiraSweepPort(async (request) => {
    calls.push(request);
    const { json, ...answer } = answers.shift() ?? {};
    const body = json === undefined ? "" : JSON.stringify(json);
    return { status: 200, contentType: "application/json", retryAfterS: null, body, ...answer };
  });
}
const user = (person: string) => site.users.find((it) => it.personId === person) as JiraUser;
const issue = (key: string) => {
  const found = site.findIssue(key);
  if (!found) throw new Error(`There is no ${key}`);
  return found;
};
const idOf = (key: string) => issue(key).id;
const sprintId = (name: string) => {
  const found = site.sprints.find((it) => it.name === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found.id;
};

describe("reading sprints", () => {
  it("gives those that are open or to come, the empty ones too, without sub-tasks", async () => {
    const read = await port.readOpenSprints("ATL", signal);
    expect(read).toEqual({
      ok: true,
      value: [
        { id: String(sprintId("Sprint two")), name: "Sprint two", issues: [idOf("ATL-1"), idOf("ATL-2")] },
        { id: String(sprintId("Sprint three")), name: "Sprint three", issues: [] },
        { id: String(sprintId("Sprint four")), name: "Sprint four", issues: [] },
      ],
    });
  });

  it("takes at most twelve calls for ten sprints with a thousand issues", async () => {
    open(createJiraSite({ company: seedCompany({ today: "2026-11-20", issues: 1_200 }) }));
    const [board] = site.boards;
    const tickets = [...site.issues.values()].filter(({ type }) => type.hierarchyLevel === 0).slice(0, 1_000);
    for (const it of tickets) it.sprintIds = [];
    site.sprints.length = 0;
    for (let at = 0; at < 10; at += 1) {
      const id = 900 + at;
      const dates = {
        startDate: null,
        endDate: null,
        completeDate: null,
        createdDate: "2026-11-01T00:00:00.000Z",
        goal: "",
      };
      site.sprints.push({ id, name: `S${at}`, state: "future", originBoardId: board?.id ?? 0, ...dates });
      for (const it of tickets.slice(at * 100, at * 100 + 100)) it.sprintIds = [id];
    }
    const read = await port.readOpenSprints("ATL", signal);
    expect(read.ok && read.value.map(({ issues }) => issues.length)).toEqual(Array(10).fill(100));
    expect(calls.length).toBeLessThanOrEqual(12);
  });

  it("goes on to the last page, of boards, of sprints and of issues", async () => {
    const one = (id: string) => ({ id, fields: { issuetype: { subtask: false } } });
    const port = answering(
      { json: { values: [{ id: 1 }], isLast: false } },
      { json: { values: [{ id: 2 }], isLast: true } },
      { json: { values: [{ id: 7, name: "S" }], isLast: true } },
      { json: { values: [{ id: 7, name: "S" }], isLast: true } },
      { json: { issues: [one("10")], nextPageToken: "a b" } },
      { json: { issues: [one("11")] } },
    );
    expect(await port.readOpenSprints("A", signal)).toEqual({
      ok: true,
      value: [{ id: "7", name: "S", issues: ["10", "11"] }],
    });
    expect(calls.at(-1)?.path).toContain("nextPageToken=a%20b");
  });

  it("takes a board without sprints for what it is", async () => {
    const message = "The board does not support sprints";
    const port = answering(
      { json: { values: [{ id: 1 }], isLast: true } },
      { status: 400, json: { errorMessages: [message], errors: {} } },
    );
    expect(await port.readOpenSprints("A", signal)).toEqual({ ok: true, value: [] });
  });

  it.each<[string, Partial<ApiAnswer> & { json?: unknown }, object]>([
    ["is limited", { status: 429, retryAfterS: 7 }, { kind: "rate-limited", retryAfterMs: 7_000 }],
    ["ended the session", { contentType: "text/html", body: "<!doctype html>" }, { kind: "signed-out" }],
    ["answers in another shape", { json: { issues: [{ id: 3 }] } }, { kind: "malformed" }],
    ["does not answer", { status: 0, contentType: "" }, { kind: "offline" }],
  ])("gives nothing at all where one call %s", async (_, answer, error) => {
    const port = answering(
      { json: { values: [{ id: 1 }], isLast: true } },
      { json: { values: [{ id: 7, name: "S" }], isLast: true } },
      answer,
    );
    expect(await port.readOpenSprints("A", signal)).toMatchObject({ ok: false, error });
  });
});

describe("who moved an issue into its sprint", () => {
  it("is who did it last, by Jira's history", async () => {
    moveToSprint(site, user("raj"), ["ATL-5"], sprintId("Sprint two"));
    now += 1_000;
    moveToSprint(site, user("tom"), ["ATL-5"], sprintId("Sprint three"));
    const read = await port.readMovers([idOf("ATL-5")], hints, signal);
    const at = new Date(now).toISOString();
    expect(read.ok && [...read.value]).toEqual([[idOf("ATL-5"), { by: user("tom").accountId, at }]]);
  });

  it("is who made it, where it was made in there", async () => {
    const fields = { project: { key: "ATL" }, issuetype: { name: "Task" }, summary: "Made in place" };
    const made = createIssue(site, user("tom"), {
      fields: { ...fields, [sprintField]: sprintId("Sprint two") },
    });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const read = await port.readMovers([made.value.id], hints, signal);
    expect(read.ok && read.value.get(made.value.id)).toEqual({
      by: user("tom").accountId,
      at: new Date(now).toISOString(),
    });
  });

  it("is read from moments in milliseconds as well, over all pages", async () => {
    const history = (accountId: string, created: unknown, fieldId = sprintField) => ({
      author: { accountId },
      created,
      items: [{ fieldId }],
    });
    const port = answering(
      {
        json: {
          issueChangeLogs: [{ issueId: "1", changeHistories: [history("b", now + 5)] }],
          nextPageToken: "x",
        },
      },
      {
        json: {
          issueChangeLogs: [
            { issueId: "1", changeHistories: [history("a", now), history("c", now + 9, "summary")] },
          ],
        },
      },
    );
    const read = await port.readMovers(["1"], hints, signal);
    expect(read.ok && read.value.get("1")).toEqual({ by: "b", at: new Date(now + 5).toISOString() });
  });

  it("is not known where the sprint's field is not", async () => {
    expect(await port.readMovers(["1"], { sprintField: null }, signal)).toEqual({
      ok: true,
      value: new Map(),
    });
    expect(calls).toEqual([]);
  });
});

describe("moving issues", () => {
  it("takes them out of their sprint and into another, and leaves their rank", async () => {
    const rank = issue("ATL-1").rank;
    expect(await port.move([idOf("ATL-1")], null, signal)).toEqual({ ok: true, value: new Map() });
    expect(issue("ATL-1").sprintIds).toEqual([]);
    await port.move([idOf("ATL-1")], String(sprintId("Sprint three")), signal);
    expect(issue("ATL-1").sprintIds).toEqual([sprintId("Sprint three")]);
    expect(issue("ATL-1").rank).toBe(rank);
  });

  it("says which of them Jira would not move", async () => {
    const port = answering({
      status: 207,
      json: {
        entries: [
          { issueId: 1, issueKey: "A-1", status: 200 },
          { issueId: 2, issueKey: "A-2", status: 400, errors: ["No."] },
        ],
      },
    });
    expect(await port.move(["1", "2"], null, signal)).toEqual({ ok: true, value: new Map([["2", "No."]]) });
  });

  it("gives Jira's own words where it lets this person move nothing", async () => {
    for (const granted of Object.values(site.grants)) granted.delete("SCHEDULE_ISSUES");
    expect(await port.move([idOf("ATL-1")], null, signal)).toMatchObject({
      ok: false,
      error: { kind: "forbidden", message: expect.stringContaining("permission") },
    });
  });
});

it.each([
  ["/jira/software/c/projects/ATL/boards/1/backlog", "ATL"],
  ["/jira/software/projects/A_1/boards/1", "A_1"],
  ["/browse/ATL-12", "ATL"],
  ["/issues/?jql=x&selectedIssue=OPS-3", "OPS"],
  ["/issues/?jql=x", null],
])("%s fills the sprints of %s", (path, scope) => {
  expect(jiraSweepScope(new URL(path, origin))).toBe(scope);
});
