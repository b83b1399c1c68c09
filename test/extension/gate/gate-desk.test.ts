import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { tenantOf } from "../../../extension/desk/tenant";
import { openGateDesk } from "../../../extension/gate/open-gate-desk";
import { Database } from "../../../extension/store/database";
import { createFactsStores } from "../../../extension/store/facts-stores";
import { createGateLog } from "../../../extension/store/gate-log";
import { performRequest } from "../../../extension/trackers/perform-request";
import { writePorts } from "../../../extension/trackers/write-ports";
import { writeBreakGlass } from "../../../shared/domain/break-glass";
import { statementHash } from "../../../shared/domain/canonical";
import { noLocalPolicies } from "../../../shared/domain/policy-in-force";
import { writeAsk } from "../../../shared/domain/sign-off";
import { statement } from "../../../shared/domain/statement";
import { noAnswer } from "../../../shared/tracker/answer-of";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { companyWithGate, isReady } from "../../e2e/gate-company";
import { textToAdf } from "../../sandbox/jira/adf";
import { jiraApi } from "../../sandbox/jira/api";
import { addComment } from "../../sandbox/jira/comments";
import { fillSprints } from "../../sandbox/jira/fill-sprints";
import { createJiraSite } from "../../sandbox/jira/site";
import { fetchFrom } from "../fetch-from";

const { kept } = vi.hoisted(() => ({ kept: new Map<string, unknown>() }));
vi.mock("wxt/browser", () => ({
  browser: {
    storage: {
      local: {
        get: async (names: string | string[]) =>
          Object.fromEntries([names].flat().flatMap((it) => (kept.has(it) ? [[it, kept.get(it)]] : []))),
        set: async (items: object) => {
          for (const [name, value] of Object.entries(items)) kept.set(name, value);
        },
      },
      managed: { get: async () => ({}) },
    },
  },
}));
beforeEach(() => kept.clear());

const origin = "https://northwind.atlassian.net";
const { signal } = new AbortController();
let databases = 0;

function aDesk(issues?: number, answer?: (path: string) => object | null) {
  const site = createJiraSite({ company: companyWithGate("block", issues) });
  const fetch = fetchFrom(jiraApi(site), origin, { cookie: "cloud.session.token=ana" });
  const calls: string[] = [];
  const call: WriteCall = async (request, stop) => {
    calls.push(request.path);
    const body = answer?.(request.path);
    if (!body) return performRequest(request, stop, fetch);
    return { ...noAnswer, status: 207, contentType: "application/json", body: JSON.stringify(body) };
  };
  const tenant = tenantOf(origin);
  if (tenant === null) throw new Error("no tenant");
  const database = new Database(`gate-desk-${databases++}`);
  const { cache } = createFactsStores(database);
  const log = createGateLog(database);
  const desk = openGateDesk(tenant, {
    ...{ cache, log, call, port: writePorts.jira(call), now: Date.now, signal },
    readLocal: async () => noLocalPolicies,
  });
  const outside = [...site.issues.values()].filter(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0,
  );
  const [ready, other] = [true, false].map((is) => outside.find((it) => isReady(site, it) === is));
  const future = site.sprints.find(({ state }) => state === "future");
  const tom = site.users.find(({ personId }) => personId === "tom");
  if (!ready || !other || !future || !tom) throw new Error("the seed has no such tickets");
  const sprint = String(future.id);
  return { calls, outside, site, desk, cache, log, tenant, ready, other, future, tom, sprint };
}
const given = <T>(it: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!it.ok) throw new Error(JSON.stringify(it.error));
  return it.value;
};

