import { beforeEach, describe, expect, it } from "vitest";
import { jiraApi } from "./api";
import { createJiraSite, type JiraSite } from "./site";
import { smallCompany, ticket } from "./small-company";

const base = "https://northwind.atlassian.net";
let site: JiraSite;
let seconds: number;
let api: ReturnType<typeof jiraApi>;

beforeEach(() => {
  site = createJiraSite({ company: smallCompany(), now: () => new Date("2026-11-20T12:00:00.000Z") });
  seconds = 0;
  api = jiraApi(site, () => seconds * 1000);
});

interface Asking {
  as?: string | null;
  body?: unknown;
  text?: string;
  headers?: Record<string, string>;
}

async function ask(line: string, { as = "ana", body, text, headers = {} }: Asking = {}): Promise<Response> {
  const [method = "GET", path = "/"] = line.split(" ");
  const cookie: Record<string, string> =
    as === null ? {} : { cookie: `theme=dark; cloud.session.token=${as}` };
  const content = text ?? (body === undefined ? null : JSON.stringify(body));
  const request = new Request(base + path, { method, headers: { ...cookie, ...headers }, body: content });
  const response = await api(request);
  if (response === null) throw new Error(`nobody answers ${line}`);
  return response;
}
const read = async (line: string, asking?: Asking) => JSON.parse(await (await ask(line, asking)).text());
const statusOf = async (line: string, asking?: Asking) => (await ask(line, asking)).status;

describe("who asks", () => {
  it.each([
    ["nobody", { as: null }, 401],
    ["a session of nobody", { as: "zoe" }, 401],
    ["a person with a session", { as: "tom" }, 200],
    [
      "Basic auth of a person",
      { as: null, headers: { authorization: `Basic ${btoa("tom@northwind.example:token")}` } },
      200,
    ],
    [
      "Basic auth of nobody",
      { as: "ana", headers: { authorization: `Basic ${btoa("zoe@northwind.example:token")}` } },
      401,
    ],
  ])("%s", async (_, asking: Asking, status) => {
    expect(await statusOf("GET /rest/api/3/myself", asking)).toBe(status);
  });

  it("meets the login page with 200 after signing out", async () => {
    const response = await ask("GET /rest/api/3/myself", { as: null, headers: { cookie: "signed-out=1" } });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html;charset=UTF-8"]);
  });

  it.each([
    ["another site", "https://evil.example", "POST", 403],
    ["an extension", "chrome-extension://abc", "POST", 403],
    ["the site itself", base, "POST", 200],
    ["another site that only reads", "https://evil.example", "GET", 200],
  ])("a request from %s", async (_, origin, method, status) => {
    const asking = method === "POST" ? { body: { jql: "project = ATL" } } : {};
    const path = `/rest/api/3/search/jql${method === "GET" ? "?jql=project=ATL" : ""}`;
    const headers = { origin, "x-atlassian-token": "no-check" };
    const response = await ask(`${method} ${path}`, { ...asking, headers });
    expect(response.status).toBe(status);
    if (status === 403) expect(await response.text()).toBe("XSRF check failed");
  });

  it("leaves other hosts and other paths to others", async () => {
    expect(await api(new Request("https://linear.app/rest/api/3/myself"))).toBeNull();
    expect(await api(new Request(`${base}/browse/ATL-1`))).toBeNull();
  });

  it.each([
    ["GET /rest/api/3/nothing", 404],
    ["DELETE /rest/api/3/myself", 405],
    ["GET /rest/api/3/issue/%ZZ", 404],
  ])("%s", async (line, status) => {
    expect(await statusOf(line)).toBe(status);
  });
});

