import { existsSync, readFileSync } from "node:fs";
import { createAgileClient, createCloudClient } from "jira.js";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Company } from "../sandbox/company/company";
import { seedCompany } from "../sandbox/company/seed";
import { jiraApi } from "../sandbox/jira/api";
import { createJiraSite, type JiraSite } from "../sandbox/jira/site";
import { smallCompany } from "../sandbox/jira/small-company";
import { type Exchange, openApiCheck } from "./open-api";

const specs = new URL("../../../shared/specs/", import.meta.url);
const platform = new URL("jira-platform-v3.openapi.json", specs);
const agile2022 = new URL("jira-agile-2022.openapi.json", specs);
const specsAreHere = existsSync(platform) && existsSync(agile2022);

/** Where the specifications themselves are behind what Jira does; each with the reason. */
const allowed: readonly { deviation: RegExp; because: string }[] = [
  {
    deviation: /changelog.*items\/\*\/(from|fromString|to|toString) must be string/,
    because: "Jira sends null where a side of a change has no value; jira.js reads it so",
  },
  {
    deviation: /configuration: answer\/location must NOT have additional properties/,
    because: "the specification of 2022 names two of the six parts that a location has; jira.js names all",
  },
  {
    deviation: /\/rest\/software\/1\.0\/.*: not described$/,
    because: "younger than the agile specification of 2022",
  },
  {
    deviation: /\/rest\/api\/2\/.*: not described$/,
    because: "the specification at hand is that of version 3",
  },
];

const host = "https://northwind.atlassian.net";
let check: ((exchange: Exchange) => string[]) | undefined;
let site: JiraSite;
let deviations: string[];

beforeAll(() => {
  if (!specsAreHere) return;
  check = openApiCheck({ platform: readFileSync(platform, "utf8"), agile: readFileSync(agile2022, "utf8") });
});

beforeEach(() => serve(smallCompany()));

