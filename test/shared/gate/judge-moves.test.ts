import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { tenantOf } from "../../../extension/desk/tenant";
import { callLinear } from "../../../extension/facts/call-linear";
import { createFactsService, noTab } from "../../../extension/facts/facts-service";
import { Database } from "../../../extension/store/database";
import { createFactsStores } from "../../../extension/store/facts-stores";
import { gateReaders } from "../../../extension/trackers/gate-readers";
import { performRequest } from "../../../extension/trackers/perform-request";
import { writePorts } from "../../../extension/trackers/write-ports";
import { chainOf, resolveAlignment } from "../../../shared/domain/alignment";
import { writeBreakGlass } from "../../../shared/domain/break-glass";
import { statementHash } from "../../../shared/domain/canonical";
import type { WorkItem } from "../../../shared/domain/issue";
import { writeStatement } from "../../../shared/domain/markdown";
import { writeSignOff } from "../../../shared/domain/sign-off";
import { statementInForce } from "../../../shared/domain/statement-in-force";
import { type Judge, judgeMoves } from "../../../shared/gate/judge-moves";
import { historyKey } from "../../../shared/jira/kept-history";
import type { SprintMove } from "../../../shared/tracker/sprint-entry";
import type { ApiRequest } from "../../../shared/tracker/tracker-api";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { aStatement } from "../../domain/builders";
import { companyWithGate, isReady } from "../../e2e/gate-company";
import { standingIn } from "../../e2e/linear-expected";
import { fetchFrom } from "../../extension/fetch-from";
import { companyItems } from "../../sandbox/company/company-items";
import { textToAdf } from "../../sandbox/jira/adf";
import { jiraApi } from "../../sandbox/jira/api";
import { addComment } from "../../sandbox/jira/comments";
import { setProperty } from "../../sandbox/jira/properties";
import { createJiraSite } from "../../sandbox/jira/site";
import { linearApi } from "../../sandbox/linear/api";
import { createComment } from "../../sandbox/linear/comments";
import { createDocument } from "../../sandbox/linear/documents";
import { createLinearWorkspace } from "../../sandbox/linear/workspace";

const { signal } = new AbortController();
const origin = "https://northwind.atlassian.net";
let databases = 0;

function aJudge(tenant: string, answer: WriteCall): Judge & { calls: ApiRequest[]; database: Database } {
  const site = tenantOf(tenant);
  if (site === null) throw new Error(`${tenant} is no tenant`);
  const database = new Database(`judge-${databases++}`);
  const calls: ApiRequest[] = [];
  const call: WriteCall = (request, stop) => {
    calls.push(request);
    return answer(request, stop);
  };
  return {
    ...{ site, call, calls, signal, isAwaited: true, now: Date.now },
    ...{ database, cache: createFactsStores(database).cache },
    reader: gateReaders[site.tracker](call, site.origin),
    port: writePorts[site.tracker](call),
    hints: { sprintField: "customfield_10020" },
  };
}
function inJira(company = companyWithGate("block")) {
  const jira = createJiraSite({ company });
  const fetch = fetchFrom(jiraApi(jira), origin, { cookie: "cloud.session.token=ana" });
  return { jira, judge: aJudge(origin, (request, stop) => performRequest(request, stop, fetch)) };
}
function inLinear(company = companyWithGate("block")) {
  const linear = createLinearWorkspace({ company });
  const fetch = fetchFrom(linearApi(linear), "https://api.linear.app", {});
  return {
    linear,
    judge: aJudge("https://linear.app/northwind", (it) => callLinear(it, "lin_api_ana", fetch)),
  };
}
const enter = (issue: string, sprint = "999"): SprintMove => ({ act: "enter", issue, sprint });

it("over the whole seed in Jira, keeps out what is not ready and nothing else, by key and by id", async () => {
  const { jira, judge } = inJira();
  const tickets = [...jira.issues.values()].filter(({ type }) => type.hierarchyLevel <= 0);
  const said = await judgeMoves(
    tickets.map(({ key, id }, at) => enter(at % 2 === 0 ? key : id)),
    judge,
  );
  expect(said.map(({ issue, verdict }) => [issue, verdict.verdict])).toEqual(
    tickets.map((it) => [it.key, isReady(jira, it) ? "allow" : "block"]),
  );
  expect(new Set(said.map(({ verdict }) => verdict.verdict))).toEqual(new Set(["allow", "block"]));
});

