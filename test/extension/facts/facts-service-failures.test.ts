import { describe, expect, it } from "vitest";
import type { FailureKind } from "../../../shared/tracker/failure";
import { seedCompany } from "../../sandbox/company/seed";
import { jiraFacts, linearFacts, today } from "./sandbox-facts";

const minute = 60_000;
const company = seedCompany({ today });
const keys = company.tickets.map(({ number }) => `ATL-${number}`);
const html = { "content-type": "text/html;charset=UTF-8" };

type Fails = [what: string, answer: () => Response | "drop", kind: FailureKind, retryAfterMs: number | null];
const common: Fails[] = [
  ["401", () => Response.json({}, { status: 401 }), "signed-out", null],
  ["403", () => Response.json({}, { status: 403 }), "forbidden", null],
  ["403 in plain text", () => new Response("XSRF check failed", { status: 403 }), "forbidden", null],
  ["429", () => Response.json({}, { status: 429 }), "rate-limited", 30_000],
  [
    "429 with a wait",
    () => Response.json({}, { status: 429, headers: { "retry-after": "7" } }),
    "rate-limited",
    7000,
  ],
  ["500", () => new Response("oh no", { status: 500 }), "server", null],
  [
    "503 with a wait",
    () => new Response("", { status: 503, headers: { "retry-after": "9" } }),
    "server",
    9_000,
  ],
  ["503 with a page", () => new Response("<html>", { status: 503, headers: html }), "server", null],
  ["a login page with 200", () => new Response("<html>", { headers: html }), "signed-out", null],
  ["an empty 200", () => new Response(null), "signed-out", null],
  [
    "half an answer",
    () => new Response('{"issues":[{"id":"1', { headers: { "content-type": "application/json" } }),
    "malformed",
    null,
  ],
  ["an answer to something else", () => Response.json({ hello: "world" }), "malformed", null],
  ["null", () => Response.json(null), "malformed", null],
  ["a list", () => Response.json([1, 2, 3]), "malformed", null],
];
const graphqlError =
  (extensions: object, status: number, data: unknown = null) =>
  () =>
    Response.json({ data, errors: [{ message: "no", extensions }] }, { status });

describe("when Jira answers badly", () => {
  const table: Fails[] = [...common, ["no answer at all", () => "drop", "offline", null]];

  it.each(table)("%s: says why, and claims nothing of any ticket", async (_, respond, kind, retryAfterMs) => {
    const { ask, jira } = jiraFacts(company);
    jira.faults.push({ match: ({ url }) => url.includes("bulkfetch"), respond });
    const answer = await ask(keys);
    expect(answer.failure).toEqual({ kind, retryAfterMs });
    expect(answer.tickets).toEqual([]);
    expect(answer.toFetch).toEqual(keys);
  });

  it.each(table)("%s: keeps what it knew, as something to ask again", async (_, respond) => {
    const { ask, pass, jira } = jiraFacts(company);
    const before = await ask(keys);
    pass(minute);
    jira.faults.push({ match: () => true, respond });
    const after = await ask(keys);
    expect(after.failure).not.toBeNull();
    expect(after.tickets).toEqual(before.tickets);
    expect(after.toFetch).toEqual(keys);
  });

  it("stops at the first refusal, and goes on where it stopped", async () => {
    const { ask, pass, jira } = jiraFacts(company);
    const refuse = () => Response.json({}, { status: 429 });
    jira.faults.push({ match: () => jira.requests.length === 1, respond: refuse, times: 1 });
    const first = await ask(keys);
    expect(first).toMatchObject({ failure: { kind: "rate-limited" }, calls: 2 });
    pass(minute / 2);
    const second = await ask(keys);
    expect(second.failure).toBeNull();
    expect(second.toFetch).toEqual([]);
  });

  it("calls nothing an orphan while the policy, which may give it a lane, could not be read", async () => {
    const { ask, jira } = jiraFacts(company);
    const fault = {
      match: ({ url }: Request) => url.includes("plumbline.policy"),
      respond: () => Response.json({}, { status: 500 }),
    };
    jira.faults.push(fault);
    const without = await ask(keys);
    expect(without.failure).toEqual({ kind: "server", retryAfterMs: null });
    expect((await ask(keys)).tickets.filter(({ state }) => state === "orphan")).toEqual([]);
    jira.faults.length = 0;
    const withIt = await ask(keys);
    expect(withIt.tickets.some(({ state }) => state === "orphan")).toBe(true);
    expect(withIt.toFetch).toEqual([]);
  });

  it("calls nothing an orphan while the policy is refused, and keeps no such answer", async () => {
    const { ask, jira } = jiraFacts(company);
    jira.faults.push({
      match: ({ url }) => url.includes("plumbline.policy"),
      respond: () => Response.json({}, { status: 403 }),
    });
    const refused = await ask(keys);
    expect(refused.failure).toEqual({ kind: "forbidden", retryAfterMs: null });
    expect(refused.tickets.filter(({ state }) => state === "orphan")).toEqual([]);
    jira.faults.length = 0;
    const after = await ask(keys);
    expect(after.failure).toBeNull();
    expect(after.tickets.some((it) => it.state === "lane" && it.by === "issue-type")).toBe(true);
  });

  it("takes a policy that nobody wrote for none", async () => {
    const { ask, jira } = jiraFacts(company);
    jira.faults.push({
      match: ({ url }) => url.includes("plumbline.policy"),
      respond: () => Response.json({}, { status: 404 }),
    });
    const answer = await ask(keys);
    expect(answer.failure).toBeNull();
    expect(answer.toFetch).toEqual([]);
    expect(answer.tickets.filter((it) => it.state === "lane" && it.by === "issue-type")).toEqual([]);
  });
});

