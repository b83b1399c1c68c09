import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { callLinear } from "../../../extension/facts/call-linear";
import { pauseMs } from "../../../extension/facts/pause-ms";
import { failure } from "../../../shared/tracker/failure";
import { seedCompany } from "../../sandbox/company/seed";
import { jiraFacts, linearFacts, today } from "./sandbox-facts";

const second = 1_000;
const minute = 60 * second;
const company = seedCompany({ today });
const keys = company.tickets.map(({ number }) => `ATL-${number}`);
const limit = (retryAfter?: string) => () =>
  Response.json({}, { status: 429, headers: retryAfter === undefined ? {} : { "retry-after": retryAfter } });

describe("how long a site is left in peace", () => {
  it.each([
    [failure("rate-limited", 7 * second), 0, 7 * second],
    [failure("rate-limited", 7 * second), 5, 7 * second],
    [failure("rate-limited", 0), 0, second],
    [failure("rate-limited", 1e15), 0, 24 * 60 * minute],
    [failure("rate-limited"), 0, 30 * second],
    [failure("rate-limited"), 1, minute],
    [failure("rate-limited"), 3, 4 * minute],
    [failure("rate-limited"), 50, 15 * minute],
    [failure("server", 5 * second), 0, 5 * second],
    [failure("server"), 0, null],
    [failure("offline", 5 * second), 0, null],
    [failure("signed-out"), 9, null],
  ])("%j after %i refusals in a row: %j ms", (failed, strikes, ms) => {
    expect(pauseMs(failed, strikes, 0)).toBe(ms);
  });

  it("is longer by chance where the site did not say, and never shorter", () => {
    expect(pauseMs(failure("rate-limited"), 0, 0.999)).toBeGreaterThan(37 * second);
    expect(pauseMs(failure("rate-limited", second), 0, 0.999)).toBe(second);
  });
});

describe.each([
  ["Jira", () => jiraFacts(company)],
  ["Linear", () => linearFacts(company)],
])("a limit of %s", (_, open) => {
  function opened() {
    const facts = open();
    const site = "jira" in facts ? facts.jira : facts.linear;
    const refuse = (respond: () => Response) =>
      site.faults.push({ match: () => true, respond, times: 1 } as never);
    return { ...facts, refuse, calls: () => site.requests.length };
  }

  it("holds for every tab, and for a worker that knows nothing of it, until it is over", async () => {
    const { refuse, ask, plan, pass, calls } = opened();
    refuse(limit("60"));
    expect((await ask(keys)).failure).toEqual(failure("rate-limited", minute));
    pass(20 * second);
    const before = calls();
    for (const tab of [1, 2, 3])
      expect((await plan(keys, tab)).failure).toEqual(failure("rate-limited", 40 * second));
    expect(calls()).toBe(before);
    pass(40 * second);
    expect((await ask(keys)).failure).toBeNull();
    expect((await ask(keys)).toFetch).toEqual([]);
  });

  it("that names no time doubles while it lasts, and starts anew once the site has answered", async () => {
    const { refuse, ask, pass } = opened();
    for (const ms of [30 * second, minute, 2 * minute]) {
      refuse(limit());
      expect((await ask(keys)).failure).toEqual(failure("rate-limited", ms));
      pass(ms);
    }
    expect((await ask(keys)).failure).toBeNull();
    pass(minute);
    refuse(limit());
    expect((await ask(keys)).failure).toEqual(failure("rate-limited", 30 * second));
  });

  it("does not grow when the clock is set back", async () => {
    const { refuse, ask, plan, pass } = opened();
    refuse(limit("60"));
    await ask(keys);
    pass(-24 * 60 * minute);
    expect((await plan(keys, 1)).failure).toEqual(failure("rate-limited", minute));
  });
});

describe("a limit met by one call", () => {
  it("stops the page that had its calls planned before, after the one under way", async () => {
    const { jira, plan, make } = jiraFacts(seedCompany({ today, issues: 300 }));
    const many = [...jira.issues.values()].map(({ key }) => key);
    const { requests } = await plan(many, 1);
    const [first, next] = requests;
    if (first === undefined || next === undefined) throw new Error("too few calls");
    jira.faults.push({ match: () => true, respond: limit("30"), times: 1 });
    expect(await make(first)).toEqual(failure("rate-limited", 30 * second));
    expect(await make(next)).toEqual(failure("rate-limited", 30 * second));
  });

  it("is as long as the longest that calls under way were told", async () => {
    const { jira, plan, make } = jiraFacts(company);
    const { requests } = await plan(keys, 1);
    for (const after of ["40", "5"]) {
      jira.faults.push({ match: () => true, respond: limit(after), times: 1 });
      await make(requests[0] as (typeof requests)[number]);
    }
    expect((await plan(keys, 2)).failure).toEqual(failure("rate-limited", 40 * second));
  });
});