describe("what each role may do", () => {
  const sheet = "PUT /rest/api/3/issue/ATL-7/properties/plumbline.sheet";
  const policy = "PUT /rest/api/3/project/ATL/properties/plumbline.policy";
  it.each([
    ["GET /rest/api/3/issue/ATL-1", undefined, { ana: 200, tom: 200, raj: 200, olga: 404 }],
    [
      "PUT /rest/api/3/issue/ATL-1",
      { fields: { summary: "New" } },
      { ana: 204, tom: 204, raj: 204, olga: 404 },
    ],
    [sheet, { state: "draft" }, { ana: 201, tom: 201, raj: 201, olga: 404 }],
    [policy, { mode: "block" }, { ana: 200, tom: 403, raj: 403, olga: 404 }],
    [
      "POST /rest/agile/1.0/sprint/3/issue",
      { issues: ["ATL-5"] },
      { ana: 204, tom: 204, raj: 204, olga: 404 },
    ],
    ["POST /rest/agile/1.0/backlog/issue", { issues: ["ATL-1"] }, { ana: 204, tom: 204, olga: 403 }],
    ["GET /rest/agile/1.0/board/1", undefined, { ana: 200, tom: 200, olga: 404 }],
    ["GET /rest/software/1.0/sprint/2/issue", undefined, { ana: 200, olga: 404 }],
    [
      "GET /rest/api/3/mypermissions?permissions=EDIT_ISSUES&issueKey=ATL-1",
      undefined,
      { tom: 200, olga: 404 },
    ],
  ])("%s", async (line, body, expected) => {
    for (const [as, status] of Object.entries(expected)) {
      api = jiraApi(createJiraSite({ company: smallCompany() }));
      expect([as, await statusOf(line, { as, body })]).toEqual([as, status]);
    }
  });

  it("refuses a property to a person who may not edit", async () => {
    site.grants.member.delete("EDIT_ISSUES");
    expect(await statusOf(sheet, { as: "tom", body: {} })).toBe(403);
    expect(
      await statusOf("DELETE /rest/api/3/issue/ATL-7/properties/plumbline.standing", { as: "tom" }),
    ).toBe(403);
  });

  it("hides an issue behind issue-level security as if it were not there", async () => {
    const issue = site.findIssue("ATL-5");
    if (issue) issue.visibleTo = ["admin"];
    expect(await statusOf("GET /rest/api/3/issue/ATL-5", { as: "tom" })).toBe(404);
    const found = await read("POST /rest/api/3/issue/bulkfetch", {
      as: "tom",
      body: { issueIdsOrKeys: ["ATL-5", "ATL-1"] },
    });
    expect(found.issues.map((it: { key: string }) => it.key)).toEqual(["ATL-1"]);
  });

  it("tells a person's own permissions", async () => {
    const { permissions } = await read(
      "GET /rest/api/3/mypermissions?permissions=EDIT_ISSUES,ADMINISTER_PROJECTS",
      { as: "tom" },
    );
    expect(permissions.EDIT_ISSUES.havePermission).toBe(true);
    expect(permissions.ADMINISTER_PROJECTS.havePermission).toBe(false);
    expect(await statusOf("GET /rest/api/3/mypermissions")).toBe(400);
  });
});

describe("bulkfetch", () => {
  const fetchKeys = async (issueIdsOrKeys: string[], more: object = {}) =>
    read("POST /rest/api/3/issue/bulkfetch", { body: { issueIdsOrKeys, fields: ["summary"], ...more } });

  it("answers in order of ids, drops what is missing and says nothing about it", async () => {
    const answer = await fetchKeys(["ATL-6", "ATL-404", "atl-2", "ATL-6"]);
    expect(answer.issues.map((it: { key: string }) => it.key)).toEqual(["ATL-2", "ATL-6"]);
    expect(answer.issueErrors).toEqual([]);
    expect(answer.issues[0].fields).toEqual({ summary: "Labels print twice" });
  });

  it("gives the properties asked for", async () => {
    const answer = await fetchKeys(["ATL-7"], { properties: ["plumbline.standing", "plumbline.sheet"] });
    expect(answer.issues[0].properties).toEqual({ "plumbline.standing": "missing" });
  });

  it("gives the forty latest changes of an issue, and says how many there are", async () => {
    for (let at = 0; at < 45; at += 1) {
      seconds += 10;
      await ask("PUT /rest/api/3/issue/ATL-5", { body: { fields: { summary: `Name ${at}` } } });
    }
    const answer = await fetchKeys(["ATL-5"], { expand: ["changelog"] });
    const { total, histories } = answer.issues[0].changelog;
    expect([total, histories.length]).toEqual([45, 40]);
    expect(histories[0].items[0].toString).toBe("Name 44");
  });

  it.each([
    ["101 keys", Array.from({ length: 101 }, (_, index) => `ATL-${index}`), {}],
    ["no key", [], {}],
    ["six properties", ["ATL-1"], { properties: ["a", "b", "c", "d", "e", "f"] }],
    ["fields that are no list", ["ATL-1"], { fields: "summary" }],
  ])("refuses %s", async (_, issueIdsOrKeys, more) => {
    const asking = { body: { issueIdsOrKeys, ...more } };
    const response = await ask("POST /rest/api/3/issue/bulkfetch", asking);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ errorMessages: [expect.any(String)], errors: {} });
  });
});