describe("when Linear answers badly", () => {
  const inGraphql: Fails[] = [
    [
      "RATELIMITED with 400",
      graphqlError({ code: "RATELIMITED", type: "ratelimited" }, 400),
      "rate-limited",
      30_000,
    ],
    ["ratelimited without a code", graphqlError({ type: "ratelimited" }, 400), "rate-limited", 30_000],
    ["an authentication error", graphqlError({ code: "AUTHENTICATION_ERROR" }, 400), "signed-out", null],
    [
      "an authentication error with 200",
      graphqlError({ type: "authentication error" }, 200),
      "signed-out",
      null,
    ],
    ["a refusal", graphqlError({ code: "FORBIDDEN", type: "forbidden" }, 400), "forbidden", null],
    ["401 with an error of no kind", graphqlError({}, 401), "signed-out", null],
    ["403 with an error of no kind", graphqlError({}, 403), "forbidden", null],
    ["500 with an error in JSON", graphqlError({ code: "INTERNAL_SERVER_ERROR" }, 500), "server", null],
    [
      "a query that it does not take",
      graphqlError({ code: "GRAPHQL_VALIDATION_FAILED" }, 400),
      "malformed",
      null,
    ],
    [
      "data beside an error",
      graphqlError({}, 200, { issues: { nodes: [] }, projects: { nodes: [] } }),
      "malformed",
      null,
    ],
  ];
  const overTheLimit: Fails = [
    "RATELIMITED with a wait",
    () =>
      Response.json(
        { errors: [{ message: "no", extensions: { code: "RATELIMITED" } }] },
        { status: 400, headers: { "retry-after": "90" } },
      ),
    "rate-limited",
    90_000,
  ];
  const dropped: Fails = ["no answer at all", () => "drop", "offline", null];
  const table = [...common, ...inGraphql, overTheLimit, dropped];

  it.each(table)("%s: says why, and claims nothing of any ticket", async (_, respond, kind, retryAfterMs) => {
    const { ask, linear } = linearFacts(company);
    linear.faults.push({
      match: () => true,
      respond: () => {
        const it = respond();
        return it === "drop" ? Response.error() : it;
      },
    });
    const answer = await ask(keys);
    expect(answer.failure).toEqual({ kind, retryAfterMs });
    expect(answer.tickets).toEqual([]);
    expect(answer.calls).toBe(1);
  });

  it("over its limit of requests it waits as long as Linear asks, and keeps what it read before", async () => {
    const { ask, linear } = linearFacts(company);
    linear.limits.requestsPerHour = 1;
    const answer = await ask(keys);
    expect(answer.failure).toEqual({ kind: "rate-limited", retryAfterMs: 3_600_000 });
    expect(answer.tickets).toHaveLength(50);
    expect(answer.toFetch).toHaveLength(keys.length - 50);
  });

  it("an unknown key is signed out", async () => {
    expect((await linearFacts(company, "nobody").ask(keys)).failure?.kind).toBe("signed-out");
  });
});
