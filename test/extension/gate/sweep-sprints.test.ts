import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { tenantOf } from "../../../extension/desk/tenant";
import { callLinear } from "../../../extension/facts/call-linear";
import { restore } from "../../../extension/gate/put-back";
import type { Sweep } from "../../../extension/gate/sweep-look";
import { sweepSprints } from "../../../extension/gate/sweep-sprints";
import { Database } from "../../../extension/store/database";
import { createFactsStores } from "../../../extension/store/facts-stores";
import { createGateLog } from "../../../extension/store/gate-log";
import { createSweepStore } from "../../../extension/store/sweep-store";
import { gateReaders } from "../../../extension/trackers/gate-readers";
import { performRequest } from "../../../extension/trackers/perform-request";
import { sweepPorts } from "../../../extension/trackers/sweep-ports";
import { writePorts } from "../../../extension/trackers/write-ports";
import { writeBreakGlass } from "../../../shared/domain/break-glass";
import { judgeMoves } from "../../../shared/gate/judge-moves";
import type { ApiRequest } from "../../../shared/tracker/tracker-api";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { companyWithGate, isReady } from "../../e2e/gate-company";
import { textToAdf } from "../../sandbox/jira/adf";
import { jiraApi } from "../../sandbox/jira/api";
import { addComment } from "../../sandbox/jira/comments";
import { sprintField } from "../../sandbox/jira/fields";
import type { JiraIssue, JiraUser } from "../../sandbox/jira/records";
import { createJiraSite, type JiraSite } from "../../sandbox/jira/site";
import { moveToBacklog, moveToSprint } from "../../sandbox/jira/sprints";
import { linearApi } from "../../sandbox/linear/api";
import { stateId } from "../../sandbox/linear/fill-team";
import { issueBy, updateIssue } from "../../sandbox/linear/issues";
import { createLinearWorkspace } from "../../sandbox/linear/workspace";
import { fetchFrom } from "../fetch-from";

const origin = "https://northwind.atlassian.net";
let databases = 0;
let site: JiraSite;
let calls: ApiRequest[];
let call: WriteCall;
/** What happens at a call, before it arrives and after it is answered. */
let at: { before?: (request: ApiRequest) => unknown; after?: (request: ApiRequest) => unknown };

beforeEach(() => {
  calls = [];
  at = {};
  site = createJiraSite({ company: companyWithGate("block") });
  const fetch = fetchFrom(jiraApi(site), origin, { cookie: "cloud.session.token=ana" });
  call = async (request, stop) => {
    calls.push(request);
    await at.before?.(request);
    const answer = await performRequest(request, stop, fetch);
    await at.after?.(request);
    return answer;
  };
});

function aSweep(over: { tenant?: string; scope?: string; call?: WriteCall; hints?: Sweep["hints"] } = {}) {
  const { tenant = origin, scope = "ATL", hints = { sprintField } } = over;
  const site = tenantOf(tenant);
  if (site === null) throw new Error(`${tenant} is no tenant`);
  const database = new Database(`sweep-${databases++}`);
  const through = over.call ?? call;
  const { signal } = new AbortController();
  const reader = gateReaders[site.tracker](through, site.origin);
  const port = writePorts[site.tracker](through);
  const { cache } = createFactsStores(database);
  const commented: { id: string; key: string }[] = [];
  const sweep: Sweep = {
    ...{ site, scope, reader, hints, signal, now: Date.now },
    ...{ port: sweepPorts[site.tracker](through), readMe: port.readMe },
    ...{ store: createSweepStore(database), log: createGateLog(database), newId: () => crypto.randomUUID() },
    comment: async (putBack) => void commented.push(...putBack.map(({ id, key }) => ({ id, key }))),
    judge: (moves) =>
      judgeMoves(moves, {
        ...{ site, cache, reader, port, call: through, hints },
        ...{ isAwaited: false, now: Date.now, signal },
      }),
  };
  return {
    sweep,
    commented,
    run: () => sweepSprints(sweep),
    /** A page of this browser sends something now. */
    write: () => sweep.store.noteWrite(site.id, Date.now()),
    logged: async () =>
      (await sweep.log.since(site.id, 0)).map(({ ring, issue, verdict, why }) => ({
        ring,
        issue,
        verdict,
        why,
      })),
  };
}
const user = (person: string) => site.users.find((it) => it.personId === person) as JiraUser;
const sprint = (state: string) => {
  const found = site.sprints.find((it) => it.state === state);
  if (!found) throw new Error(`There is no sprint that is ${state}`);
  return found;
};
function aTicket(ready: boolean, inSprint = false): JiraIssue {
  const found = [...site.issues.values()].find(
    (it) =>
      it.type.hierarchyLevel === 0 &&
      isReady(site, it) === ready &&
      (inSprint ? it.sprintIds.includes(sprint("active").id) : it.sprintIds.length === 0),
  );
  if (!found) throw new Error("The seed has no such ticket");
  return found;
}
const enter = (issue: JiraIssue, by = "ana", into = sprint("future").id) =>
  moveToSprint(site, user(by), [issue.key], into);

