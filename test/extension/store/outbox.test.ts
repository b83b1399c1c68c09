import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { Database } from "../../../extension/store/database";
import { createOutbox } from "../../../extension/store/outbox";
import { type Lock, leaseLock, webLock } from "../../../extension/store/outbox-lock";
import { err } from "../../../shared/domain/result";
import type { Outbox } from "../../../shared/outbox/outbox";
import type { Write, WriteFailure } from "../../../shared/outbox/outbox-row";
import { type Sender, writeFailure } from "../../../shared/outbox/outbox-sender";
import { FakeTracker } from "./fake-tracker";

const site = "https://northwind.atlassian.net";
const open: Lock = async (run) => {
  await run(async () => true);
  return true;
};

let databases = 0;
let now: number;
let tracker: FakeTracker;
let database: Database;
let outbox: Outbox;
const outboxOf = (sender: Sender, lock = open, deadlineMs = 1_000) =>
  createOutbox(database, {
    senderOf: (kind) => (kind === "unheard-of" ? undefined : sender),
    lock,
    now: () => now,
    random: () => 0,
    deadlineMs,
  });
beforeEach(() => {
  now = 1_000_000;
  tracker = new FakeTracker(() => now);
  database = new Database(`outbox-${databases++}`);
  outbox = outboxOf(tracker.sender);
});

const aComment = (id: string, over: Partial<Write> = {}): Write => ({
  ...{ id, site, object: "1", slot: "comments", kind: "comment", payload: id, base: null, after: null },
  ...over,
});
const aText = (id: string, over: Partial<Write> = {}): Write => ({
  ...{ id, site, object: "1", slot: "statement", kind: "part", payload: `text ${id}` },
  ...{ base: { version: "v0", value: null }, after: null, ...over },
});
const states = async () => (await outbox.list()).map(({ id, state }) => `${id} ${state}`);
const failing = (failure: WriteFailure): Sender => ({ ...tracker.sender, send: async () => err(failure) });
const texts = () => tracker.history("1").map(({ value }) => value);

describe("what is to be written", () => {
  it("is kept before it is sent, shown while it waits, and gone once it stands there", async () => {
    await outbox.add([aComment("a"), aText("b")]);
    expect(await states()).toEqual(["a waiting", "b waiting"]);
    expect(await outbox.flush()).toBeNull();
    expect(await states()).toEqual([]);
    expect(tracker.comments.get("1")).toEqual(["a"]);
    expect(texts()).toEqual(["text b"]);
  });

  it("is the same thing under the same id, also after it was written", async () => {
    await outbox.add([aComment("a")]);
    await outbox.add([aComment("a", { payload: "other words" })]);
    await outbox.flush();
    await outbox.add([aComment("a")]);
    await outbox.flush();
    expect(tracker.comments.get("1")).toEqual(["a"]);
  });

  it("keeps of a finished write no word, and after a while not even the id", async () => {
    await outbox.add([aText("a")]);
    await outbox.flush();
    expect(JSON.stringify(await database.outbox.toArray())).not.toContain("text a");
    await outbox.prune(now + 1);
    expect(await database.outbox.count()).toBe(0);
  });

  it("is told to whoever watches, until they look away", async () => {
    const seen: string[][] = [];
    const controller = new AbortController();
    const told = new Promise<void>((resolve) => {
      outbox.watch((writes) => {
        seen.push(writes.map(({ id }) => id));
        if (writes.length > 0) resolve();
      }, controller.signal);
    });
    await outbox.add([aComment("a")]);
    await told;
    controller.abort();
    expect(seen.at(-1)).toEqual(["a"]);
  });
});