describe("search", () => {
  it("gives ids alone unless fields are asked for", async () => {
    const { issues } = await read("GET /rest/api/3/search/jql?jql=key=ATL-1");
    expect(issues).toEqual([
      { id: expect.any(String), key: "ATL-1", self: expect.any(String), expand: expect.any(String) },
    ]);
  });

  it("pages by token, which is absent on the last page", async () => {
    const keys: string[] = [];
    let token: string | undefined;
    let pages = 0;
    do {
      const body = { jql: "project = ATL order by key", maxResults: 3, nextPageToken: token };
      const page = await read("POST /rest/api/3/search/jql", { body });
      keys.push(...page.issues.map((it: { key: string }) => it.key));
      expect(page.isLast).toBe(page.nextPageToken === undefined);
      token = page.nextPageToken;
      pages += 1;
    } while (token !== undefined);
    expect([pages, keys.length, new Set(keys).size]).toEqual([3, 7, 7]);
  });

  it("counts", async () => {
    expect(
      await read("POST /rest/api/3/search/approximate-count", { body: { jql: "project = ATL" } }),
    ).toEqual({ count: 7 });
  });

  it("gives 100 a page at most with fields, and all ids at once without", async () => {
    const tickets = Array.from({ length: 150 }, (_, index) => ticket(index + 1));
    api = jiraApi(createJiraSite({ company: smallCompany({ bets: [], tickets }) }));
    const pageOf = async (fields: string) =>
      (await read(`GET /rest/api/3/search/jql?jql=project=ATL&maxResults=5000&fields=${fields}`)).issues
        .length;
    expect([await pageOf("summary"), await pageOf("id")]).toEqual([100, 150]);
  });

  it.each([
    ["an unbounded query", { jql: "" }, /^Unbounded JQL/],
    ["JQL that it does not know", { jql: "project was ATL" }, /^Error in the JQL Query/],
    ["a strange token", { jql: "project = ATL", nextPageToken: "x" }, /token is invalid/],
    [
      "six properties",
      { jql: "project = ATL", properties: ["a", "b", "c", "d", "e", "f"] },
      /properties is 5/,
    ],
    [
      "51 issues to reconcile",
      { jql: "project = ATL", reconcileIssues: Array.from({ length: 51 }, (_, id) => id) },
      /is 50/,
    ],
  ])("refuses %s", async (_, body, message) => {
    const response = await ask("POST /rest/api/3/search/jql", { body });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ errorMessages: [expect.stringMatching(message)], errors: {} });
  });

  it.each([
    "GET /rest/api/3/search?jql=project=ATL",
    "GET /rest/agile/1.0/sprint/2/issue",
    "GET /rest/agile/1.0/board/1/backlog",
  ])("%s is gone", async (line) => {
    expect(await statusOf(line)).toBe(410);
  });
});

