import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type Background,
  createFactsClient,
} from "../../../../extension/entrypoints/tracker.content/facts-client";
import type { TicketFacts } from "../../../../extension/messaging/facts";
import { type Failure, failure } from "../../../../extension/trackers/failure";
import type { ApiRequest } from "../../../../extension/trackers/tracker-api";

const chunk = 2;
const requestOf = (asked: string[]): ApiRequest => ({ method: "POST", path: "/rest", body: null, asked });
const orphan = (key: string): TicketFacts => ({
  key,
  state: "orphan",
  reasons: ["no-parent"],
  from: null,
  standing: "missing",
  readAt: "2026-11-20T12:00:00.000Z",
});

/** A background whose tracker knows every key; it remembers what was asked, and fails where told to. */
function fakeBackground() {
  const read = new Set<string>();
  const stale = new Set<string>();
  const asked: string[][] = [];
  const state = {
    failure: null as Failure | null,
    failOn: null as string | null,
    endless: false,
    gone: false,
  };
  const background: Background = {
    async readFacts({ keys }) {
      if (state.gone) throw new Error("Extension context invalidated.");
      const tickets = keys.filter((key) => read.has(key)).map(orphan);
      return { tickets, sources: [], toFetch: keys.filter((key) => !read.has(key) || stale.has(key)) };
    },
    async planFetch({ keys }) {
      const due = keys.filter((key) => state.endless || !read.has(key) || stale.has(key));
      const requests: ApiRequest[] = [];
      for (let at = 0; at < due.length; at += chunk) requests.push(requestOf(due.slice(at, at + chunk)));
      return { requests, failure: null };
    },
    async learnAnswer({ request }) {
      if (state.failOn !== null && request.asked.includes(state.failOn)) return { failure: state.failure };
      for (const key of request.asked) if (!state.endless) read.add(key);
      for (const key of request.asked) stale.delete(key);
      return { failure: null };
    },
  };
  const perform = vi.fn(async (request: ApiRequest) => {
    asked.push(request.asked);
    return { status: 200, contentType: "application/json", retryAfterS: null, body: "{}" };
  });
  return { background, perform, asked, read, stale, state };
}

let fake: ReturnType<typeof fakeBackground>;
let changed: string[][];
let troubles: [kind: string | null, retryAt: number | null][];
let page: AbortController;
let client: ReturnType<typeof createFactsClient>;

function open(batchSize = 100) {
  page = new AbortController();
  changed = [];
  troubles = [];
  fake = fakeBackground();
  client = createFactsClient({
    background: fake.background,
    perform: fake.perform,
    workspace: () => null,
    batchSize,
    onChange: (keys) => changed.push(keys),
    onTrouble: (...trouble) => troubles.push(trouble),
    signal: page.signal,
  });
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const stateOf = (key: string) => {
  const facts = client.get(key)?.facts;
  return facts?.state === "unknown" ? facts.reason : facts?.state;
};

beforeEach(() => {
  vi.useFakeTimers();
  open();
});
afterEach(() => {
  page.abort();
  vi.useRealTimers();
});

describe("what a page knows of its tickets", () => {
  it("is nothing before it asked, and all afterwards", async () => {
    client.ask(["A-1", "A-2", "A-3"]);
    expect(client.get("A-1")).toBeUndefined();
    await settle();
    expect(["A-1", "A-2", "A-3"].map(stateOf)).toEqual(["orphan", "orphan", "orphan"]);
    expect(fake.asked).toEqual([["A-1", "A-2"], ["A-3"]]);
  });

  it("comes from memory at once, and is then read anew", async () => {
    fake.read.add("A-1");
    fake.stale.add("A-1");
    client.ask(["A-1"]);
    await settle();
    expect(changed).toEqual([["A-1"], ["A-1"], ["A-1"]]);
    expect(fake.asked).toEqual([["A-1"]]);
  });

  it("is one question for all rows of a moment", async () => {
    const readFacts = vi.spyOn(fake.background, "readFacts");
    client.ask(["A-1"]);
    client.ask(["A-2", "A-1"]);
    await settle();
    expect(readFacts.mock.calls[0]).toEqual([{ workspace: null, keys: ["A-1", "A-2"] }]);
  });

  it("is not asked for twice when a row comes back, until a minute has passed", async () => {
    client.ask(["A-1"]);
    await settle();
    const readFacts = vi.spyOn(fake.background, "readFacts");
    client.ask(["A-1"]);
    await settle();
    expect(readFacts).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    client.ask(["A-1"]);
    await settle();
    expect(readFacts).toHaveBeenCalled();
    expect(fake.asked).toEqual([["A-1"]]);
  });

  it("is fetched batch by batch, at most three calls at once", async () => {
    let running = 0;
    let most = 0;
    fake.perform.mockImplementation(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 10));
      running--;
      return { status: 200, contentType: "application/json", retryAfterS: null, body: "{}" };
    });
    const keys = Array.from({ length: 20 }, (_, at) => `A-${at}`);
    client.ask(keys);
    await vi.advanceTimersByTimeAsync(1000);
    expect(most).toBe(3);
    expect(keys.map(stateOf)).toEqual(Array(20).fill("orphan"));
  });

  it("is kept for the last 4,000 tickets", async () => {
    const keys = Array.from({ length: 4_100 }, (_, at) => `A-${at}`);
    for (const key of keys) fake.read.add(key);
    client.ask(keys);
    await settle();
    expect(client.get("A-0")).toBeUndefined();
    expect(keys.filter((key) => client.get(key) !== undefined)).toHaveLength(4_000);
  });

  it("says nothing more once the page is gone", async () => {
    client.ask(["A-1"]);
    page.abort();
    await settle();
    expect(changed).toEqual([]);
  });
});