describe("a write that fails", () => {
  it.each<[string, WriteFailure, number]>([
    ["the tracker's own time", writeFailure("rate-limited", null, 7_000), 7_000],
    ["half a second at first", writeFailure("signed-out"), 500],
    ["until a lost sending must have arrived", writeFailure("offline"), 30_000],
  ])("waits %s", async (_, failure, waitMs) => {
    outbox = outboxOf(failing(failure));
    await outbox.add([aComment("a")]);
    expect(await outbox.flush()).toBe(now + waitMs);
    expect(await outbox.list()).toMatchObject([{ state: "waiting", failure, attempts: 1 }]);
  });

  it("waits twice as long each time, and is hurried by a person", async () => {
    outbox = outboxOf(failing(writeFailure("signed-out")));
    await outbox.add([aComment("a")]);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const next = (await outbox.flush()) ?? 0;
      waits.push(next - now);
      now = next;
    }
    expect(waits.slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
    expect(Math.max(...waits)).toBe(150_000);
    outbox = outboxOf(tracker.sender);
    await outbox.flush();
    await outbox.hurry();
    await outbox.flush();
    expect(await states()).toEqual([]);
  });

  it("makes the whole site wait where that asked for it, and no other site", async () => {
    tracker.expect(["slow-down"]);
    await outbox.add([
      aComment("a"),
      aComment("b", { object: "2" }),
      aComment("c", { site: "https://other" }),
    ]);
    await outbox.flush();
    await outbox.add([aComment("d", { object: "3" })]);
    expect(await outbox.flush()).toBe(now + 7_000);
    expect(tracker.comments.get("3")).toBeUndefined();
    expect(await states()).not.toContain("c waiting");
    now += 7_000;
    await outbox.flush();
    expect(await states()).toEqual([]);
  });

  it.each(["forbidden", "rejected", "not-found"] as const)(
    "stays for a person to decide where it was %s, and what comes after it on the same object with it",
    async (kind) => {
      outbox = outboxOf(failing(writeFailure(kind, "No such field")));
      await outbox.add([aComment("a"), aComment("b")]);
      expect(await outbox.flush()).toBeNull();
      expect(await states()).toEqual(["a refused", "b waiting"]);
      outbox = outboxOf(tracker.sender);
      await outbox.hurry();
      await outbox.flush();
      expect(await states()).toEqual(["a refused", "b waiting"]);
      await outbox.hurry(["a"]);
      await outbox.flush();
      expect(tracker.comments.get("1")).toEqual(["a", "b"]);
    },
  );

  it("can be let go by a person, but not while it is on its way", async () => {
    outbox = outboxOf(failing(writeFailure("rejected")));
    await outbox.add([aComment("a"), aComment("b")]);
    await outbox.flush();
    expect(await outbox.discard("a")).toBe(true);
    expect(await outbox.discard("a")).toBe(false);
    await database.outbox.where({ id: "b" }).modify({ state: "sending" });
    expect(await outbox.discard("b")).toBe(false);
    expect(await states()).toEqual(["b sending"]);
  });

  it.each<[string, Partial<Sender>, string]>([
    ["throws", { send: () => Promise.reject(new TypeError("odd")) }, "unexpected"],
    ["never answers", { send: () => new Promise(() => {}) }, "deadline"],
  ])("is looked for before it is sent again where the sender %s", async (_, part, kind) => {
    outbox = outboxOf({ ...tracker.sender, ...part }, open, 20);
    await outbox.add([aComment("a")]);
    await outbox.flush();
    expect(await outbox.list()).toMatchObject([{ state: "waiting", maybeSent: true, failure: { kind } }]);
    // It had arrived all the same.
    tracker.comments.set("1", ["a"]);
    now += 60_000;
    outbox = outboxOf(tracker.sender);
    await outbox.flush();
    expect(tracker.comments.get("1")).toEqual(["a"]);
    expect(await states()).toEqual([]);
  });

  it("of a kind that this version does not know is kept and says so", async () => {
    await outbox.add([aComment("a", { kind: "unheard-of" })]);
    await outbox.flush();
    expect(await outbox.list()).toMatchObject([
      { state: "refused", failure: { kind: "no-sender" }, payload: "a" },
    ]);
  });
});