describe("what is put into a sprint for a person", () => {
  it("is judged by its evidence first, whoever asks: what is not ready stays out", async () => {
    const { desk, log, ready, other, future, sprint } = aDesk();
    const asked = [ready, other].map(({ key: issue }) => ({ issue, sprint }));
    expect(given(await desk.enterSprints(asked))).toEqual([{ issue: ready.key, sprint }]);
    expect([ready.sprintIds, other.sprintIds]).toEqual([[future.id], []]);
    expect(await log.since(origin, 0)).toMatchObject([{ issue: ready.key, why: "fixed", verdict: "allow" }]);
  });

  it("goes in fifty at a time, which is all that the trackers take in a call", async () => {
    const { site, desk, calls, outside, future, sprint } = aDesk(2_000);
    const some = outside.filter((it) => isReady(site, it)).slice(0, 60);
    expect(some).toHaveLength(60);
    const entered = given(await desk.enterSprints(some.map(({ key }) => ({ issue: key, sprint }))));
    expect(entered).toHaveLength(60);
    expect(some.filter((it) => !it.sprintIds.includes(future.id))).toEqual([]);
    expect(calls.filter((path) => path === `/rest/agile/1.0/sprint/${sprint}/issue`)).toHaveLength(2);
  });

  it("stays out where the tracker will not have it, with the tracker's own words", async () => {
    const refusing = (path: string) =>
      path.startsWith("/rest/agile/1.0/sprint/")
        ? { entries: [{ issueId: 1, status: 400, errors: ["It is done."] }] }
        : null;
    const { desk, log, ready, sprint } = aDesk(undefined, refusing);
    expect(await desk.enterSprints([{ issue: ready.key, sprint }])).toEqual({
      ok: false,
      error: { kind: "rejected", message: "It is done." },
    });
    expect(await log.since(origin, 0)).toEqual([]);
  });

  it("goes in by a broken glass, which is told as such", async () => {
    const { site, desk, tom, other, future, sprint } = aDesk();
    const until = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, ".000");
    const text = writeBreakGlass({ object: other.id, reason: "Payments are down", until });
    addComment(site, tom, other.key, textToAdf(text));
    const [judged] = given(await desk.judgeEntries([{ issue: other.key, sprint }]));
    expect(judged?.verdict).toMatchObject({ verdict: "allow", flagged: true, glass: { until } });
    given(await desk.enterSprints([{ issue: other.key, sprint }]));
    expect(other.sprintIds).toEqual([future.id]);
  });
});

it("the sprints of a project are told with all that a verdict is made of, and the policy's preview agrees with the gate", async () => {
  const { site, desk } = aDesk();
  const { sprints } = given(await desk.readSprints(site.projects[0]?.key ?? ""));
  for (const { id, entries } of sprints) {
    const inside = [...site.issues.values()].filter(
      (it) => it.sprintIds.includes(Number(id)) && it.type.hierarchyLevel >= 0,
    );
    expect(entries.map(({ key }) => key).toSorted()).toEqual(inside.map(({ key }) => key).toSorted());
    expect(entries.filter(({ facts }) => facts === null)).toEqual([]);
  }
  expect(sprints.length).toBeGreaterThan(0);
});

it.each([
  [10, 20, 8],
  [10, 100, 32],
])("%i sprints of %i tickets are looked at in at most %i calls", async (sprints, each, most) => {
  const { site, desk, calls } = aDesk(sprints * each + 400);
  fillSprints(site, sprints, each);
  const project = site.projects[0]?.key ?? "";
  given(await desk.readSprints(project));
  calls.length = 0;
  const read = given(await desk.readSprints(project));
  expect(read.sprints.map(({ entries }) => entries.length)).toEqual(Array(sprints).fill(each));
  expect(calls.length, calls.join("\n")).toBeLessThanOrEqual(most);
});

it("why people went on is logged without who they are", async () => {
  const { desk, log, sprint } = aDesk();
  await desk.noteOverrides([{ issue: "ATL-1", sprint, how: "warned", reason: "It was promised" }]);
  const logged = await log.since(origin, 0);
  expect(logged).toMatchObject([{ override: { how: "warned", reason: "It was promised" } }]);
  expect(JSON.stringify(logged)).not.toContain("ana");
});

it("the wait for signatures is measured from the comments, and kept for the limit of a policy", async () => {
  const { site, desk, cache, tenant, tom } = aDesk();
  const carrier = [...site.issues.values()].find(
    (it) => it.type.hierarchyLevel === 1 && it.properties.get("plumbline.standing") === "unsigned",
  );
  const below = [...site.issues.values()].find(({ parentId }) => parentId === carrier?.id);
  if (!carrier || !below) throw new Error("the seed has no such bet");
  const text = statement.parse(carrier.properties.get("plumbline.statement"));
  const ask = {
    object: carrier.id,
    hash: statementHash(text),
    functions: ["product"],
    mentions: [],
    page: "",
  };
  addComment(site, tom, carrier.key, textToAdf(writeAsk({ ...ask })));
  const fetch = fetchFrom(jiraApi(site), origin, { cookie: "cloud.session.token=ana" });
  const request = tenant.api.itemsRequest([carrier.key, below.key]);
  const read = tenant.api.read(request, await performRequest(request, signal, fetch), origin);
  await cache.learn(origin, [], given(read), Date.now());
  const waits = given(await desk.measureWaits());
  // Product and engineering have to sign.
  expect(waits).toEqual([
    { scope: "ATL", hours: expect.any(Number), isOver: false },
    { scope: "ATL", hours: expect.any(Number), isOver: false },
  ]);
  expect(kept.get("gateWaits")).toEqual({
    [`${origin} ATL`]: { medianHours: expect.any(Number), at: expect.any(Number) },
  });
});