describe("properties", () => {
  const path = "/rest/api/3/issue/ATL-1/properties";

  it("are created, replaced, listed, read and removed", async () => {
    expect(await statusOf(`PUT ${path}/plumbline.lane`, { text: '"bug"' })).toBe(201);
    expect(await statusOf(`PUT ${path}/plumbline.lane`, { text: '"spike"' })).toBe(200);
    expect((await read(`GET ${path}`)).keys.map((it: { key: string }) => it.key)).toEqual(["plumbline.lane"]);
    expect(await read(`GET ${path}/plumbline.lane`)).toEqual({ key: "plumbline.lane", value: "spike" });
    expect(await statusOf(`DELETE ${path}/plumbline.lane`)).toBe(204);
    expect(await statusOf(`GET ${path}/plumbline.lane`)).toBe(404);
    expect(await statusOf(`DELETE ${path}/plumbline.lane`)).toBe(404);
  });

  it.each([
    ["a value of 32,768 characters", "k", `"${"x".repeat(32_766)}"`, 201],
    ["one character more", "k", `"${"x".repeat(32_767)}"`, 400],
    ["an empty value", "k", "", 400],
    ["what is no JSON", "k", "{state: draft}", 400],
    ["a key of 255 characters", "k".repeat(255), "1", 201],
    ["a key of 256 characters", "k".repeat(256), "1", 400],
  ])("%s", async (_, key, text, status) => {
    expect(await statusOf(`PUT ${path}/${key}`, { text })).toBe(status);
  });

  it("can be set in the same edit as fields, all or nothing", async () => {
    const properties = [{ key: "plumbline.lane", value: "upkeep" }];
    const wrong = { fields: { summary: "" }, properties };
    expect(await statusOf("PUT /rest/api/3/issue/ATL-1", { body: wrong })).toBe(400);
    expect(await statusOf(`GET ${path}/plumbline.lane`)).toBe(404);
    expect(
      await statusOf("PUT /rest/api/3/issue/ATL-1", { body: { ...wrong, fields: { summary: "S" } } }),
    ).toBe(204);
    expect((await read(`GET ${path}/plumbline.lane`)).value).toBe("upkeep");
  });
});

describe("properties of many issues at once", () => {
  const multi = (issues: unknown, as = "tom") =>
    ask("POST /rest/api/3/issue/properties/multi", { as, body: { issues } });
  const noted = (key: string) => site.findIssue(key)?.properties.get("note");

  it("are set, and the answer leads to a task", async () => {
    const ids = ["ATL-5", "ATL-6"].map((key) => Number(site.findIssue(key)?.id));
    const response = await multi(
      [...ids, 99_999].map((issueID, at) => ({ issueID, properties: { note: at } })),
    );
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(/\/rest\/api\/3\/task\/\d+$/);
    expect(["ATL-5", "ATL-6"].map(noted)).toEqual([0, 1]);
  });

  it("are not where a person may not edit, or asks for more than Jira takes", async () => {
    const issueID = Number(site.findIssue("ATL-5")?.id);
    await multi([{ issueID, properties: { note: 1 } }], "olga");
    expect(noted("ATL-5")).toBeUndefined();
    const many = Array.from({ length: 101 }, () => ({ issueID, properties: { note: 1 } }));
    expect((await multi(many)).status).toBe(400);
  });
});

describe("people by a permission", () => {
  const search = (permission: string, as = "ana") =>
    ask(
      `GET /rest/api/3/user/permission/search?query=&projectKey=ATL&permissions=${encodeURIComponent(permission)}`,
      { as },
    );
  const namesIn = async (response: Response) =>
    ((await response.json()) as { displayName: string }[]).map((it) => it.displayName);

  it("are given to who administers the project, also for what an app defines", async () => {
    const raj = site.users.find(({ personId }) => personId === "raj");
    if (raj) site.appPermissions.set("ari:cloud:ecosystem::extension/a/e/static/sign", new Set([raj]));
    expect(await namesIn(await search("ADMINISTER"))).toEqual(["Ana"]);
    expect(await namesIn(await search("ari:cloud:ecosystem::extension/a/e/static/sign"))).toEqual(["Raj"]);
    expect((await search("ADMINISTER", "tom")).status).toBe(403);
    expect((await search("ari:cloud:ecosystem::extension/other")).status).toBe(400);
  });
});