describe("two who write the same part", () => {
  it("are shown both texts, and nothing is written before one chooses", async () => {
    await outbox.add([aText("a")]);
    tracker.otherWrites("1", "theirs");
    await outbox.flush();
    expect(await outbox.list()).toMatchObject([
      {
        state: "conflict",
        mine: "text a",
        base: { version: "v0", value: null },
        conflict: { theirs: { value: "theirs" }, standing: { value: "theirs" }, covered: null },
      },
    ]);
    expect(texts()).toEqual(["theirs"]);
    expect(await outbox.resolve("a", "both")).toBe(true);
    await outbox.flush();
    expect(texts()).toEqual(["theirs", "both"]);
    expect(await outbox.resolve("a", "again")).toBe(false);
  });

  it("are shown it also where theirs came between the look and the writing", async () => {
    tracker.expect(["somebody-first"]);
    await outbox.add([aText("a")]);
    await outbox.flush();
    expect(await outbox.list()).toMatchObject([
      { conflict: { theirs: { value: "other, just before text a" }, standing: { value: "text a" } } },
    ]);
    await outbox.resolve("a", "both");
    await outbox.flush();
    expect(texts().at(-1)).toBe("both");
  });

  it("are shown a text that was covered unseen also where a third one stands by now", async () => {
    tracker.expect(["somebody-first"], [false, true]);
    await outbox.add([aText("a")]);
    await outbox.flush();
    tracker.otherWrites("1", "a third text");
    now += 60_000;
    await outbox.flush();
    expect(await outbox.list()).toMatchObject([
      {
        mine: "text a",
        conflict: { theirs: { value: "a third text" }, covered: { value: "other, just before text a" } },
      },
    ]);
  });

  it("may be one person in two tabs", async () => {
    await outbox.add([aText("first tab"), aText("second tab")]);
    await outbox.flush();
    expect(texts()).toEqual(["text first tab"]);
    expect(await outbox.list()).toMatchObject([{ id: "second tab", state: "conflict" }]);
  });

  it("are not one person who goes on writing in the same form, before or after the first was saved", async () => {
    await outbox.add([aText("a"), aText("b", { after: "a" })]);
    await outbox.flush();
    await outbox.add([aText("c", { after: "b" })]);
    await outbox.flush();
    expect(texts()).toEqual(["text a", "text b", "text c"]);
    expect(await states()).toEqual([]);
  });

  it("decide once over all that one of them wrote since", async () => {
    tracker.otherWrites("1", "theirs");
    await outbox.add([aText("a"), aText("b", { after: "a" })]);
    await outbox.flush();
    expect((await outbox.list())[0]?.mine).toBe("text b");
    await outbox.resolve("a", "both");
    await outbox.flush();
    expect(texts()).toEqual(["theirs", "both"]);
    expect(await states()).toEqual([]);
  });

  it("leave what was built on a text that was let go over what that one was over", async () => {
    outbox = outboxOf(failing(writeFailure("rejected")));
    await outbox.add([aText("a"), aText("b", { after: "a" })]);
    await outbox.flush();
    await outbox.discard("a");
    outbox = outboxOf(tracker.sender);
    await outbox.flush();
    expect(texts()).toEqual(["text b"]);
  });
});

