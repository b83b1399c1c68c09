import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Database } from "../../../extension/store/database";
import { createFactsCache } from "../../../extension/store/facts-cache";
import type { FactsCache } from "../../../shared/desk/facts-cache";
import { defaultPolicy } from "../../../shared/domain/policy";
import { none, unreadable, value } from "../../../shared/domain/result";
import type { Parsed } from "../../../shared/tracker/tracker-api";
import { aSheet, aStatement, aWorkItem } from "../../domain/builders";

const site = "https://northwind.atlassian.net";
const parsed = (over: Partial<Parsed> = {}): Parsed => ({ items: [], malformed: [], policies: [], ...over });

let databases = 0;
let database: Database;
let cache: FactsCache;
beforeEach(() => {
  database = new Database(`facts-cache-${databases++}`);
  cache = createFactsCache(database);
});

describe("what the trackers said", () => {
  const item = aWorkItem({
    id: "1",
    sheet: value(aSheet()),
    statement: value(aStatement()),
    lane: "bug",
    standingMirror: "signed",
  });

  it("comes back as it was, by key and by id", async () => {
    await cache.learn(site, ["ATL-1"], parsed({ items: [item] }), 5);
    const known = { id: "1", key: "ATL-1", item, malformed: false, readAt: 5 };
    expect(await cache.byKeys(site, ["ATL-1", "ATL-2"])).toEqual(new Map([["ATL-1", known]]));
    expect(await cache.byIds(site, ["1", "2"])).toEqual(new Map([["1", known]]));
  });

  it("outlives the service worker", async () => {
    await cache.learn(site, ["ATL-1"], parsed({ items: [item] }), 5);
    const again = createFactsCache(new Database(database.name));
    expect((await again.byIds(site, ["1"])).get("1")?.item).toEqual(item);
  });

  it("is watched: told at once and at every change of the site, by whichever context, until it ends", async () => {
    let told = 0;
    const watching = new AbortController();
    cache.watch(site, () => told++, watching.signal);
    await vi.waitFor(() => expect(told).toBe(1));
    const elsewhere = createFactsCache(new Database(database.name));
    const changes = [
      () => elsewhere.learn(site, ["ATL-1"], parsed({ items: [item] }), 5),
      () => elsewhere.learn(site, ["ATL-1"], parsed({ items: [{ ...item, title: "Other" }] }), 6),
      () => elsewhere.learn(site, [], parsed({ policies: [{ scope: "ATL", policy: none }] }), 7),
      () => cache.expire(site, ["1"]),
    ];
    for (const [at, change] of changes.entries()) {
      await change();
      await vi.waitFor(() => expect(told).toBe(at + 2));
    }
    await elsewhere.learn("https://other.atlassian.net", ["ATL-1"], parsed({ items: [item] }), 5);
    watching.abort();
    await elsewhere.learn(site, ["ATL-2"], parsed(), 8);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toBe(changes.length + 1);
  });

  it("is another matter on another site", async () => {
    await cache.learn(site, ["ATL-1"], parsed({ items: [item] }), 5);
    expect(await cache.byKeys("https://other.atlassian.net", ["ATL-1"])).toEqual(new Map());
    expect(await cache.byIds("https://other.atlassian.net", ["1"])).toEqual(new Map());
  });

  it("keeps what was asked for and did not come, and says whether it came in a wrong shape", async () => {
    await cache.learn(site, ["ATL-1", "ATL-2", "3"], parsed({ items: [item], malformed: ["2", "ATL-2"] }), 5);
    const known = await cache.byKeys(site, ["ATL-2"]);
    expect(known.get("ATL-2")).toEqual({ id: "ATL-2", key: "ATL-2", item: null, malformed: true, readAt: 5 });
    expect((await cache.byIds(site, ["3"])).get("3")).toMatchObject({ item: null, malformed: false });
  });

  it("holds what was said last, of a ticket that is gone or that came back", async () => {
    await cache.learn(site, ["ATL-1"], parsed(), 5);
    await cache.learn(site, ["ATL-1"], parsed({ items: [item] }), 6);
    expect((await cache.byKeys(site, ["ATL-1"])).get("ATL-1")?.item).toEqual(item);
    await cache.learn(site, ["ATL-1"], parsed(), 7);
    expect((await cache.byKeys(site, ["ATL-1"])).get("ATL-1")?.item).toBeNull();
  });

  it("forgets the old key of a ticket that was moved", async () => {
    await cache.learn(site, ["ATL-1"], parsed({ items: [item] }), 5);
    await cache.learn(site, ["1"], parsed({ items: [{ ...item, key: "NEW-9" }] }), 6);
    expect(await cache.byKeys(site, ["ATL-1"])).toEqual(new Map());
    expect((await cache.byKeys(site, ["NEW-9"])).get("NEW-9")?.item?.id).toBe("1");
  });

  it("knows a ticket by the key that it was asked by, although it was moved, and as one ticket", async () => {
    const moved = { ...item, key: "NEW-9" };
    await cache.learn(
      site,
      ["ATL-1", "ATL-2"],
      parsed({ items: [moved, aWorkItem({ id: "2", key: "ATL-2" })] }),
      5,
    );
    const known = await cache.byKeys(site, ["ATL-1", "NEW-9"]);
    expect([known.get("ATL-1")?.item, known.get("NEW-9")?.item]).toEqual([moved, moved]);
    expect((await cache.all(site)).map(({ key }) => key).sort()).toEqual(["ATL-2", "NEW-9"]);
    expect((await cache.expire(site, ["1"])).sort()).toEqual(["ATL-1", "NEW-9"]);
    expect((await cache.byKeys(site, ["ATL-1"])).get("ATL-1")?.readAt).toBe(0);
  });

  it("calls none of several missing that were moved, for nobody can say which is which", async () => {
    const items = [aWorkItem({ id: "8", key: "NEW-8" }), aWorkItem({ id: "9", key: "NEW-9" })];
    await cache.learn(site, ["ATL-1", "ATL-2", "7"], parsed({ items }), 5);
    const known = await cache.byKeys(site, ["ATL-1", "ATL-2", "7"]);
    expect([...known.values()].map(({ key, malformed }) => [key, malformed])).toEqual([
      ["7", false],
      ["ATL-1", true],
      ["ATL-2", true],
    ]);
  });

  it("takes no bet that came along for a ticket that is gone", async () => {
    const bet = aWorkItem({ id: "p", key: "Guest checkout", isBet: true });
    await cache.learn(site, ["ATL-1"], parsed({ items: [bet] }), 5);
    expect((await cache.byKeys(site, ["ATL-1"])).get("ATL-1")).toMatchObject({
      item: null,
      malformed: false,
    });
  });

  it("keeps policies by scope, also that there is none", async () => {
    const policies = [
      { scope: "ATL", policy: value(defaultPolicy) },
      { scope: "BAD", policy: unreadable([{ line: 1, message: "no" }]) },
      { scope: "NO", policy: none },
    ];
    await cache.learn(site, [], parsed({ policies }), 5);
    const known = await cache.policiesOf(site, ["ATL", "BAD", "NO", "NEW"]);
    expect([...known]).toEqual(policies.map(({ scope, policy }) => [scope, { policy, readAt: 5 }]));
  });

  it("drops what was last read too long ago", async () => {
    await cache.learn(
      site,
      ["ATL-1"],
      parsed({ items: [item], policies: [{ scope: "ATL", policy: none }] }),
      5,
    );
    await cache.learn(site, ["ATL-2"], parsed({ items: [aWorkItem({ id: "2" })] }), 6);
    await cache.prune(6);
    expect([...(await cache.byIds(site, ["1", "2"])).keys()]).toEqual(["2"]);
    expect((await cache.policiesOf(site, ["ATL"])).size).toBe(0);
  });

  it.each([
    ["a number", 7],
    ["a text", "item"],
    ["an item of an older version", { id: "1", key: "ATL-1", title: "x" }],
    ["an item with a sheet of another shape", { ...aWorkItem(), sheet: { kind: "value", value: {} } }],
  ])("reads again what stands there as %s", async (_, stored) => {
    await database.items.put({ site, id: "1", key: "ATL-1", item: stored, malformed: false, readAt: 5 });
    await database.policies.put({ site, scope: "ATL", policy: stored, readAt: 5 });
    expect(await cache.byKeys(site, ["ATL-1"])).toEqual(new Map());
    expect(await cache.byIds(site, ["1"])).toEqual(new Map());
    expect(await cache.policiesOf(site, ["ATL"])).toEqual(new Map());
  });

  it.each([["a text"], [Number.NaN], [1e300], [-1]])("reads again what was read at %s", async (stored) => {
    const readAt = stored as number;
    await database.items.put({ site, id: "1", key: "ATL-1", item, malformed: false, readAt });
    await database.items.put({ site, id: "2", key: "ATL-2", item: null, malformed: true, readAt });
    await database.policies.put({ site, scope: "ATL", policy: none, readAt });
    expect(await cache.byKeys(site, ["ATL-1", "ATL-2"])).toEqual(new Map());
    expect(await cache.policiesOf(site, ["ATL"])).toEqual(new Map());
  });
});