describe("editing", () => {
  const edit = (body: unknown, version = 3) => ask(`PUT /rest/api/${version}/issue/ATL-5`, { body });
  it.each([
    ["a sprint by number", { customfield_10020: 3 }, {}],
    ["a sprint in a list of one", { customfield_10020: [3] }, {}],
    [
      "a sprint as an object",
      { customfield_10020: { id: 3 } },
      { customfield_10020: "Number value expected as the Sprint id." },
    ],
    ["a closed sprint", { customfield_10020: 1 }, { customfield_10020: expect.stringContaining("closed") }],
    ["no sprint", { customfield_10020: null }, {}],
    [
      "a field that is not there",
      { customfield_1: 1 },
      { customfield_1: expect.stringContaining("cannot be set") },
    ],
    ["an empty summary", { summary: " " }, { summary: "You must specify a summary of the issue." }],
    [
      "a long summary",
      { summary: "x".repeat(256) },
      { summary: "Summary must be less than 255 characters." },
    ],
    [
      "a description in plain text",
      { description: "x" },
      { description: expect.stringContaining("Atlassian Document") },
    ],
    [
      "a parent of the wrong level",
      { parent: { key: "ATL-1" } },
      { parent: expect.stringContaining("hierarchy") },
    ],
    ["no parent", { parent: null }, {}],
    ["labels with spaces", { labels: ["a b"] }, { labels: expect.stringContaining("contains spaces") }],
    ["a priority by name", { priority: { name: "Highest" } }, {}],
    [
      "an assignee who may not see it",
      { assignee: { accountId: "nobody" } },
      { assignee: expect.any(String) },
    ],
  ])("%s", async (_, fields, errors) => {
    const response = await edit({ fields });
    expect(response.status).toBe(Object.keys(errors).length === 0 ? 204 : 400);
    if (response.status === 400) expect(await response.json()).toEqual({ errorMessages: [], errors });
  });

  it("takes plain text for a description in version 2, and shows it as text there", async () => {
    expect((await edit({ fields: { description: "one\n\ntwo" } }, 2)).status).toBe(204);
    expect((await read("GET /rest/api/2/issue/ATL-5?fields=description")).fields.description).toBe(
      "one\n\ntwo",
    );
    expect((await read("GET /rest/api/3/issue/ATL-5?fields=description")).fields.description.type).toBe(
      "doc",
    );
  });

  it("adds a comment in the same edit as a move, both or neither", async () => {
    const body = {
      type: "doc",
      version: 1,
      content: [{ type: "paragraph", content: [{ type: "text", text: "Out." }] }],
    };
    const comment = [{ add: { body } }];
    const of = () => site.findIssue("ATL-5");
    expect((await edit({ fields: { customfield_10020: 99 }, update: { comment } })).status).toBe(400);
    expect([of()?.sprintIds, of()?.comments.length]).toEqual([[], 0]);
    expect((await edit({ fields: { customfield_10020: 2 }, update: { comment } })).status).toBe(204);
    expect([of()?.sprintIds, of()?.comments.length]).toEqual([[2], 1]);
    site.grants.admin.delete("ADD_COMMENTS");
    expect((await edit({ fields: { customfield_10020: null }, update: { comment } })).status).toBe(400);
    expect(of()?.sprintIds).toEqual([2]);
  });

  it("adds and removes labels", async () => {
    expect((await edit({ update: { labels: [{ add: "a" }, { add: "b" }, { remove: "a" }] } })).status).toBe(
      204,
    );
    expect((await read("GET /rest/api/3/issue/ATL-5?fields=labels")).fields.labels).toEqual(["b"]);
  });

  it("is told in the changelog, newest first in the issue and oldest first in its own pages", async () => {
    await edit({ fields: { summary: "First" } });
    await edit({ fields: { summary: "Second" } });
    const { changelog } = await read("GET /rest/api/3/issue/ATL-5?expand=changelog&fields=summary");
    expect(changelog.histories[0].items[0]).toMatchObject({
      field: "summary",
      fromString: "First",
      toString: "Second",
    });
    const page = await read("GET /rest/api/3/issue/ATL-5/changelog?maxResults=1");
    expect(page).toMatchObject({ total: 2, isLast: false, values: [{ items: [{ toString: "First" }] }] });
    const body = { issueIdsOrKeys: ["ATL-5", "ATL-1"], fieldIds: ["summary"] };
    const bulk = await read("POST /rest/api/3/changelog/bulkfetch", { body });
    expect(bulk.issueChangeLogs).toHaveLength(1);
    expect(bulk.issueChangeLogs[0].changeHistories).toHaveLength(2);
  });

  it("does not put an unchanged value into the changelog", async () => {
    await edit({ fields: { summary: "Ticket 5" } });
    expect(site.findIssue("ATL-5")?.changelog).toEqual([]);
  });
});