describe("when the tracker cannot be asked", () => {
  it.each(["signed-out", "forbidden", "offline", "server", "malformed"] as const)(
    "%s is the reason on every ticket that was not read, and what was known stays, marked",
    async (kind) => {
      fake.read.add("A-1");
      fake.stale.add("A-1");
      Object.assign(fake.state, { failure: failure(kind), failOn: "A-1" });
      client.ask(["A-1", "A-2"]);
      await settle();
      expect(client.get("A-1")).toMatchObject({ facts: { state: "orphan" }, stale: true });
      expect(stateOf("A-2")).toBe(kind);
    },
  );

  it("keeps what was read before the failure, and asks for the rest at the next chance", async () => {
    Object.assign(fake.state, { failure: failure("server"), failOn: "A-3" });
    client.ask(["A-1", "A-2", "A-3", "A-4"]);
    await settle();
    expect(["A-1", "A-2", "A-3", "A-4"].map(stateOf)).toEqual(["orphan", "orphan", "server", "server"]);
    expect(client.get("A-1")?.stale).toBe(false);
    fake.state.failOn = null;
    client.ask(["A-1", "A-2", "A-3", "A-4"]);
    await settle();
    expect(["A-3", "A-4"].map(stateOf)).toEqual(["orphan", "orphan"]);
    expect(fake.asked.flat().filter((key) => key === "A-1")).toHaveLength(1);
  });

  it("the failure of one batch is not asked out of every other", async () => {
    open(2);
    Object.assign(fake.state, { failure: failure("signed-out"), failOn: "A-1" });
    client.ask(["A-1", "A-2", "A-3", "A-4"]);
    await settle();
    expect(fake.asked).toHaveLength(1);
    expect(["A-1", "A-4"].map(stateOf)).toEqual(["signed-out", "signed-out"]);
  });

  it("a failure of the background's own call is a failure", async () => {
    fake.background.planFetch = async () => ({ requests: [], failure: failure("no-key") });
    client.ask(["A-1"]);
    await settle();
    expect(stateOf("A-1")).toBe("no-key");
  });

  it("says so where the extension behind the page is gone", async () => {
    fake.state.gone = true;
    client.ask(["A-1"]);
    await settle();
    expect(stateOf("A-1")).toBe("stale-tab");
  });

  it("never waits for good for a ticket that stays unread", async () => {
    fake.state.endless = true;
    client.ask(["A-1"]);
    await settle();
    expect(stateOf("A-1")).toBe("malformed");
  });
});

describe("when the tracker asks to be left in peace", () => {
  const limited = (retryAfterMs: number | null) =>
    Object.assign(fake.state, { failure: failure("rate-limited", retryAfterMs), failOn: "A-1" });

  it("waits as long as it was told, whatever comes into view meanwhile, then asks for all of it", async () => {
    limited(7_000);
    client.ask(["A-1"]);
    await settle();
    expect(stateOf("A-1")).toBe("rate-limited");
    fake.state.failOn = null;
    client.ask(["A-2"]);
    await vi.advanceTimersByTimeAsync(6_900);
    client.ask(["A-3"]);
    await settle();
    expect(fake.asked).toEqual([["A-1"]]);
    expect(["A-2", "A-3"].map(stateOf)).toEqual(["rate-limited", "rate-limited"]);
    await vi.advanceTimersByTimeAsync(200);
    expect(["A-1", "A-2", "A-3"].map(stateOf)).toEqual(["orphan", "orphan", "orphan"]);
  });

  it("waits half a minute where it was not told how long", async () => {
    limited(null);
    client.ask(["A-1"]);
    await vi.advanceTimersByTimeAsync(29_900);
    expect(fake.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(fake.asked).toHaveLength(2);
  });

  it.each([
    ["no time at all", 0, 10_000],
    ["longer than a timer can count", 1e12, 60_000],
  ])("told to wait %s, it does not ask over and over", async (_, retryAfterMs, passes) => {
    limited(retryAfterMs);
    client.ask(["A-1"]);
    await vi.advanceTimersByTimeAsync(passes);
    expect(fake.asked.length).toBeLessThanOrEqual(passes / 1000 + 1);
    fake.state.failOn = null;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(stateOf("A-1")).toBe("orphan");
  });

  it("shows what memory knows meanwhile", async () => {
    limited(7_000);
    client.ask(["A-1"]);
    await settle();
    fake.read.add("A-2");
    client.ask(["A-2"]);
    await settle();
    expect(stateOf("A-2")).toBe("orphan");
  });
});