describe("two tabs at once", () => {
  const all = (plan: { requests: { asked: string[] }[] }) => plan.requests.flatMap(({ asked }) => asked);

  it("ask for each ticket once between them", async () => {
    const { plan, jira, make } = jiraFacts(company);
    const [first, second] = [await plan(keys.slice(0, 20), 1), await plan(keys.slice(10, 30), 2)];
    expect(all(first)).toEqual(keys.slice(0, 20));
    expect(all(second)).toEqual(keys.slice(20, 30));
    expect(first.busyMs).toBeNull();
    expect(second.busyMs).toBeGreaterThan(0);
    const policies = [...first.requests, ...second.requests].filter(({ path }) => path.includes("policy"));
    expect(policies).toHaveLength(1);
    for (const request of [...first.requests, ...second.requests]) expect(await make(request)).toBeNull();
    expect(all(await plan(keys.slice(0, 30), 2)).filter((it) => it.startsWith("ATL-"))).toEqual([]);
    expect(jira.requests.length).toBe(first.requests.length + second.requests.length);
  });

  it("take over what the other never asked for, once its time is over", async () => {
    const { plan, pass } = jiraFacts(company);
    await plan(keys, 1);
    const waiting = await plan(keys, 2);
    expect(all(waiting)).toEqual([]);
    pass(waiting.busyMs ?? 0);
    expect(all(await plan(keys, 2))).toEqual(keys);
  });

  it("wait for no tab that was closed", async () => {
    const { plan, close } = jiraFacts(company);
    await plan(keys, 1);
    close(1);
    expect(all(await plan(keys, 2))).toEqual(keys);
  });

  it("wait for no tab that is through, or that the tracker refused", async () => {
    const { plan, make, pass, jira } = jiraFacts(company);
    const few = keys.slice(0, 5);
    for (let level = 0; level < 5; level++)
      for (const request of (await plan(few, 1)).requests) expect(await make(request, 1)).toBeNull();
    expect((await plan(keys.slice(0, 6), 2)).busyMs).toBeNull();
    pass(minute);
    const { requests } = await plan(few, 2);
    const fault = { match: () => true, respond: () => new Response("", { status: 500 }), times: 1 };
    jira.faults.push(fault);
    expect(await make(requests[0] as (typeof requests)[number], 2)).toEqual(failure("server"));
    expect((await plan(few, 3)).busyMs).toBeNull();
  });

  it("and a tab that was loaded anew does not wait for itself", async () => {
    const { plan } = jiraFacts(company);
    await plan(keys, 1);
    expect(all(await plan(keys, 1))).toEqual(keys);
  });

  it("of Linear, which the background asks, ask once too", async () => {
    const { plan, linear } = linearFacts(company);
    const plans = await Promise.all([plan(keys, 1), plan(keys, 2)]);
    expect(plans.map(({ failure: it }) => it)).toEqual([null, null]);
    expect(plans.filter(({ busyMs }) => busyMs !== null)).toHaveLength(1);
    expect(linear.requests).toHaveLength(Math.ceil(keys.length / 50));
  });
});

describe("Linear's own headers", () => {
  const request = { method: "POST", path: "https://api.linear.app/graphql", body: "{}" } as const;
  const now = Date.parse("2026-11-24T12:00:00Z");
  const reset = (ms: number) => ({
    "x-ratelimit-requests-reset": String(now + 5_000),
    "x-ratelimit-complexity-reset": String(now + ms),
  });
  beforeEach(() => void vi.useFakeTimers({ now, toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    ["a refusal without Retry-After waits until both its buckets are empty", 400, reset(90_000), 90],
    ["Retry-After counts more", 400, { ...reset(90_000), "retry-after": "3" }, 3],
    ["an answer that is no refusal is no reason to wait", 200, reset(90_000), null],
    ["nor is a server's trouble", 500, reset(90_000), null],
    ["nonsense says nothing", 400, { "x-ratelimit-complexity-reset": "soon" }, null],
    ["the past says go on", 400, reset(-90_000), 5],
  ] as const)("%s", async (_, status, headers, seconds) => {
    const fetch = async () => new Response("{}", { status, headers });
    const answer = await callLinear(request, "lin_api_ana", fetch);
    expect(answer.retryAfterS).toBe(seconds);
  });
});