it("over the whole seed in Linear, keeps out what is not ready and nothing else", async () => {
  const company = companyWithGate("block");
  const { judge } = inLinear(company);
  const { tickets, find } = companyItems(company);
  const isReadyHere = (ticket: WorkItem) => {
    const chain = chainOf(ticket, find);
    const now = new Date().toISOString();
    const isLane = resolveAlignment(ticket, chain, company.policy.lanes, now).kind === "lane";
    return isLane || standingIn(company, statementInForce(ticket, chain)) === "signed";
  };
  const said = await judgeMoves(
    tickets.map(({ key }) => enter(key)),
    judge,
  );
  expect(said.map(({ issue, verdict }) => [issue, verdict.verdict])).toEqual(
    tickets.map((it) => [it.key, isReadyHere(it) ? "allow" : "block"]),
  );
});

it("verifies the evidence for fifty issues in at most three calls", async () => {
  const { jira, judge } = inJira();
  const fifty = [...jira.issues.values()].filter(({ type }) => type.hierarchyLevel === 0).slice(0, 50);
  expect(fifty).toHaveLength(50);
  // As badges leave it: what is above the tickets is known, and is read anew with them.
  const stores = createFactsStores(judge.database);
  const keys = fifty.map(({ key }) => key);
  await createFactsService(stores).planFetch(judge.site, { workspace: null, keys }, noTab, (it) =>
    judge.call(it, signal),
  );
  judge.calls.length = 0;
  await judgeMoves(
    fifty.map(({ key }) => enter(key)),
    judge,
  );
  expect(judge.calls.map(({ path }) => path).length).toBeLessThanOrEqual(3);
});

it("reads the policy while it reads the issues", async () => {
  const { jira, judge } = inJira();
  const ticket = [...jira.issues.values()].find((it) => it.type.hierarchyLevel === 0 && !isReady(jira, it));
  const asked = new Set<string>();
  let both: () => void = () => undefined;
  const areBothAsked = new Promise<void>((resolve) => {
    both = resolve;
  });
  const { call } = judge;
  // Neither is answered before the other one is asked for.
  const held: WriteCall = async (request, stop) => {
    asked.add(request.path.includes("plumbline.policy") ? "policy" : "issues");
    if (asked.size === 2) both();
    await areBothAsked;
    return call(request, stop);
  };
  const reader = gateReaders.jira(held, origin);
  const [said] = await judgeMoves([enter(ticket?.key ?? "")], { ...judge, call: held, reader });
  expect(said?.verdict.verdict).toBe("block");
});

it("lets the glass be broken by a comment on the issue, and by no other", async () => {
  const { jira, judge } = inJira();
  const [one, other] = [...jira.issues.values()].filter(
    (it) => it.type.hierarchyLevel === 0 && !isReady(jira, it),
  );
  const tom = jira.users.find(({ personId }) => personId === "tom");
  if (!one || !other || !tom) throw new Error("The seed has no such tickets.");
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const text = writeBreakGlass({ object: one.id, reason: "Payments are down", until });
  for (const { key } of [one, other]) addComment(jira, tom, key, textToAdf(text));
  const said = await judgeMoves([enter(one.key), enter(other.key)], judge);
  expect(said.map(({ verdict }) => verdict.verdict)).toEqual(["allow", "block"]);
  expect(said[0]?.verdict.glass).toMatchObject({ reason: "Payments are down" });
});

it("is no entry where the issue is in its sprint already, or where the field is another", async () => {
  const { jira, judge } = inJira();
  const inside = [...jira.issues.values()].find(({ sprintIds }) => sprintIds.length > 0);
  const sprint = jira.sprints.find(({ id, state }) => inside?.sprintIds.includes(id) && state !== "closed");
  const moves = [
    enter(inside?.key ?? "", String(sprint?.id)),
    { ...enter("ATL-1"), field: "customfield_10016" },
  ];
  expect(await judgeMoves(moves, judge)).toEqual([]);
});

