import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type Background,
  createFactsClient,
} from "../../../../extension/entrypoints/tracker.content/facts-client";
import { type Failure, type FailureKind, failure } from "../../../../shared/tracker/failure";
import type { ApiRequest } from "../../../../shared/tracker/tracker-api";
import { orphanFacts } from "./orphan-facts";

const chunk = 2;
const requestOf = (asked: string[]): ApiRequest => ({ method: "POST", path: "/rest", body: null, asked });

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
    busyMs: null as number | null,
  };
  const background: Background = {
    async readFacts({ keys }) {
      if (state.gone) throw new Error("Extension context invalidated.");
      const tickets = keys.filter((key) => read.has(key)).map(orphanFacts);
      return { tickets, sources: [], toFetch: keys.filter((key) => !read.has(key) || stale.has(key)) };
    },
    async planFetch({ keys }) {
      const due = keys.filter((key) => state.endless || !read.has(key) || stale.has(key));
      const requests: ApiRequest[] = [];
      for (let at = 0; at < due.length; at += chunk) requests.push(requestOf(due.slice(at, at + chunk)));
      return { requests, failure: null, busyMs: state.busyMs };
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
let due: number;
let page: AbortController;
let client: ReturnType<typeof createFactsClient>;

function open(batchSize = 100) {
  page = new AbortController();
  changed = [];
  troubles = [];
  due = 0;
  fake = fakeBackground();
  client = createFactsClient({
    background: fake.background,
    perform: fake.perform,
    workspace: () => null,
    batchSize,
    onChange: (keys) => changed.push(keys),
    isGone: () => fake.state.gone,
    onDue() {
      due++;
      client.askAgain([]);
    },
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
  // No jitter, so that moments are known; how much there is has a test of its own.
  vi.stubGlobal("navigator", { onLine: true });
  vi.spyOn(Math, "random").mockReturnValue(0);
  open();
});
afterEach(() => {
  page.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
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

  it("fills the calls for what is above the first tickets with the next ones", async () => {
    open(4);
    // Two tickets share what is above them, and it is known of once they are.
    const above = (key: string) => `P-${Math.ceil(Number(key.slice(2)) / 2)}`;
    const { planFetch } = fake.background;
    fake.background.planFetch = ({ workspace, keys }) => {
      const parents = new Set(keys.filter((key) => fake.read.has(key)).map(above));
      return planFetch({ workspace, keys: [...keys, ...parents] });
    };
    client.ask(["A-1", "A-2", "A-3", "A-4", "A-5", "A-6"]);
    await settle();
    expect(fake.asked).toEqual([["A-1", "A-2"], ["A-3", "A-4"], ["A-5", "A-6"], ["P-1", "P-2"], ["P-3"]]);
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
    client.askAgain(["A-1", "A-2", "A-3", "A-4"]);
    await settle();
    expect(["A-3", "A-4"].map(stateOf)).toEqual(["orphan", "orphan"]);
    expect(fake.asked.flat().filter((key) => key === "A-1")).toHaveLength(1);
  });

  it("a call that goes well beside one that fails does not hide the failure", async () => {
    Object.assign(fake.state, { failure: failure("forbidden"), failOn: "A-1" });
    client.ask(["A-1", "A-2", "A-3", "A-4"]);
    await settle();
    expect(fake.asked).toEqual([
      ["A-1", "A-2"],
      ["A-3", "A-4"],
    ]);
    expect(["A-1", "A-3"].map(stateOf)).toEqual(["forbidden", "orphan"]);
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
    fake.background.planFetch = async () => ({ requests: [], failure: failure("no-key"), busyMs: null });
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
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
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

describe("by itself, a page asks again", () => {
  const failing = (failed: Failure) => Object.assign(fake.state, { failure: failed, failOn: "A-1" });

  it.each(["server", "no-answer"] as const)("after trouble that passes (%s), ever later", async (kind) => {
    failing(failure(kind));
    client.ask(["A-1"]);
    const askedAfter: number[] = [];
    for (let second = 0; second < 60; second++) {
      const before = fake.asked.length;
      await vi.advanceTimersByTimeAsync(1_000);
      if (second > 0 && fake.asked.length > before) askedAfter.push(second + 1);
    }
    expect(askedAfter).toEqual([3, 9, 21, 45]);
    expect(stateOf("A-1")).toBe(kind);
    expect(troubles.at(-1)?.[0]).toBe(kind);
    fake.state.failOn = null;
    await vi.advanceTimersByTimeAsync(50_000);
    expect(stateOf("A-1")).toBe("orphan");
    expect(troubles.at(-1)).toEqual([null, null]);
  });

  it("not while the browser knows that it is offline: coming back online asks", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    failing(failure("offline"));
    client.ask(["A-1"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.asked).toHaveLength(1);
    expect(troubles.at(-1)).toEqual(["offline", null]);
  });

  it("as late as a server in trouble asks for", async () => {
    failing(failure("server", 20_000));
    client.ask(["A-1"]);
    await vi.advanceTimersByTimeAsync(19_900);
    expect(fake.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(fake.asked).toHaveLength(2);
  });

  it("not for rows that come into view while it waits, but at once where somebody asks for it", async () => {
    failing(failure("server"));
    client.ask(["A-1"]);
    await settle();
    fake.state.failOn = null;
    client.ask(["A-2"]);
    await settle();
    expect(stateOf("A-2")).toBe("server");
    client.askAgain([]);
    await settle();
    expect(["A-1", "A-2"].map(stateOf)).toEqual(["orphan", "orphan"]);
  });

  it("five minutes after it last did, and once for all that has happened meanwhile", async () => {
    client.ask(["A-1"]);
    await vi.advanceTimersByTimeAsync(100_000);
    client.ask(["A-2"]);
    await vi.advanceTimersByTimeAsync(299_000);
    expect(due).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(due).toBe(1);
  });

  it("never again once its page is over", async () => {
    failing(failure("server"));
    client.ask(["A-1"]);
    await settle();
    page.abort();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("trouble is over, and the page asks by itself again, where", () => {
  const isOver = async () => {
    expect(troubles.at(-1)).toEqual([null, null]);
    const before = due;
    await vi.advanceTimersByTimeAsync(301_000);
    expect(due).toBe(before + 1);
    await vi.advanceTimersByTimeAsync(301_000);
    expect(due).toBe(before + 2);
  };
  const fail = async (kind: FailureKind) => {
    Object.assign(fake.state, { failure: failure(kind), failOn: "A-1" });
    client.ask(["A-1"]);
    await settle();
    expect(troubles.at(-1)?.[0]).toBe(kind);
  };

  it("another page has read what this one could not", async () => {
    await fail("server");
    fake.read.add("A-1");
    await vi.advanceTimersByTimeAsync(4_000);
    expect(stateOf("A-1")).toBe("orphan");
    await isOver();
  });

  it("another page has read it and told so", async () => {
    await fail("server");
    fake.read.add("A-1");
    client.reread(["A-1"]);
    await vi.advanceTimersByTimeAsync(4_000);
    await isOver();
  });

  it("the worker failed only while it read what another page had learned", async () => {
    client.ask(["A-1"]);
    await settle();
    vi.spyOn(fake.background, "readFacts").mockRejectedValueOnce(new Error("No answer"));
    client.reread(["A-1"]);
    await vi.advanceTimersByTimeAsync(400);
    expect(troubles.at(-1)?.[0]).toBe("no-answer");
    await vi.advanceTimersByTimeAsync(4_000);
    await isOver();
  });

  it("and not as long as a ticket waits", async () => {
    await fail("signed-out");
    fake.read.add("A-2");
    client.ask(["A-2"]);
    await settle();
    expect([stateOf("A-1"), stateOf("A-2"), troubles.at(-1)?.[0]]).toEqual([
      "signed-out",
      "orphan",
      "signed-out",
    ]);
  });
});

describe("what is shown from memory", () => {
  it("is marked where the tracker takes its time to confirm it, and no more once it has", async () => {
    fake.read.add("A-1");
    fake.stale.add("A-1");
    fake.perform.mockImplementationOnce(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      return { status: 200, contentType: "application/json", retryAfterS: null, body: "{}" };
    });
    client.ask(["A-1"]);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(client.get("A-1")?.stale).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(client.get("A-1")?.stale).toBe(true);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(client.get("A-1")?.stale).toBe(false);
  });

  it("stays marked when it is read from memory once more", async () => {
    fake.read.add("A-1");
    fake.stale.add("A-1");
    Object.assign(fake.state, { failure: failure("offline"), failOn: "A-1" });
    client.ask(["A-1"]);
    await settle();
    client.askAgain(["A-1"]);
    expect(client.get("A-1")?.stale).toBe(true);
    await settle();
    expect(client.get("A-1")?.stale).toBe(true);
  });

  it("is asked for again after the machine slept, though no timer rang meanwhile", async () => {
    client.ask(["A-1"]);
    await settle();
    fake.stale.add("A-1");
    vi.setSystemTime(Date.now() + 8 * 3_600_000);
    client.askAgain(["A-1"]);
    await settle();
    expect(fake.asked).toEqual([["A-1"], ["A-1"]]);
  });
});

describe("what another page is asking for", () => {
  beforeEach(() => {
    fake.state.busyMs = 9_000;
    fake.background.planFetch = async () => ({ requests: [], failure: null, busyMs: fake.state.busyMs });
    client.ask(["A-1"]);
  });

  it("is waited for, and shown as soon as it is there", async () => {
    await settle();
    expect(stateOf("A-1")).toBeUndefined();
    fake.read.add("A-1");
    client.reread(["A-1"]);
    await vi.advanceTimersByTimeAsync(500);
    expect(stateOf("A-1")).toBe("orphan");
    expect(fake.asked).toEqual([]);
  });

  it("is asked for here where the other one never comes to an end", async () => {
    await vi.advanceTimersByTimeAsync(8_900);
    const plan = vi.fn(async () => ({ requests: [requestOf(["A-1"])], failure: null, busyMs: null }));
    fake.background.planFetch = plan;
    expect(stateOf("A-1")).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    expect(fake.asked[0]).toEqual(["A-1"]);
    expect(stateOf("A-1")).toBe("orphan");
  });

  it("asks the tracker for nothing else by the way", async () => {
    fake.read.add("A-2");
    fake.stale.add("A-2");
    client.reread(["A-2"]);
    await vi.advanceTimersByTimeAsync(500);
    expect(fake.asked).toEqual([]);
  });
});

describe("where the tracker says that few calls are left", () => {
  it("makes them one after the other, a second apart", async () => {
    const at: number[] = [];
    fake.perform.mockImplementation(async () => {
      at.push(Date.now());
      return { status: 200, contentType: "application/json", retryAfterS: null, nearLimit: true, body: "{}" };
    });
    const from = Date.now();
    client.ask(Array.from({ length: 10 }, (_, number) => `A-${number}`));
    await vi.advanceTimersByTimeAsync(20_000);
    // Three were under way before the tracker could say so.
    expect(at.map((it) => it - from)).toEqual([0, 0, 0, 1_000, 2_000]);
  });
});
