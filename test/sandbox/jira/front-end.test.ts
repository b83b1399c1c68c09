import { beforeEach, describe, expect, it } from "vitest";
import { seedCompany } from "../company/seed";
import { textToAdf } from "./adf";
import { jiraFrontEnd } from "./front-end";
import { backlogData, boardData, issueView, navigation, timelineData } from "./pages/wire";
import { createJiraSite, type JiraSite } from "./site";
import { openSprintOf } from "./sprints";

const origin = "https://northwind.atlassian.net";
const company = seedCompany({ today: "2026-11-20" });
const admin = company.people.find((person) => person.role === "admin")?.id ?? "";
const stranger = company.people.find((person) => person.role === "stranger")?.id ?? "";
const hash = "0".repeat(64);

let site: JiraSite;
beforeEach(() => {
  site = createJiraSite({ company });
});

interface Asking {
  method?: string;
  cookie?: string;
  body?: unknown;
  from?: string;
}
async function ask(
  path: string,
  { method = "GET", cookie = `cloud.session.token=${admin}`, body, from }: Asking = {},
) {
  const headers = new Headers({ cookie });
  if (from) headers.set("origin", from);
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const response = await jiraFrontEnd(site)(new Request(origin + path, init));
  if (!response) throw new Error(`The front end leaves ${path} to others.`);
  return response;
}
const query = (operation: string, variables: unknown, asking: Asking = {}) =>
  ask(`/gateway/api/graphql/pq/${hash}?operation=${operation}`, {
    method: "POST",
    body: { variables },
    ...asking,
  });

const backlog = async () =>
  backlogData.parse(
    await (await ask("/rest/greenhopper/1.0/xboard/plan/v2/backlog/data?rapidViewId=1")).json(),
  );
const rank = (body: object, asking: Asking = {}) =>
  ask("/rest/greenhopper/1.0/sprint/rank", {
    method: "PUT",
    body: {
      addToBacklog: false,
      customFieldId: 10019,
      rapidViewId: 1,
      calculateNewIssuesOrder: false,
      ...body,
    },
    ...asking,
  });
const sprintOf = (key: string) => {
  const issue = site.findIssue(key);
  return issue ? (openSprintOf(site, issue)?.id ?? null) : undefined;
};

describe("the pages", () => {
  it.each([
    "/jira/software/c/projects/ATL/boards/1/backlog",
    "/jira/software/c/projects/ATL/boards/1/timeline",
    "/jira/software/projects/ATL/list",
    "/browse/ATL-1",
    "/issues/?jql=project%20%3D%20ATL",
    "/issues",
    "/jira/your-work",
  ])("%s is Jira's shell", async (path) => {
    const html = await (await ask(path)).text();
    expect(html).toContain('<meta name="application-name" content="JIRA" data-name="jira"');
    expect(html).toContain('<div id="jira-frontend"></div>');
    expect(html).toContain(`<meta name="ajs-cloud-id" content="${site.cloudId}">`);
    expect(html).toContain("--ds-text:");
  });

  it("sign a first visit in as the first admin", async () => {
    const response = await ask("/browse/ATL-1", { cookie: "" });
    expect(response.headers.getSetCookie().join("\n")).toContain(`cloud.session.token=${admin};`);
  });

  it("go from the root to the backlog", async () => {
    const response = await ask("/");
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/jira/software/c/projects/ATL/boards/1/backlog");
  });

  it.each([
    ["?theme=dark", "", 'data-color-mode="dark"'],
    ["?theme=light", "sandbox.theme=dark", 'data-color-mode="light"'],
    ["", "sandbox.theme=dark", 'data-color-mode="dark"'],
    ["", "", "prefers-color-scheme: dark"],
  ])("show the theme of %s and cookie '%s'", async (search, cookie, expected) => {
    const response = await ask(`/browse/ATL-1${search}`, {
      cookie: `cloud.session.token=${admin}; ${cookie}`,
    });
    expect(await response.text()).toContain(expected);
  });

  it("ask for today's markup unless told otherwise", async () => {
    const shellOf = async (handler: ReturnType<typeof jiraFrontEnd>) =>
      (await handler(new Request(`${origin}/browse/ATL-1`)))?.text();
    expect(await shellOf(jiraFrontEnd(site))).not.toContain("data-markup");
    expect(await shellOf(jiraFrontEnd(site, { markup: "renamed" }))).toContain(' data-markup="renamed">');
  });

  it("leave other sites and the public API to others", async () => {
    const handler = jiraFrontEnd(site);
    expect(await handler(new Request("https://linear.app/browse/ATL-1"))).toBeNull();
    expect(await handler(new Request(`${origin}/rest/api/3/myself`))).toBeNull();
  });
});