it("judges a new issue by what it will belong to", async () => {
  const { jira, judge } = inJira();
  const epics = [...jira.issues.values()].filter(({ type }) => type.name === "Epic");
  const create = (parent: string | null): SprintMove => ({
    act: "create",
    sprint: "999",
    issue: { id: null, parent, type: "Story", scope: "ATL", bet: null },
  });
  const said = await judgeMoves([...epics.map(({ key }) => create(key)), create(null)], judge);
  expect(said.map(({ verdict }) => verdict.verdict)).toEqual([
    ...epics.map((it) => (isReady(jira, it) ? "allow" : "block")),
    "block",
  ]);
});

it("judges a new issue by the name of its type, of which Jira's requests may tell the id only", async () => {
  const { jira, judge } = inJira();
  const idOf = (name: string) => [...jira.issueTypes.values()].find((it) => it.name === name)?.id ?? "";
  const create = (type: string): SprintMove => ({
    ...{ act: "create", sprint: "999" },
    issue: { id: null, parent: null, type, scope: "ATL", bet: null },
  });
  // Nobody has told yet what a type is called: that is no fault of the issue.
  const noAnswer = { status: 0, contentType: "", retryAfterS: null, body: "" };
  const deaf = gateReaders.jira(async () => noAnswer, origin);
  const reader: Judge["reader"] = {
    ...judge.reader,
    ...(deaf.readTypeName && { readTypeName: deaf.readTypeName }),
  };
  expect(await judgeMoves([create("4711")], { ...judge, reader })).toMatchObject([
    { verdict: { verdict: "allow", reasons: ["facts-missing"] } },
  ]);
  const said = await judgeMoves([create(idOf("Incident")), create(idOf("Story")), create("4711")], judge);
  expect(said.map(({ verdict }) => [verdict.verdict, verdict.reasons[0]])).toEqual([
    ["allow", "lane-exempt"],
    ["block", "statement-missing"],
    ["allow", "facts-missing"],
  ]);
  const isTypes = ({ path }: ApiRequest) => path.endsWith("/issuetype");
  const before = judge.calls.filter(isTypes).length;
  await judgeMoves([create(idOf("Bug"))], judge);
  expect(judge.calls.filter(isTypes)).toHaveLength(before);
});

it("judges a new issue that names no project by the project of its page, and asks for none where there is none", async () => {
  const { judge } = inJira();
  const move: SprintMove = {
    ...{ act: "create", sprint: "999" },
    issue: { id: null, parent: null, type: "Story", scope: null, bet: null },
  };
  const [there] = await judgeMoves([move], { ...judge, pageScope: "ATL" });
  expect(there?.verdict.verdict).toBe("block");
  const asked = judge.calls.length;
  const [nowhere] = await judgeMoves([move, enter("4711")], judge);
  expect(nowhere?.verdict).toMatchObject({ verdict: "allow", flagged: true });
  const paths = judge.calls.slice(asked).map(({ path }) => path);
  expect(paths.filter((it) => it.includes("/project/"))).toEqual([]);
});

it("reads the evidence on a bet once for all its tickets, and that of several bets side by side", async () => {
  const { jira, judge } = inJira();
  const bets = [...jira.issues.values()].filter(({ id, type }) => {
    const below = [...jira.issues.values()].filter(({ parentId }) => parentId === id);
    return type.name === "Epic" && below.length > 1;
  });
  const tickets = [...jira.issues.values()].filter(({ parentId }) =>
    bets.slice(0, 3).some(({ id }) => id === parentId),
  );
  // As Jira answers where a bet has more comments than come along.
  const reader: Judge["reader"] = {
    ...judge.reader,
    async readObjects(...args) {
      const read = await judge.reader.readObjects(...args);
      if (!read.ok) return read;
      const objects = read.value.objects.map((it) => ({ ...it, evidence: null }));
      return { ok: true, value: { ...read.value, objects } };
    },
  };
  const asked: string[] = [];
  let all: () => void = () => undefined;
  const areAllAsked = new Promise<void>((resolve) => {
    all = resolve;
  });
  const carriers = new Set(
    (
      await judgeMoves(
        tickets.map(({ key }) => enter(key)),
        judge,
      )
    ).flatMap(({ verdict }) => verdict.carrier?.id ?? []),
  );
  expect(carriers.size).toBeGreaterThan(1);
  const port: Judge["port"] = {
    ...judge.port,
    async readEvidence(object, stop) {
      asked.push(object);
      if (asked.length >= Math.min(carriers.size, 4)) all();
      // None is answered before several are asked for.
      await areAllAsked;
      return judge.port.readEvidence(object, stop);
    },
  };
  const said = await judgeMoves(
    tickets.map(({ key }) => enter(key)),
    { ...judge, reader, port },
  );
  expect(asked.toSorted()).toEqual([...carriers].toSorted());
  expect(said.map(({ verdict }) => verdict.verdict)).toEqual(
    tickets.map((it) => (isReady(jira, it) ? "allow" : "block")),
  );
});