function serve(company: Company): void {
  site = createJiraSite({ company, now: () => new Date("2026-11-20T12:00:00.000Z") });
  const api = jiraApi(site);
  deviations = [];
  vi.stubGlobal("fetch", async (input: string, init: RequestInit) => {
    const request = new Request(input, init);
    const requestBody = await request.clone().text();
    const response = await api(request);
    if (response === null || response.type === "error") throw new TypeError("fetch failed");
    const responseBody = await response.clone().text();
    const { method } = request;
    const exchange = {
      method,
      url: new URL(request.url),
      requestBody,
      status: response.status,
      responseBody,
    };
    deviations.push(...(check?.(exchange) ?? []));
    return response;
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
  expect(deviations.filter((it) => !allowed.some(({ deviation }) => deviation.test(it)))).toEqual([]);
});

const config = (email: string) => ({
  host,
  auth: { type: "basic" as const, email, apiToken: "token" },
  onSchemaMismatch: "throw" as const,
});
const jira = createCloudClient(config("ana@northwind.example"));
const agile = createAgileClient(config("ana@northwind.example"));
const stranger = createCloudClient(config("olga@northwind.example"));

const document = (text: string) => ({
  type: "doc" as const,
  version: 1,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

describe("jira.js on the sandbox's Jira", () => {
  it("reads an issue with properties and history", async () => {
    const issue = await jira.issues.getIssue({
      issueIdOrKey: "ATL-1",
      fields: ["*all"],
      properties: ["*all"],
      expand: "changelog",
    });
    expect(issue.key).toBe("ATL-1");
    expect(issue.changelog?.histories).toHaveLength(1);
  });

  it("comments with a property, and reads comments by id with theirs", async () => {
    const added = await jira.issueComments.addComment({
      issueIdOrKey: "ATL-1",
      body: document("Signed"),
      properties: [{ key: "plumbline.write", value: "w-1" }],
    });
    const { values = [] } = await jira.issueComments.getCommentsByIds({
      ids: [Number(added.id)],
      expand: "properties",
    });
    expect(values.map((it) => it.properties)).toEqual([[{ key: "plumbline.write", value: "w-1" }]]);
  });

  it("takes a parent away", async () => {
    await jira.issues.editIssue({ issueIdOrKey: "ATL-1", update: { parent: [{ set: { none: true } }] } });
    expect(site.findIssue("ATL-1")?.parentId).toBeNull();
  });

  it("tells who is in a group and who has a role", async () => {
    const members = await jira.groups.getUsersFromGroup({ groupname: "jira-software-users", maxResults: 2 });
    expect(members).toMatchObject({ total: 3, isLast: false, values: [{ active: true }, {}] });
    const picked = await jira.groups.findGroups({ query: "ADMIN", caseInsensitive: true });
    expect(picked).toMatchObject({ total: 1, groups: [{ name: "jira-administrators" }] });
    const roles = await jira.projectRoles.getProjectRoles({ projectIdOrKey: "ATL" });
    const id = Number(/(\d+)$/.exec(String(roles.Administrators))?.[1]);
    const role = await jira.projectRoles.getProjectRole({ projectIdOrKey: "ATL", id });
    expect(role.actors).toMatchObject([{ actorGroup: { name: "jira-administrators" } }]);
  });

  it("creates, edits and transitions", async () => {
    const created = await jira.issues.createIssue({
      fields: {
        project: { key: "ATL" },
        issuetype: { name: "Story" },
        summary: "Made by the client",
        description: document("Why"),
      },
    });
    expect(created.key).toBe("ATL-8");
    await jira.issues.editIssue({
      issueIdOrKey: "ATL-8",
      fields: { summary: "Edited", parent: { key: "ATL-7" } },
      properties: [{ key: "plumbline.lane", value: "bug" }],
    });
    const { transitions = [] } = await jira.issues.getTransitions({ issueIdOrKey: "ATL-8" });
    const done = transitions.find((it) => it.name === "Done");
    await jira.issues.doTransition({ issueIdOrKey: "ATL-8", transition: { id: done?.id ?? "" } });
    expect(site.findIssue("ATL-8")).toMatchObject({ summary: "Edited", status: { name: "Done" } });
    const log = await jira.issues.getChangeLogs({ issueIdOrKey: "ATL-8" });
    expect(log.total).toBe(2);
    const bulk = await jira.issues.getBulkChangelogs({
      issueIdsOrKeys: ["ATL-8", "ATL-1"],
      fieldIds: ["summary"],
    });
    expect(bulk.issueChangeLogs).toHaveLength(1);
  });

  it("fetches many at once and searches page by page", async () => {
    const bulk = await jira.issues.bulkFetchIssues({
      issueIdsOrKeys: ["ATL-7", "ATL-404", "ATL-1"],
      fields: ["summary", "parent", "issuetype"],
      properties: ["plumbline.standing"],
    });
    expect(bulk.issues?.map((it) => it.key)).toEqual(["ATL-1", "ATL-7"]);
    const first = await jira.issueSearch.searchAndReconsileIssuesUsingJql({
      jql: "project = ATL order by key",
      maxResults: 4,
      fields: ["summary"],
    });
    const second = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
      jql: "project = ATL order by key",
      maxResults: 4,
      fields: ["*all"],
      properties: ["plumbline.standing"],
      ...(first.nextPageToken == null ? {} : { nextPageToken: first.nextPageToken }),
    });
    expect([first.issues?.length, second.issues?.length, second.nextPageToken]).toEqual([4, 3, undefined]);
    expect(await jira.issueSearch.countIssues({ jql: "sprint in openSprints()" })).toEqual({ count: 3 });
  });

  it("reads every issue of the seeded company whole", async () => {
    serve(seedCompany({ today: "2026-11-20" }));
    const keys = [...site.issues.values()].map((it) => it.key);
    let read = 0;
    for (let start = 0; start < keys.length; start += 100) {
      const { issues = [] } = await jira.issues.bulkFetchIssues({
        issueIdsOrKeys: keys.slice(start, start + 100),
        fields: ["*all"],
        properties: ["plumbline.sheet", "plumbline.statement", "plumbline.lane", "plumbline.standing"],
        expand: ["changelog"],
      });
      read += issues.length;
    }
    expect(read).toBe(keys.length);
  });

  it("writes, lists, reads and removes properties", async () => {
    const sheet = { issueIdOrKey: "ATL-7", propertyKey: "plumbline.sheet" };
    await jira.issueProperties.setIssueProperty({ ...sheet, body: { state: "draft" } });
    expect(await jira.issueProperties.getIssueProperty(sheet)).toMatchObject({ value: { state: "draft" } });
    expect((await jira.issueProperties.getIssuePropertyKeys({ issueIdOrKey: "ATL-7" })).keys).toHaveLength(2);
    await jira.issueProperties.deleteIssueProperty(sheet);
    await expect(jira.issueProperties.getIssueProperty(sheet)).rejects.toMatchObject({ status: 404 });
    const policy = { projectIdOrKey: "ATL", propertyKey: "plumbline.policy" };
    await jira.projectProperties.setProjectProperty({ ...policy, body: { mode: "warn" } });
    expect(await jira.projectProperties.getProjectProperty(policy)).toMatchObject({
      value: { mode: "warn" },
    });
    expect(
      (await jira.projectProperties.getProjectPropertyKeys({ projectIdOrKey: "ATL" })).keys,
    ).toHaveLength(1);
    await jira.projectProperties.deleteProjectProperty(policy);
  });

  it("moves, comments and notes in one edit, and finds who holds a permission", async () => {
    const update = { comment: [{ add: { body: document("Out.") } }] };
    const properties = [{ key: "note", value: { state: "signed" } }];
    await jira.issues.editIssue({
      ...{ issueIdOrKey: "ATL-1", fields: { customfield_10020: null }, update, properties },
    });
    const issue = site.findIssue("ATL-1");
    expect([issue?.sprintIds, issue?.comments.length, issue?.properties.get("note")]).toEqual([
      ...[[], 1, { state: "signed" }],
    ]);
    const holders = await jira.userSearch.findUsersWithAllPermissions({
      ...{ query: "", permissions: "ADMINISTER_PROJECTS", projectKey: "ATL" },
    });
    expect(holders.map((it) => it.displayName)).toEqual(["Ana"]);
  });

  it("comments", async () => {
    const added = await jira.issueComments.addComment({ issueIdOrKey: "ATL-1", body: document("One") });
    const comment = { issueIdOrKey: "ATL-1", id: added.id ?? "" };
    await jira.issueComments.updateComment({ ...comment, body: { body: document("Two") } });
    expect((await jira.issueComments.getComment(comment)).author?.displayName).toBe("Ana");
    expect((await jira.issueComments.getComments({ issueIdOrKey: "ATL-1" })).total).toBe(1);
    await jira.issueComments.deleteComment(comment);
    // The client sends plain text to version 2 and reads the document back from version 3.
    const fromText = await jira.issueComments.addComment({ issueIdOrKey: "ATL-1", body: "Plain words" });
    expect(fromText.body).toEqual(document("Plain words"));
    await jira.issueComments.deleteComment({ issueIdOrKey: "ATL-1", id: fromText.id ?? "" });
    expect(site.findIssue("ATL-1")?.comments).toEqual([]);
  });

  it("finds out about fields, people, permissions and projects", async () => {
    const fields = await jira.issueFields.getFields();
    expect(fields.find((it) => it.name === "Sprint")?.id).toBe("customfield_10020");
    expect((await jira.myself.getCurrentUser()).displayName).toBe("Ana");
    const mine = await jira.permissions.getMyPermissions({
      issueKey: "ATL-1",
      permissions: "SCHEDULE_ISSUES",
    });
    expect(mine.permissions?.SCHEDULE_ISSUES?.havePermission).toBe(true);
    const granted = await jira.permissions.getBulkPermissions({
      projectPermissions: [{ permissions: ["EDIT_ISSUES"], projects: [10_000], issues: [10_001, 99] }],
    });
    expect(granted.projectPermissions).toEqual([
      { permission: "EDIT_ISSUES", projects: [10_000], issues: [10_001] },
    ]);
    expect((await jira.projects.getProject({ projectIdOrKey: "ATL" })).issueTypes?.length).toBeGreaterThan(5);
    expect((await jira.projects.searchProjects({ keys: ["ATL"] })).values).toHaveLength(1);
  });

  it("reads boards and sprints", async () => {
    const { values: boards } = await agile.board.getAllBoards({ projectKeyOrId: "ATL" });
    expect(boards.map((it) => it.id)).toEqual([1]);
    expect((await agile.board.getBoard({ boardId: 1 })).type).toBe("scrum");
    expect((await agile.board.getConfiguration({ boardId: 1 })).ranking?.rankCustomFieldId).toBe(10_019);
    const sprints = await agile.board.getAllSprints({ boardId: 1, state: "active,future" });
    expect(sprints.values?.map((it) => it.id)).toEqual([2, 3, 4]);
    const keys = (found: { issues: { key: string }[] }) => found.issues.map((it) => it.key);
    expect(keys(await agile.sprint.getIssuesForSprint({ sprintId: 2 }))).toEqual(["ATL-1", "ATL-2", "ATL-4"]);
    expect(keys(await agile.board.getIssuesForBacklog({ boardId: 1 }))).toEqual(["ATL-5", "ATL-6"]);
    expect(keys(await agile.board.getIssuesForBoard({ boardId: 1, maxResults: 2 }))).toHaveLength(2);
  });

  it("moves into a sprint, back, ranks and starts a sprint", async () => {
    await agile.sprint.moveIssuesToSprintAndRank({
      sprintId: 3,
      issues: ["ATL-5"],
      rankBeforeIssue: "ATL-1",
    });
    expect(site.findIssue("ATL-5")?.sprintIds).toEqual([3]);
    expect(site.ranked()[0]?.key).toBe("ATL-5");
    await agile.backlog.moveIssuesToBacklog({ issues: ["ATL-5"] });
    await agile.backlog.moveIssuesToBacklogForBoard({ boardId: 1, issues: ["ATL-1", "ATL-4"] });
    expect(site.findIssue("ATL-1")?.sprintIds).toEqual([]);
    await agile.issue.rankIssues({ issues: ["ATL-6"], rankAfterIssue: "ATL-1" });
    const started = await agile.sprint.partiallyUpdateSprint({ sprintId: 3, state: "active" });
    expect([started.state, (await agile.sprint.getSprint({ sprintId: 3 })).state]).toEqual([
      "active",
      "active",
    ]);
  });

  it.each([
    ["a stranger's issue", 404, () => stranger.issues.getIssue({ issueIdOrKey: "ATL-1" })],
    ["unbounded JQL", 400, () => jira.issueSearch.searchAndReconsileIssuesUsingJql({ jql: "" })],
    ["nobody", 401, () => createCloudClient(config("zoe@northwind.example")).myself.getCurrentUser()],
  ])("turns the refusal of %s into an error with status %i", async (_, status, act) => {
    await expect(act()).rejects.toMatchObject({ status });
  });

  it("learns from 429 when to come again", async () => {
    site.limits.burst.GET = { requests: 0, windowSeconds: 7 };
    await expect(jira.myself.getCurrentUser()).rejects.toMatchObject({ status: 429 });
    deviations = deviations.filter((it) => !it.endsWith("status 429 is not described"));
  });
});