describe("creating", () => {
  const fields = { project: { key: "ATL" }, issuetype: { name: "Story" }, summary: "New" };
  it("opens an issue at the lowest rank, in a sprint where one is given", async () => {
    const body = { fields: { ...fields, customfield_10020: 2, parent: { key: "ATL-7" } } };
    const created = await read("POST /rest/api/3/issue", { as: "tom", body });
    expect(created).toMatchObject({ key: "ATL-8" });
    expect(site.findIssue("ATL-8")).toMatchObject({
      sprintIds: [2],
      reporter: { personId: "tom" },
      changelog: [],
    });
    expect(site.ranked().at(-1)?.key).toBe("ATL-8");
  });

  it.each([
    ["project", { ...fields, project: { key: "NOPE" } }],
    ["issuetype", { ...fields, issuetype: { name: "Nope" } }],
    ["summary", { project: fields.project, issuetype: fields.issuetype }],
    ["parent", { ...fields, issuetype: { name: "Sub-task" } }],
  ])("names %s where it is wrong, and opens nothing", async (field, given) => {
    const response = await ask("POST /rest/api/3/issue", { body: { fields: given } });
    expect(response.status).toBe(400);
    expect(Object.keys((await response.json()).errors)).toEqual([field]);
    expect(site.issues.size).toBe(7);
  });
});

describe("comments", () => {
  const path = "/rest/api/3/issue/ATL-1/comment";
  const body = (text: string) => ({
    body: { type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
  });

  it("say who wrote and who edited them", async () => {
    const { id } = await read(`POST ${path}`, { as: "tom", body: body("Hello") });
    expect(await statusOf(`PUT ${path}/${id}`, { as: "raj", body: body("Changed") })).toBe(400);
    const edited = await read(`PUT ${path}/${id}`, { as: "ana", body: body("Changed") });
    expect([edited.author.displayName, edited.updateAuthor.displayName]).toEqual(["Tom", "Ana"]);
    expect(await statusOf(`DELETE ${path}/${id}`, { as: "tom" })).toBe(204);
    expect(await statusOf(`GET ${path}/${id}`)).toBe(404);
  });

  it("are given in pages, either way round", async () => {
    for (const text of ["a", "b", "c"]) await ask(`POST ${path}`, { body: body(text) });
    const page = await read(`GET ${path}?maxResults=2&orderBy=-created`);
    expect(page).toMatchObject({ startAt: 0, maxResults: 2, total: 3 });
    expect(page.comments[0].body.content[0].content[0].text).toBe("c");
  });

  it.each([
    ["no text", body(" ")],
    ["plain text", { body: "Hello" }],
    ["nothing", {}],
  ])("cannot hold %s", async (_, wrong) => {
    expect(await statusOf(`POST ${path}`, { body: wrong })).toBe(400);
  });
});

describe("boards and sprints", () => {
  const keys = async (line: string) =>
    (await read(line)).issues.map((it: { key: string }) => it.key.slice(4)).join(" ");

  it.each([
    ["GET /rest/software/1.0/board/1/issue", "1 2 3 4 5 6 7"],
    ["GET /rest/software/1.0/board/1/backlog", "5 6"],
    ["GET /rest/software/1.0/sprint/2/issue", "1 2 4"],
    ["GET /rest/software/1.0/board/1/sprint/1/issue", "3"],
    ["GET /rest/software/1.0/board/1/issue?jql=type=Bug", "2"],
  ])("%s", async (line, expected) => {
    expect(await keys(line)).toBe(expected);
  });

  it("shows sprint and epic with an issue", async () => {
    const { issues } = await read("GET /rest/software/1.0/sprint/2/issue?maxResults=1");
    expect(issues[0].fields).toMatchObject({ sprint: { id: 2 }, closedSprints: [], epic: { key: "ATL-7" } });
  });

  it("lists sprints by state", async () => {
    const { values } = await read("GET /rest/agile/1.0/board/1/sprint?state=active,future");
    expect(values.map((it: { id: number }) => it.id)).toEqual([2, 3, 4]);
    expect(await statusOf("GET /rest/agile/1.0/board/1/sprint?state=late")).toBe(400);
  });

  it("answers 207 entry by entry where only a part could be moved or ranked", async () => {
    const body = { issues: ["ATL-1", "ATL-4", "ATL-99"], rankBeforeIssue: "ATL-6" };
    const response = await ask("POST /rest/agile/1.0/backlog/1/issue", { body });
    expect(response.status).toBe(207);
    const { entries } = await response.json();
    expect(entries.map((it: { status: number }) => it.status)).toEqual([200, 400, 404]);
    expect(entries[1].errors).toEqual([expect.stringContaining("sub-task")]);
    expect(site.findIssue("ATL-1")?.sprintIds).toEqual([]);
    const rank = { issues: ["ATL-2"], rankAfterIssue: "ATL-6" };
    expect(await statusOf("PUT /rest/agile/1.0/issue/rank", { body: rank })).toBe(204);
  });
});

describe("limits", () => {
  it("count per endpoint and method, and tell when to come again", async () => {
    site.limits.burst.GET = { requests: 5, windowSeconds: 1 };
    const statuses: number[] = [];
    for (let index = 0; index < 6; index += 1) statuses.push(await statusOf("GET /rest/api/3/myself"));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await statusOf("GET /rest/api/3/field")).toBe(200);
    const { headers } = await ask("GET /rest/api/3/myself");
    expect([headers.get("retry-after"), headers.get("ratelimit-reason")]).toEqual(["1", "jira-burst-based"]);
    expect([headers.get("x-ratelimit-limit"), headers.get("x-ratelimit-remaining")]).toEqual(["5", "0"]);
    expect(headers.get("x-ratelimit-nearlimit")).toBe("true");
    seconds += 1;
    expect(await statusOf("GET /rest/api/3/myself")).toBe(200);
  });

  it("count the writes of one issue, under any of its names", async () => {
    const id = site.findIssue("ATL-1")?.id;
    for (let index = 0; index < 20; index += 1)
      await ask(`PUT /rest/api/3/issue/${index % 2 === 0 ? id : "ATL-1"}/properties/k`, { text: "1" });
    const refused = await ask("PUT /rest/api/3/issue/atl-1", { body: { fields: {} } });
    expect([refused.status, refused.headers.get("ratelimit-reason")]).toEqual([
      429,
      "jira-per-issue-on-write",
    ]);
    expect(await statusOf("PUT /rest/api/3/issue/ATL-2/properties/k", { text: "1" })).toBe(201);
  });
});