it("judges a new issue in Linear by the project that it is made for, though it has no parent yet", async () => {
  const company = companyWithGate("block");
  const { linear, judge } = inLinear(company);
  const { find } = companyItems(company);
  const create = (bet: string, parent: string | null = null): SprintMove => ({
    ...{ act: "create", sprint: "999" },
    issue: { id: null, parent, type: null, scope: linear.team.id, bet },
  });
  const projects = linear.store.all("Project");
  const expected = projects.map(({ name }) => {
    const bet = find(company.bets.find(({ title }) => title === name)?.id ?? "");
    return bet !== undefined && standingIn(company, statementInForce(bet, chainOf(bet, find))) === "signed";
  });
  const said = await judgeMoves(
    projects.map(({ id }) => create(id)),
    judge,
  );
  expect(said.map(({ verdict }) => verdict.verdict)).toEqual(expected.map((it) => (it ? "allow" : "block")));
  expect(new Set(expected)).toEqual(new Set([true, false]));
  expect(said.flatMap(({ verdict }) => verdict.reasons)).not.toContain("facts-missing");
  // The issues and the policy, the projects, and who wrote the statements, in two parts.
  expect(judge.calls.length).toBeLessThanOrEqual(4);

  // In a project of its own, a sub-issue serves that, as every issue in Linear does.
  const [signed, open] = [true, false].map((it) => projects[expected.indexOf(it)]?.id ?? "");
  const parent = linear.store.all("Issue").find(({ projectId }) => projectId === signed);
  const [below] = await judgeMoves([create(open ?? "", parent?.id)], judge);
  expect(below?.verdict.verdict).toBe("block");
});

it("says that it could not learn enough where the tracker does not answer, and lets it in by default", async () => {
  const judge = aJudge(origin, async () => ({ status: 0, contentType: "", retryAfterS: null, body: "" }));
  const [said] = await judgeMoves([enter("ATL-1")], judge);
  expect(said?.verdict).toMatchObject({ verdict: "allow", reasons: ["policy-unreadable", "facts-missing"] });
});

it("an issue that is in its sprint did not enter it, unless the move went on before it was judged", async () => {
  const { jira, judge } = inJira();
  const inside = [...jira.issues.values()].find((it) => it.sprintIds.length > 0 && !isReady(jira, it));
  const moves = [enter(inside?.key ?? "", String(inside?.sprintIds[0]))];
  expect(await judgeMoves(moves, judge)).toEqual([]);
  expect(await judgeMoves(moves, { ...judge, isAwaited: false })).toMatchObject([
    { issue: inside?.key, verdict: { verdict: "block" } },
  ]);
});

it("judges a change of state by which Linear would put the issue into its cycle, and no other", async () => {
  const { linear, judge } = inLinear();
  const states = linear.store.all("WorkflowState");
  const change = ({ id }: { id: string }, type: string): SprintMove => ({
    ...{ act: "change-state", issue: id },
    state: states.find((it) => it.type === type)?.id ?? "",
  });
  const issues = linear.store.all("Issue").filter(({ cycleId }) => cycleId === null);
  const all = await judgeMoves(
    issues.map((it) => change(it, "started")),
    judge,
  );
  const kept = all.find(({ verdict }) => verdict.verdict === "block");
  expect(all.some(({ verdict }) => verdict.verdict === "allow")).toBe(true);
  const orphan = issues.find(({ number }) => kept?.issue === `ATL-${number}`);
  if (!orphan) throw new Error("Nothing was kept out.");
  expect(await judgeMoves([change(orphan, "backlog")], judge)).toEqual([]);
  expect(await judgeMoves([change(orphan, "canceled")], judge)).toEqual([]);
  // One that is made in such a state gets there as well.
  const make = (type: string): SprintMove => ({
    ...{ act: "create", sprint: null },
    issue: {
      ...{ id: null, parent: null, type: null, scope: linear.team.id, bet: null },
      state: states.find((it) => it.type === type)?.id ?? "",
    },
  });
  expect(await judgeMoves([make("started")], judge)).toMatchObject([
    { verdict: { verdict: "block", reasons: ["statement-missing"] } },
  ]);
  expect(await judgeMoves([make("backlog")], judge)).toEqual([]);
  const deaf = {
    ...judge,
    reader: gateReaders.linear(
      async () => ({ status: 500, contentType: "", retryAfterS: null, body: "" }),
      origin,
    ),
  };
  expect(await judgeMoves([change(orphan, "started")], deaf)).toEqual([]);
});

