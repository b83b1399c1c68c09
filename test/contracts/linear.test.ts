import {
  AuthenticationLinearError,
  InvalidInputLinearError,
  LinearClient,
  type LinearDocument,
  RatelimitedLinearError,
} from "@linear/sdk";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { linearApi } from "../sandbox/linear/api";
import { noon, smallCompany, smallTicket } from "../sandbox/linear/small-company";
import { createLinearWorkspace, type LinearWorkspace } from "../sandbox/linear/workspace";

let workspace: LinearWorkspace;
let client: LinearClient;

/** Linear's own client speaks to the sandbox in this process, in place of the network. */
function open(tickets = smallCompany().tickets) {
  workspace = createLinearWorkspace({ company: smallCompany({ tickets }), now: () => noon });
  const handle = linearApi(workspace);
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const response = await handle(new Request(input, init));
    if (!response) throw new TypeError("fetch failed: no such host");
    return response;
  });
  client = new LinearClient({ apiKey: "lin_api_ana" });
}

beforeEach(() => open());
afterEach(() => vi.unstubAllGlobals());

describe("Linear's own client reads", () => {
  it("the viewer and the organization", async () => {
    const viewer = await client.viewer;
    expect(viewer).toMatchObject({ name: "Ana Silva", isMe: true, admin: true, initials: "AS" });
    expect(await client.organization).toMatchObject({ name: "Northwind", urlKey: "northwind", userCount: 3 });
    expect((await (await viewer.teams()).nodes[0]?.organization)?.urlKey).toBe("northwind");
  });

  it("the team with its states, cycles, labels and members", async () => {
    const team = await client.team("ATL");
    expect(team).toMatchObject({ key: "ATL", cyclesEnabled: true, issueCount: 6 });
    expect((await team.states()).nodes.map((state) => state.type).sort()).toEqual(
      ["backlog", "canceled", "completed", "started", "unstarted"].sort(),
    );
    expect((await team.members()).nodes.map((user) => user.displayName).sort()).toEqual(["ana", "raj"]);
    expect((await team.activeCycle)?.name).toBe("Sprint 2");
    expect((await team.cycles()).nodes).toHaveLength(3);
    expect((await team.labels()).nodes.map((label) => label.name)).toContain("Lane");
    expect((await team.projects()).nodes).toHaveLength(5);
  });

  it("an issue by its identifier, and what it hangs on", async () => {
    const issue = await client.issue("ATL-2");
    expect(issue).toMatchObject({
      identifier: "ATL-2",
      number: 2,
      url: "https://linear.app/northwind/issue/ATL-2/ticket-2",
      priorityLabel: "No priority",
    });
    expect(issue.addedToCycleAt).toBeInstanceOf(Date);
    expect((await issue.state)?.name).toBe("In Progress");
    expect((await issue.assignee)?.displayName).toBe("raj");
    expect((await issue.cycle)?.number).toBe(2);
    expect((await issue.parent)?.identifier).toBe("ATL-1");
    const project = await issue.project;
    expect(project).toMatchObject({ name: "Zone picking", state: "started", resourceCount: 2 });
    expect((await (await issue.parent)?.children())?.nodes).toHaveLength(1);
    expect((await issue.team)?.key).toBe("ATL");
  });

  it("issues through filters", async () => {
    const identifiers = async (filter: LinearDocument.IssueFilter) =>
      (await client.issues({ filter })).nodes.map((issue) => issue.identifier).sort();
    expect(await identifiers({ number: { in: [1, 3] }, team: { key: { eq: "ATL" } } })).toEqual([
      "ATL-1",
      "ATL-3",
    ]);
    expect(
      await identifiers({
        or: [{ project: { null: true } }, { project: { initiatives: { length: { eq: 0 } } } }],
      }),
    ).toEqual(["ATL-3", "ATL-4", "ATL-6"]);
    expect(await identifiers({ cycle: { isActive: { eq: true } } })).toEqual(["ATL-1", "ATL-2"]);
    expect(await identifiers({ labels: { some: { parent: { name: { eq: "Lane" } } } } })).toEqual(["ATL-3"]);
    expect(await identifiers({ addedToCycleAt: { gt: "-P100D" } })).toHaveLength(3);
  });

  it("page after page, each issue once", async () => {
    open(Array.from({ length: 7 }, (_, index) => smallTicket({ number: index + 1 })));
    let page = await client.issues({ first: 3 });
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    while (page.pageInfo.hasNextPage) page = await page.fetchNext();
    expect(page.nodes.map((issue) => issue.number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it("a project's sheet, statement, sign-offs and initiative", async () => {
    const project = await (await client.issue("ATL-1")).project;
    const documents = (await project?.documents())?.nodes ?? [];
    expect(documents.map((document) => document.title).sort()).toEqual([
      "Alignment Sheet",
      "Problem statement",
    ]);
    const statement = documents.find((document) => document.title === "Problem statement");
    expect(statement?.content).toContain("They walk 11 km a shift");
    expect((await statement?.creator)?.displayName).toBe("raj");
    const comments = (await statement?.comments())?.nodes ?? [];
    expect(await Promise.all(comments.map(async (one) => (await one.user)?.displayName))).toEqual(
      expect.arrayContaining(["ana", "raj"]),
    );
    expect(comments.every((comment) => comment.editedAt == null && comment.botActor == null)).toBe(true);
    expect(comments[0]?.documentContentId).toBe(statement?.documentContentId);
    const initiatives = (await project?.initiatives())?.nodes ?? [];
    expect(initiatives.map((one) => [one.name, one.status])).toEqual([["Same day", "Active"]]);
  });

  it("initiatives with their projects, cycles with their issues, documents by title", async () => {
    const { nodes } = await client.initiatives();
    const sameDay = nodes.find((initiative) => initiative.name === "Same day");
    expect((await sameDay?.projects())?.nodes.map((project) => project.name).sort()).toEqual([
      "Zone picking",
      "aisles",
    ]);
    const cycles = await client.cycles({ filter: { isActive: { eq: true } } });
    expect((await cycles.nodes[0]?.issues())?.nodes).toHaveLength(2);
    const policies = await client.documents({ filter: { title: { eq: "Gate policy" } } });
    expect((await policies.nodes[0]?.project)?.name).toBe("Plumbline");
    expect((await client.initiativeToProjects()).nodes).toHaveLength(3);
    expect((await client.issueLabels()).nodes.filter((label) => label.isGroup)).toHaveLength(1);
    expect((await client.workflowStates()).nodes).toHaveLength(5);
    expect((await client.users()).nodes).toHaveLength(3);
    expect((await client.projectStatuses()).nodes).toHaveLength(6);
    expect((await client.comments()).nodes).toHaveLength(4);
  });
});

describe("Linear's own client writes", () => {
  it("an issue, with history", async () => {
    const issue = await client.issue("ATL-6");
    const cycle = (await client.cycles({ filter: { isNext: { eq: true } } })).nodes[0];
    const payload = await client.updateIssue(issue.id, { cycleId: cycle?.id ?? null, title: "Renamed" });
    expect(payload.success).toBe(true);
    const after = await client.issue("ATL-6");
    expect(after.title).toBe("Renamed");
    expect(after.addedToCycleAt).toEqual(noon);
    const [entry] = (await after.history()).nodes;
    expect((await entry?.toCycle)?.id).toBe(cycle?.id);
    expect((await entry?.actor)?.displayName).toBe("ana");
    expect(entry).toMatchObject({ fromTitle: "Ticket 6", toTitle: "Renamed" });
  });

  it("several issues at once", async () => {
    const { nodes } = await client.issues({ filter: { number: { in: [5, 6] } } });
    const payload = await client.updateIssueBatch(
      nodes.map((issue) => issue.id),
      { priority: 2 },
    );
    expect(payload.issues.map((issue) => issue.priority)).toEqual([2, 2]);
  });

  it("a new issue, a comment and a document", async () => {
    const team = await client.team("ATL");
    const created = await client.createIssue({ teamId: team.id, title: "New" });
    const issue = await created.issue;
    expect(issue?.identifier).toBe("ATL-7");
    const comment = await client.createComment({ issueId: issue?.id ?? "", body: "Hello" });
    await client.updateComment((await comment.comment)?.id ?? "", { body: "Hello again" });
    const [read] = (await issue?.comments())?.nodes ?? [];
    expect(read).toMatchObject({ body: "Hello again", editedAt: noon });
    await client.deleteComment(read?.id ?? "");
    expect((await issue?.comments())?.nodes).toEqual([]);

    const project = (await client.projects({ filter: { name: { eq: "bare" } } })).nodes[0];
    const made = await client.createDocument({
      projectId: project?.id ?? "",
      title: "Alignment Sheet",
      content: "- a",
    });
    const document = await made.document;
    expect(document?.content).toBe("* a");
    await client.updateDocument(document?.id ?? "", { content: "b" });
    expect((await project?.documents())?.nodes[0]?.content).toBe("b");
  });

  it("an initiative with its project, a label and an attachment that is there once", async () => {
    const initiative = await (await client.createInitiative({ name: "Fewer returns" })).initiative;
    const project = (await client.projects({ filter: { name: { eq: "bare" } } })).nodes[0];
    await client.createInitiativeToProject({
      initiativeId: initiative?.id ?? "",
      projectId: project?.id ?? "",
    });
    expect((await project?.initiatives())?.nodes[0]?.name).toBe("Fewer returns");
    const canceled = (await client.projectStatuses()).nodes.find((status) => status.type === "canceled");
    await client.updateProject(project?.id ?? "", { statusId: canceled?.id ?? "" });
    expect((await client.project(project?.id ?? "")).state).toBe("canceled");
    const label = await (await client.createIssueLabel({ name: "Cold store" })).issueLabel;
    expect(label?.name).toBe("Cold store");
    const attachment = { issueId: "ATL-1", url: "https://example.com/1", title: "One" };
    await client.createAttachment(attachment);
    await client.createAttachment({ ...attachment, title: "Two" });
    const { nodes } = await client.attachmentsForURL("https://example.com/1");
    expect(nodes.map((one) => one.title)).toEqual(["Two"]);
    expect((await (await client.issue("ATL-1")).attachments()).nodes).toHaveLength(1);
  });
});

describe("Linear's own client recognises refusals", () => {
  it("a wrong key", async () => {
    const stranger = new LinearClient({ apiKey: "lin_api_nobody" });
    await expect(stranger.viewer).rejects.toBeInstanceOf(AuthenticationLinearError);
  });

  it("an unknown issue", async () => {
    await expect(client.issue("ATL-999")).rejects.toBeInstanceOf(InvalidInputLinearError);
  });

  it("too many requests, with the time to wait", async () => {
    workspace.limits.requestsPerHour = 1;
    await client.viewer;
    const error = await client.viewer.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RatelimitedLinearError);
    expect(error).toMatchObject({ retryAfter: 3600, requestsLimit: 1, requestsRemaining: 0 });
  });
});