describe("a sweep in Jira", () => {
  it("puts back what this person moved in this browser and the gate keeps out, and says so in the log", async () => {
    const { run, write, logged } = aSweep();
    expect(await run()).toEqual({ ended: [], failure: null, isWaiting: false });
    const ticket = aTicket(false);
    await write();
    enter(ticket);
    const { ended } = await run();
    expect(ended).toMatchObject([
      { key: ticket.key, state: "done", to: null, sprintName: sprint("future").name, isTold: false },
    ]);
    expect(ticket.sprintIds).toEqual([]);
    expect(await logged()).toEqual([{ ring: "after", issue: ticket.key, verdict: "block", why: "put-back" }]);
    expect(await run()).toEqual({ ended: [], failure: null, isWaiting: false });
    expect(await logged()).toHaveLength(1);
  });

  it("puts it back into the sprint that it came from, once it is clear that this one goes on", async () => {
    const { run, write, logged } = aSweep();
    await run();
    const ticket = aTicket(false, true);
    await write();
    enter(ticket);
    expect(await run()).toEqual({ ended: [], failure: null, isWaiting: true });
    expect([ticket.sprintIds, await logged()]).toEqual([[sprint("future").id], []]);
    expect(await run()).toMatchObject({ failure: null, isWaiting: false });
    expect(ticket.sprintIds).toEqual([sprint("active").id]);
  });

  it("leaves what a person hands on who completes a sprint, though it looks in the middle of that", async () => {
    const { run, write, logged } = aSweep();
    await run();
    const ticket = aTicket(false, true);
    await write();
    enter(ticket);
    await run();
    sprint("active").state = "closed";
    await run();
    await run();
    expect(ticket.sprintIds).toContain(sprint("future").id);
    const said = (await logged()).filter(({ issue }) => issue === ticket.key);
    expect(said).toEqual([{ ring: "after", issue: ticket.key, verdict: "block", why: "rolled-over" }]);
  });

  it("knows what was moved just now into a sprint that it never read", async () => {
    const { run, write } = aSweep();
    const ticket = aTicket(false);
    await write();
    enter(ticket);
    await run();
    expect(ticket.sprintIds).toEqual([]);
  });

  it.each<[string, string, { by?: string; writes?: boolean; ready?: boolean }]>([
    ["what somebody else moved", "moved-elsewhere", { by: "raj" }],
    [
      "what the same person moved elsewhere, while no page of this browser sent anything",
      "moved-elsewhere",
      { writes: false },
    ],
  ])("leaves and notes %s", async (_, why, { by, writes = true }) => {
    const { run, write, logged } = aSweep();
    await run();
    if (writes) await write();
    const ticket = aTicket(false);
    enter(ticket, by);
    expect((await run()).ended).toEqual([]);
    expect(ticket.sprintIds).toEqual([sprint("future").id]);
    expect(await logged()).toEqual([{ ring: "after", issue: ticket.key, verdict: "block", why }]);
  });

  it("leaves what is ready", async () => {
    const { run, write, logged } = aSweep();
    await run();
    await write();
    const ticket = aTicket(true);
    enter(ticket);
    await run();
    expect(ticket.sprintIds).toEqual([sprint("future").id]);
    expect(await logged()).toEqual([{ ring: "after", issue: ticket.key, verdict: "allow", why: null }]);
  });

  it("does not note once more what was judged before it went in", async () => {
    const { run, write, logged, sweep } = aSweep();
    await run();
    await write();
    const ticket = aTicket(true);
    const said = {
      issue: ticket.key,
      sprint: String(sprint("future").id),
      verdict: "allow",
      strict: "allow",
    } as const;
    const about = {
      site: origin,
      at: Date.now(),
      ring: "before",
      reasons: ["signed"],
      why: null,
      override: null,
      ms: 3,
    } as const;
    await sweep.log.add([{ ...about, ...said, reasons: [...about.reasons] }]);
    enter(ticket);
    await run();
    expect(await logged()).toHaveLength(1);
  });

  it("takes a last look: who broke the glass meanwhile has the last word", async () => {
    const { run, write } = aSweep();
    await run();
    await write();
    const ticket = aTicket(false);
    enter(ticket);
    let looks = 0;
    at.before = ({ path }) => {
      // The second reading of the issue is the last look.
      if (!path.endsWith("/issue/bulkfetch") || ++looks !== 2) return;
      const until = new Date(Date.now() + 3_600_000).toISOString();
      const text = writeBreakGlass({ object: ticket.id, reason: "Payments are down", until });
      addComment(site, user("tom"), ticket.key, textToAdf(text));
    };
    expect((await run()).ended).toEqual([]);
    expect(looks).toBeGreaterThan(1);
    expect(ticket.sprintIds).toEqual([sprint("future").id]);
  });

  it("leaves what Jira does not let this person move, says so, and does not try again", async () => {
    const { run, write, logged } = aSweep();
    await run();
    await write();
    const ticket = aTicket(false);
    enter(ticket);
    for (const granted of Object.values(site.grants)) granted.delete("SCHEDULE_ISSUES");
    const { ended } = await run();
    expect(ended).toMatchObject([{ state: "refused", words: expect.stringContaining("permission") }]);
    expect(await logged()).toMatchObject([{ why: "put-back-refused" }]);
    calls.length = 0;
    expect(await run()).toEqual({ ended: [], failure: null, isWaiting: false });
    expect(calls.filter(({ path }) => path.endsWith("/backlog/issue"))).toEqual([]);
  });

  it("puts back those that may be moved where one may not", async () => {
    const { run, write } = aSweep();
    await run();
    await write();
    const [one, other] = [...site.issues.values()].filter(
      (it) => it.type.hierarchyLevel === 0 && !isReady(site, it) && it.sprintIds.length === 0,
    );
    if (!one || !other) throw new Error("The seed has no such tickets");
    for (const it of [one, other]) enter(it);
    at.before = ({ path, body }) => {
      const isBad = path.endsWith("/backlog/issue") && body?.includes(one.id);
      if (isBad) one.visibleTo = ["stranger"];
    };
    const { ended } = await run();
    expect(ended.map(({ key, state }) => [key, state]).sort()).toEqual(
      [
        [one.key, "refused"],
        [other.key, "done"],
      ].sort(),
    );
    expect(other.sprintIds).toEqual([]);
  });

  it("comes to the same end wherever its worker is killed: nothing forgotten, nothing counted twice", async () => {
    class Killed extends Error {}
    let kills = 0;
    for (let step = 1; ; step += 1) {
      site = createJiraSite({ company: companyWithGate("block") });
      const fetch = fetchFrom(jiraApi(site), origin, { cookie: "cloud.session.token=ana" });
      let left = Number.POSITIVE_INFINITY;
      const mortal: WriteCall = async (request, stop) => {
        if (--left === 0) throw new Killed();
        const answer = await performRequest(request, stop, fetch);
        // What has arrived at Jira has, though nobody hears of the answer.
        if (--left === 0) throw new Killed();
        return answer;
      };
      const { run, write, logged, sweep } = aSweep({ call: mortal });
      await run();
      await write();
      const ticket = aTicket(false);
      enter(ticket);
      left = step;
      const wasKilled = await run().then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      left = Number.POSITIVE_INFINITY;
      await run();
      expect(ticket.sprintIds, `killed at step ${step}`).toEqual([]);
      expect(await sweep.store.inState(origin, "done"), `killed at step ${step}`).toMatchObject([
        { key: ticket.key },
      ]);
      expect(await sweep.store.inState(origin, "begun")).toEqual([]);
      expect((await logged()).filter(({ why }) => why === "put-back")).toHaveLength(1);
      if (!wasKilled) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(15);
  });

  it("keeps a comment for what it put back where the policy says so, and the same one where it was cut off behind it", async () => {
    const setUp = (commentOnPutBack: boolean) => {
      const company = companyWithGate("block");
      site = createJiraSite({ company: { ...company, policy: { ...company.policy, commentOnPutBack } } });
      const fetch = fetchFrom(jiraApi(site), origin, { cookie: "cloud.session.token=ana" });
      return aSweep({ call: (request, stop) => performRequest(request, stop, fetch) });
    };
    const silent = setUp(false);
    await silent.run();
    await silent.write();
    enter(aTicket(false));
    expect((await silent.run()).ended).toHaveLength(1);
    expect(silent.commented).toEqual([]);

    const { sweep, run, write, commented } = setUp(true);
    await run();
    await write();
    const ticket = aTicket(false);
    enter(ticket);
    const { finish } = sweep.store;
    sweep.store.finish = () => Promise.reject(new Error("killed"));
    await expect(run()).rejects.toThrow("killed");
    sweep.store.finish = finish;
    const { ended } = await run();
    expect(ended).toMatchObject([{ key: ticket.key, state: "done" }]);
    const row = { id: ended[0]?.id ?? "", key: ticket.key };
    expect(commented).toEqual([row, row]);
  });

  it("undoes what it did once the gate lets it in, and not before", async () => {
    const { run, write, sweep, logged } = aSweep();
    await run();
    await write();
    const ticket = aTicket(false);
    enter(ticket);
    const [row] = (await run()).ended;
    if (!row) throw new Error("Nothing was put back");
    expect(await restore(row, sweep)).toEqual({ ok: true, value: row.reason });
    expect(ticket.sprintIds).toEqual([]);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const text = writeBreakGlass({ object: ticket.id, reason: "Payments are down", until });
    addComment(site, user("tom"), ticket.key, textToAdf(text));
    expect(await restore(row, sweep)).toEqual({ ok: true, value: null });
    expect(ticket.sprintIds).toEqual([sprint("future").id]);
    await run();
    expect(ticket.sprintIds).toEqual([sprint("future").id]);
    expect((await logged()).map(({ why }) => why)).toEqual(["put-back", "restored"]);
  });

  it("never goes on for ever with something that comes in again and again", async () => {
    const { run, write, logged } = aSweep();
    await run();
    const ticket = aTicket(false);
    for (let times = 0; times < 3; times += 1) {
      await write();
      moveToBacklog(site, user("ana"), [ticket.key]);
      await run();
      enter(ticket);
      await run();
    }
    expect(ticket.sprintIds).toEqual([sprint("future").id]);
    expect((await logged()).map(({ why }) => why)).toEqual(["put-back", "put-back", "comes-again"]);
  });

  it("does nothing where it cannot read all sprints, and says why", async () => {
    const { run, write } = aSweep();
    await run();
    await write();
    const ticket = aTicket(false);
    enter(ticket);
    site.faults.push({
      match: ({ url }) => /\/rest\/software\/1\.0\/sprint\//.test(url),
      respond: () => new Response("", { status: 429, headers: { "Retry-After": "9" } }),
    });
    expect(await run()).toMatchObject({ ended: [], failure: { kind: "rate-limited", retryAfterMs: 9_000 } });
    expect(ticket.sprintIds).toEqual([sprint("future").id]);
  });
});

describe("a sweep in Linear", () => {
  it("takes out what the team's automation chose a cycle for, after this person started it here", async () => {
    const company = companyWithGate("block");
    const linear = createLinearWorkspace({ company });
    const fetch = fetchFrom(linearApi(linear), "https://api.linear.app", {});
    const { run, write, logged } = aSweep({
      ...{ tenant: "https://linear.app/northwind", scope: "workspace", hints: { sprintField: null } },
      call: (request) => callLinear(request, "lin_api_ana", fetch),
    });
    await run();
    const active = linear.store
      .all("Cycle")
      .find(({ startsAt, endsAt }) => Date.parse(startsAt) <= Date.now() && Date.now() < Date.parse(endsAt));
    const outside = linear.store
      .all("Issue")
      .filter((it) => it.cycleId === null && it.projectId === null && it.labelIds.length === 0);
    const [ticket] = outside;
    if (!ticket || !active) throw new Error("The seed has no such ticket");
    await write();
    const ana = { userId: linear.userOf("ana")?.id ?? "" };
    updateIssue(linear, ana, ticket.id, { stateId: stateId("started") });
    expect(issueBy(linear, ticket.id).cycleId).toBe(active.id);
    expect((await run()).ended).toMatchObject([{ state: "done", to: null }]);
    expect(issueBy(linear, ticket.id).cycleId).toBeNull();
    expect(await logged()).toMatchObject([{ why: "put-back" }]);
  });
});