describe("what Raj signed", () => {
  const title = "Dark mode for the planner board";
  const text = aStatement({ author: null });
  const product = (object: string) =>
    writeSignOff({ function: "product", object, hash: statementHash(text) });

  /** On a ticket whose statement this person wrote, though it names nobody. */
  function inJiraBy(person: string) {
    const { jira, judge } = inJira();
    const issue = jira.ranked().find(({ summary }) => summary === title);
    const [writer, raj] = [person, "raj"].map((id) => jira.users.find(({ personId }) => personId === id));
    if (!issue || !writer || !raj) throw new Error("The seed has no such ticket or people.");
    const entry = { part: "statement", revision: "r", over: null, version: "v", value: text };
    const history = [{ ...entry, at: "2026-11-20T12:00:00.000Z" }];
    setProperty(jira, writer, issue.id, "plumbline.statement", JSON.stringify(text));
    setProperty(jira, writer, issue.id, historyKey(writer.accountId), JSON.stringify(history));
    addComment(jira, raj, issue.id, textToAdf(product(issue.id)));
    return { judge, key: issue.key };
  }
  function inLinearBy(person: string) {
    const { linear, judge } = inLinear();
    const issue = linear.store.all("Issue").find((it) => it.title === title);
    const [writer, raj] = [person, "raj"].map((id) => linear.userOf(id)?.id);
    if (!issue || !writer || !raj) throw new Error("The seed has no such issue or people.");
    const page = { title: "Problem statement", content: writeStatement(text), issueId: issue.id };
    const { documentContentId } = createDocument(linear, { userId: writer }, page);
    createComment(linear, { userId: raj }, { body: product(issue.id), documentContentId });
    return { judge, key: `${linear.team.key}-${issue.number}` };
  }
  const verdictOf = async ({ judge, key }: { judge: Judge; key: string }) =>
    (await judgeMoves([enter(key)], judge))[0]?.verdict;

  it.each([
    ["Jira", inJiraBy],
    ["Linear", inLinearBy],
  ])("counts in %s where another wrote it, and not where he did, whatever the text says", async (_, by) => {
    expect(await verdictOf(by("tom"))).toMatchObject({ verdict: "block", reasons: ["statement-partial"] });
    const own = await verdictOf(by("raj"));
    expect(own).toMatchObject({ verdict: "block", reasons: ["statement-unsigned"] });
    expect(own?.standing?.functions.flatMap(({ refused }) => refused)).toMatchObject([
      { by: { name: "Raj Patel" }, reason: "own-statement" },
    ]);
  });

  it.each([
    ["Jira", inJiraBy, (it: ApiRequest) => it.body?.includes("plumbline.history") === true],
    ["Linear", inLinearBy, (it: ApiRequest) => it.body?.includes("documentContentHistory") === true],
  ])("is not known in %s where it does not say who wrote it", async (_, by, isAboutWriters) => {
    const { judge, key } = by("tom");
    const { call } = judge;
    const noAnswer = { status: 0, contentType: "", retryAfterS: null, body: "" };
    const port = writePorts[tenantOf(judge.site.id)?.tracker ?? "jira"](async (it, stop) =>
      isAboutWriters(it) ? noAnswer : call(it, stop),
    );
    const said = await verdictOf({ judge: { ...judge, port }, key });
    expect(said).toMatchObject({ verdict: "allow", reasons: ["facts-missing", "statement-unsigned"] });
  });
});