it("policies are those that hold in this browser: the person's own where a project has none, and milder while people wait too long", async () => {
  const mine = { ...defaultPolicy, mode: "warn" as const };
  const theirs = {
    ...defaultPolicy,
    mode: "block" as const,
    waitLimit: { medianHours: 48, dropTo: "observe" as const },
  };
  const asked: string[] = [];
  const local = createFactsCache(database, async (...of) => {
    asked.push(of.join(" "));
    return { company: none, isLocked: false, person: mine, medianWaitHours: of[1] === "SLOW" ? 60 : null };
  });
  const policies = [
    { scope: "ATL", policy: none },
    { scope: "FAST", policy: value(theirs) },
    { scope: "SLOW", policy: value(theirs) },
    { scope: "ODD", policy: unreadable([]) },
  ];
  await local.learn(site, [], parsed({ policies }), 5);
  const scopes = policies.map(({ scope }) => scope);
  const held = await local.policiesOf(site, scopes);
  const modes = scopes.map((it) => {
    const reading = held.get(it)?.policy;
    return reading?.kind === "value" ? reading.value.mode : reading?.kind;
  });
  expect(modes).toEqual(["warn", "block", "observe", "unreadable"]);
  expect((await local.allPolicies(site)).map(({ policy }) => policy.kind).toSorted()).toEqual([
    "unreadable",
    "value",
    "value",
    "value",
  ]);
  expect(asked).toContain(`${site} SLOW`);
  // What is stored is what the tracker said.
  expect((await cache.policiesOf(site, ["ATL"])).get("ATL")?.policy).toEqual(none);
  await local.forgetPolicy(site, "ATL");
  expect((await local.policiesOf(site, ["ATL"])).size).toBe(0);
});