describe("after logging out", () => {
  const cookie = "signed-out=1";
  it.each([
    ["/browse/ATL-1", "GET"],
    ["/rest/greenhopper/1.0/xboard/work/allData.json?rapidViewId=1", "GET"],
    ["/rest/greenhopper/1.0/sprint/rank", "PUT"],
  ])("%s answers 200 with the login page", async (path, method) => {
    const response = await ask(path, { method, cookie });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain("Log in to continue");
  });

  it("logging in goes on to a path of this site only", async () => {
    const goesTo = async (wanted: string) =>
      (await ask(`/login?continue=${encodeURIComponent(wanted)}`, { cookie })).headers.get("location");
    expect(await goesTo("/browse/ATL-1")).toBe("/browse/ATL-1");
    expect(await goesTo("//elsewhere.example")).toBe("/");
    expect(await goesTo("https://elsewhere.example")).toBe("/");
  });
});

describe("the endpoints of the pages", () => {
  it("list level 0 issues by rank, done ones only in a sprint", async () => {
    const { issues, sprints } = await backlog();
    const order = new Map(site.ranked().map((issue, index) => [issue.key, index]));
    const ranks = issues.map((issue) => order.get(issue.key) ?? -1);
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    expect(issues.every((issue) => issue.hierarchyLevel === 0)).toBe(true);
    expect(issues.filter((issue) => issue.done && issue.sprintIds.length === 0)).toEqual([]);
    expect(sprints.map((sprint) => sprint.state)).toEqual(["ACTIVE", "FUTURE", "FUTURE", "FUTURE"]);
  });

  it("put the active sprint on the board", async () => {
    const response = await ask("/rest/greenhopper/1.0/xboard/work/allData.json?rapidViewId=1");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { issuesData, sprintsData } = boardData.parse(await response.json());
    const active = sprintsData.sprints.map((sprint) => sprint.id);
    expect(issuesData.issues.length).toBeGreaterThan(0);
    expect(issuesData.issues.every((issue) => issue.sprintIds.some((id) => active.includes(id)))).toBe(true);
  });

  it("tell an issue with all that is above and below it", async () => {
    const story = [...site.issues.values()].find((issue) => issue.type.hierarchyLevel === -1);
    const answer = await query("issueViewQuery", { issueKey: story?.key });
    const { data } = (await answer.json()) as { data: unknown };
    const { issue } = issueView.parse(data);
    expect(issue?.ancestors.at(-1)?.id).toBe(story?.parentId);
    expect(issue?.parent?.id).toBe(story?.parentId);
  });

  it("move an issue into a sprint and back", async () => {
    const { issues, sprints } = await backlog();
    const key = issues.find((issue) => issue.sprintIds.length === 0)?.key ?? "";
    const sprintId = sprints[0]?.id;
    expect((await rank({ idOrKeys: [key], sprintId })).status).toBe(204);
    expect(sprintOf(key)).toBe(sprintId);
    expect((await rank({ idOrKeys: [key], sprintId: null, addToBacklog: true })).status).toBe(204);
    expect(sprintOf(key)).toBeNull();
  });

  it("set the Sprint field by a persisted mutation, and by the navigator's cell", async () => {
    const { issues, sprints } = await backlog();
    const issue = issues.find((it) => it.sprintIds.length === 0);
    const [first, second] = sprints;
    const ari = (kind: string, id: unknown) => `ari:cloud:jira:${site.cloudId}:${kind}/${id}`;
    const input = { issueId: ari("issue", issue?.id), sprintId: ari("sprint", first?.id) };
    expect((await query("issueFieldSprint_updateSprintMutation", { input })).status).toBe(200);
    expect(sprintOf(issue?.key ?? "")).toBe(first?.id);
    const cell = { row: Number(issue?.id), column: 10020, value: [second?.id] };
    expect(
      (await ask("/rest/internal/2/native-issue-table/cell", { method: "POST", body: cell })).status,
    ).toBe(204);
    expect(sprintOf(issue?.key ?? "")).toBe(second?.id);
    await ask("/rest/internal/2/native-issue-table/cell", { method: "POST", body: { ...cell, value: [] } });
    expect(sprintOf(issue?.key ?? "")).toBeNull();
  });

  it("rank an issue within its sprint without changing the sprint", async () => {
    const { issues } = await backlog();
    const [first, second] = issues.filter((issue) => issue.sprintIds.length === 0);
    const entries = site.findIssue(second?.key ?? "")?.changelog.length ?? 0;
    await rank({ idOrKeys: [second?.key], sprintId: null, addToBacklog: true, idOrKeyBefore: first?.key });
    const moved = site.findIssue(second?.key ?? "");
    expect(moved?.changelog.slice(entries).flatMap((entry) => entry.items.map((item) => item.field))).toEqual(
      ["Rank"],
    );
    const after = (await backlog()).issues.map((issue) => issue.key);
    expect(after.indexOf(second?.key ?? "")).toBe(after.indexOf(first?.key ?? "") - 1);
  });

  it("rank a sub-task in the sprint that it has from its parent", async () => {
    const below = site
      .ranked()
      .filter((issue) => issue.type.hierarchyLevel === -1 && sprintOf(issue.key) !== null);
    const [first] = below;
    const second = below.find(
      (issue) => issue !== first && sprintOf(issue.key) === sprintOf(first?.key ?? ""),
    );
    const body = { idOrKeys: [second?.key], sprintId: sprintOf(first?.key ?? ""), idOrKeyBefore: first?.key };
    expect((await rank(body)).status).toBe(204);
    expect(second?.rank).toBeLessThan(first?.rank ?? 0);
  });

  it("never name an issue that the person may not see", async () => {
    const parent = [...site.issues.values()].find(
      (issue) => issue.type.hierarchyLevel === 1 && site.childrenOf(issue).length > 0,
    );
    const child = parent && site.childrenOf(parent)[0];
    if (!parent || !child) throw new Error("The seed has an epic with issues.");
    parent.visibleTo = ["signer"];
    child.description = textToAdf(`As ${parent.key} says.`);
    const seen = JSON.stringify([
      await backlog(),
      await (await query("issueViewQuery", { issueKey: child.key })).json(),
    ]);
    expect(seen).toContain(child.summary);
    expect(seen).not.toContain(parent.summary);
    expect(seen).not.toContain(`/browse/${parent.key}`);
  });

  it.each<[string, object, Asking, number]>([
    ["an unknown sprint", { idOrKeys: ["ATL-1"], sprintId: 999 }, {}, 404],
    ["an unknown issue", { idOrKeys: ["ATL-99999"], sprintId: null }, {}, 400],
    ["a body that is none", { idOrKeys: [] }, {}, 400],
    ["another site's page", { idOrKeys: ["ATL-1"], sprintId: null }, { from: "https://evil.example" }, 403],
    ["nobody", { idOrKeys: ["ATL-1"], sprintId: null }, { cookie: "" }, 401],
  ])("refuse a move by or of %s", async (_, body, asking, status) => {
    expect((await rank(body, asking)).status).toBe(status);
  });

  it("say in Jira's shape why a person may not schedule", async () => {
    site.grants.admin.delete("SCHEDULE_ISSUES");
    const response = await rank({ idOrKeys: ["ATL-1"], sprintId: null });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errorMessages: [expect.stringContaining("permission")] });
  });

  it("transition a card", async () => {
    const issue = [...site.issues.values()].find(
      (it) => it.status.name === "To Do" && it.type.hierarchyLevel === 0,
    );
    const input = { issueKey: issue?.key, toStatusId: "3" };
    expect((await query("boardCardTransitionMutation", { input })).status).toBe(200);
    expect(issue?.status.name).toBe("In Progress");
    expect(
      (await query("boardCardTransitionMutation", { input: { ...input, toStatusId: "0" } })).status,
    ).toBe(400);
  });

  it("tell a timeline its epics and what is under them", async () => {
    const { data } = (await (await query("timelineQuery", { boardId: 1 })).json()) as { data: unknown };
    const { issues, sprints } = timelineData.parse(data);
    expect(new Set(issues.map((issue) => issue.hierarchyLevel))).toEqual(new Set([0, 1]));
    const epics = new Set(issues.filter((it) => it.hierarchyLevel === 1).map((it) => it.id));
    expect(issues.some((it) => it.parent !== null && epics.has(it.parent.id))).toBe(true);
    const starts = sprints.map((sprint) => sprint.startDate ?? "9999");
    expect(starts).toEqual(starts.toSorted());
    expect((await query("timelineQuery", { boardId: 99 })).status).toBe(404);
    expect((await query("timelineQuery", {})).status).toBe(400);
  });

  it("show a stranger nothing", async () => {
    const cookie = `cloud.session.token=${stranger}`;
    const { data } = (await (await query("navigationQuery", {}, { cookie })).json()) as { data: unknown };
    expect(navigation.parse(data).projects).toEqual([]);
    const one = await query("issueViewQuery", { issueKey: "ATL-1" }, { cookie });
    expect(await one.json()).toEqual({ data: { issue: null } });
    expect((await query("timelineQuery", { boardId: 1 }, { cookie })).status).toBe(404);
    const list = await ask("/rest/greenhopper/1.0/xboard/work/allData.json?rapidViewId=1", { cookie });
    expect(list.status).toBe(404);
  });

  it("refuse a body that is no JSON", async () => {
    const headers = { cookie: `cloud.session.token=${admin}` };
    const request = new Request(`${origin}/rest/greenhopper/1.0/sprint/rank`, {
      method: "PUT",
      headers,
      body: "{",
    });
    expect((await jiraFrontEnd(site)(request))?.status).toBe(400);
  });

  it("know no other operation", async () => {
    expect((await query("someOtherQuery", {})).status).toBe(404);
  });
});