describe("many parts of a kind", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => aText(`w${at}`, { object: at === 30 ? "lone" : `o${at}` }));
  const drain = async () => {
    for (let next: number | null = now; next !== null; next = await outbox.flush()) now = Math.max(now, next);
  };
  const ids = many(60).map(({ id }) => id);
  beforeEach(() => {
    outbox = outboxOf(tracker.together);
  });

  it("are looked at together before and after, and sent one by one", async () => {
    await outbox.add(many(60));
    await drain();
    expect([...tracker.sendings].sort()).toEqual([...ids].sort());
    // Three lots, before and after, and twice the one that cannot be looked at with others.
    expect(tracker.looks).toBe(8);
    expect(await states()).toEqual([]);
  });

  it("stop where the site asks for a pause, and go on after it, none sent twice that arrived", async () => {
    tracker.expect(["ok", "ok", "slow-down"]);
    await outbox.add(many(60));
    const next = await outbox.flush();
    expect(next).toBe(now + 7_000);
    // Those that were on their way beside it.
    expect(tracker.sendings.length).toBeLessThanOrEqual(6);
    expect((await outbox.list()).map(({ state }) => state)).not.toContain("sending");
    await drain();
    const arrived = [...tracker.parts.values()].map((it) => it.length);
    expect(arrived).toEqual(ids.map(() => 1));
    expect(tracker.sendings.length).toBeLessThanOrEqual(64);
  });

  it("wait all where looking failed, and tell each why", async () => {
    tracker.expect([], [true]);
    await outbox.add(many(3));
    await outbox.flush();
    expect(tracker.sendings).toEqual([]);
    expect((await outbox.list()).map(({ failure }) => failure?.kind)).toEqual(
      ids.slice(0, 3).map(() => "offline"),
    );
  });

  it("leave what somebody else wrote to one of them to a person, and write the others", async () => {
    await outbox.add(many(25));
    tracker.otherWrites("o7", "theirs");
    await drain();
    expect(await states()).toEqual(["w7 conflict"]);
    expect(tracker.sendings).not.toContain("w7");
    expect(tracker.sendings).toHaveLength(24);
  });

  it("let what was added meanwhile have its turn before they are done", async () => {
    const order: string[] = [];
    const slow: Sender = {
      ...tracker.together,
      async send(write, signal) {
        order.push(write.id);
        if (order.length === 1) await outbox.add([aComment("sign")]);
        return tracker.together.send(write, signal);
      },
    };
    outbox = outboxOf(slow);
    await outbox.add(many(60));
    await drain();
    expect(order.indexOf("sign")).toBeLessThan(30);
  });
});

describe("one context at a time", () => {
  it("by the browser's lock", async () => {
    let free = true;
    const request = async (_: string, __: object, run: (lock: object | null) => Promise<void>) => {
      if (!free) return run(null);
      free = false;
      await run({});
      free = true;
    };
    const lock = webLock({ request } as unknown as Pick<LockManager, "request">, "outbox");
    const inner: boolean[] = [];
    expect(await lock(async () => void inner.push(await lock(async () => {})))).toBe(true);
    expect(inner).toEqual([false]);
    expect(await lock(async () => {})).toBe(true);
  });

  it("by a lease, which ends by itself where its holder is gone", async () => {
    const lease = (owner: string) =>
      leaseLock(database, "outbox", { owner, leaseMs: 60_000, now: () => now });
    const [first, second] = [lease("first"), lease("second")];
    await first(async (isHeld) => {
      expect(await second(async () => {})).toBe(false);
      expect(await first(async () => {}), "not even the same twice").toBe(false);
      expect(await isHeld()).toBe(true);
      now += 60_001;
      expect(await second(async () => expect(await isHeld()).toBe(false))).toBe(true);
    });
    expect(await database.locks.count()).toBe(0);
  });

  it("leaves the work to the holder and looks again later", async () => {
    await outbox.add([aComment("a")]);
    const waiting = outboxOf(tracker.sender, async () => false);
    expect(await waiting.flush()).toBe(now + 30_000);
    expect(tracker.comments.size).toBe(0);
  });
});

it("writes to many objects side by side, five hundred of them in order, with pauses in between", async () => {
  tracker.expect(
    Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? "slow-down" : at % 3 === 1 ? "answer-lost" : "ok")),
  );
  const all = Array.from({ length: 500 }, (_, at) => aComment(`c${at}`, { object: `${at % 250}` }));
  await outbox.add(all);
  for (let next: number | null = now; next !== null; next = await outbox.flush()) now = Math.max(now, next);
  expect([...tracker.comments.values()].flat().sort()).toEqual(all.map(({ id }) => id).sort());
  expect(tracker.comments.get("7")).toEqual(["c7", "c257"]);
});