describe("faults", () => {
  it("strike what they match, as often as they should", async () => {
    site.faults.push({
      match: (it) => it.url.includes("myself"),
      respond: () => new Response("", { status: 503 }),
      times: 2,
    });
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) statuses.push(await statusOf("GET /rest/api/3/myself"));
    expect([...statuses, await statusOf("GET /rest/api/3/field")]).toEqual([503, 503, 200, 200]);
  });

  it("drop the connection or only make it slow", async () => {
    site.faults.push({ match: () => true, respond: () => "drop", times: 1 });
    expect((await ask("GET /rest/api/3/myself")).type).toBe("error");
    site.faults.push({ match: () => true, respond: () => 1, times: 1 });
    expect(await statusOf("GET /rest/api/3/myself")).toBe(200);
  });

  it("and all else stand in the log of requests", async () => {
    await ask("GET /rest/api/3/issue/ATL-99?fields=id");
    site.faults.push({ match: () => true, respond: () => "drop" });
    await ask("GET /rest/api/3/field");
    expect(site.requests).toEqual([
      { method: "GET", path: "/rest/api/3/issue/ATL-99?fields=id", status: 404 },
      { method: "GET", path: "/rest/api/3/field", status: 0 },
    ]);
  });
});

it("people of the whole site are found by who may browse users; everybody else finds nobody", async () => {
  const path = "GET /rest/api/3/user/search?query=RA&maxResults=10";
  expect((await read(path)).map((it: { displayName: string }) => it.displayName)).toEqual(["Raj"]);
  expect(await read(path, { as: "tom" })).toEqual([]);
});
