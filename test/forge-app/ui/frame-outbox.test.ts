import { beforeEach, describe, expect, it } from "vitest";
import { createFrameOutbox } from "../../../forge-app/ui/frame-outbox";
import { err } from "../../../shared/domain/result";
import type { Write } from "../../../shared/outbox/outbox-row";
import { type Sender, writeFailure } from "../../../shared/outbox/outbox-sender";
import { FakeTracker, lateMs } from "../../extension/store/fake-tracker";
import { FakeBrowser } from "./fake-frame";

const site = "https://northwind.atlassian.net";
const { signal } = new AbortController();
let now: number;
let browser: FakeBrowser;
let tracker: FakeTracker;
beforeEach(() => {
  now = 1_000_000;
  browser = new FakeBrowser();
  tracker = new FakeTracker(() => now);
});

const frame = (sender: Sender = tracker.sender, owner = "me") =>
  createFrameOutbox({
    ...{ storage: browser.open(owner), locks: browser.locks, now: () => now, signal },
    senderOf: (kind) => (kind === "unheard-of" ? undefined : sender),
  });
const aComment = (id: string): Write => ({
  ...{ id, site, object: "1", slot: "comment", kind: "comment", payload: id, base: null, after: null },
});
const aText = (id: string, over: Partial<Write> = {}): Write => ({
  ...{ id, site, object: "1", slot: "statement", kind: "part", payload: `text ${id}` },
  ...{ base: { version: "v0", value: null }, after: null, ...over },
});
const shown = async (outbox: ReturnType<typeof frame>) =>
  (await outbox.list()).map(({ id, state }) => `${id} ${state}`);
const texts = () => tracker.history("1").map(({ value }) => value);

describe("what a page of the app writes", () => {
  it("is kept before it is sent, and gone once it stands there; under the same id it is the same", async () => {
    const outbox = frame();
    await outbox.add([aComment("a"), aText("b")]);
    expect(await shown(outbox)).toEqual(["a waiting", "b waiting"]);
    expect(await outbox.flush()).toBeNull();
    await outbox.add([aComment("a")]);
    await outbox.flush();
    expect(await shown(outbox)).toEqual([]);
    expect(tracker.comments.get("1")).toEqual(["a"]);
    expect(texts()).toEqual(["text b"]);
  });

  it("is sent by the next frame of the same person where the first was closed, and by nobody else's", async () => {
    await frame().add([aComment("a")]);
    await frame(tracker.sender, "somebody else").flush();
    expect(tracker.sendings).toEqual([]);
    await frame().flush();
    expect(tracker.comments.get("1")).toEqual(["a"]);
  });

  it("is sent once where two frames set out at the same time", async () => {
    const [one, other] = [frame(), frame()];
    await one.add([aComment("a"), aText("b")]);
    await Promise.all([one.flush(), other.flush()]);
    expect(tracker.sendings).toEqual(["a", "b"]);
  });

  it("is told to every frame that watches, until its signal ends it", async () => {
    const [one, other] = [frame(), frame()];
    const ending = new AbortController();
    const told: number[] = [];
    other.watch((writes) => told.push(writes.length), ending.signal);
    await one.add([aComment("a")]);
    expect(told).toEqual([0, 1]);
    ending.abort();
    await one.flush();
    expect(told).toEqual([0, 1]);
  });

  it("whose answer was lost is looked for before it is sent again", async () => {
    const outbox = frame();
    tracker.expect(["late"]);
    await outbox.add([aComment("a")]);
    const next = await outbox.flush();
    expect(await shown(outbox)).toEqual(["a waiting"]);
    now = Math.max(next ?? 0, now + lateMs);
    await outbox.flush();
    expect(tracker.comments.get("1")).toEqual(["a"]);
    expect(tracker.sendings).toEqual(["a"]);
  });

  it("over somebody else's text is a conflict, and what the person chooses comes over it", async () => {
    const outbox = frame();
    tracker.otherWrites("1", "theirs");
    await outbox.add([aText("a")]);
    await outbox.flush();
    const [row] = await outbox.list();
    expect(row).toMatchObject({ state: "conflict", conflict: { theirs: { value: "theirs" } } });
    expect(await outbox.resolve("a", "both")).toBe(true);
    await outbox.flush();
    expect(texts()).toEqual(["theirs", "both"]);
    expect(await outbox.resolve("a", "again")).toBe(false);
  });

  it("on top of the person's own earlier write is over what that became", async () => {
    const outbox = frame();
    await outbox.add([aText("a"), aText("b", { after: "a" })]);
    await outbox.flush();
    expect(texts()).toEqual(["text a", "text b"]);
    expect(await shown(outbox)).toEqual([]);
  });

  it("that Jira refuses waits for the person, who tries it again or lets it go", async () => {
    const refuse = { ...tracker.sender, send: async () => err(writeFailure("forbidden")) };
    const outbox = frame(refuse);
    await outbox.add([aComment("a"), { ...aComment("b"), object: "2" }]);
    expect(await outbox.flush()).toBeNull();
    expect(await shown(outbox)).toEqual(["a refused", "b refused"]);
    await outbox.hurry();
    expect(await shown(outbox)).toEqual(["a refused", "b refused"]);
    expect(await outbox.discard("b")).toBe(true);
    await outbox.hurry(["a"]);
    expect(await shown(outbox)).toEqual(["a waiting"]);
    await frame().flush();
    expect(tracker.comments.get("1")).toEqual(["a"]);
  });

  it("is kept whole or not at all where the browser has no room left", async () => {
    const outbox = frame();
    browser.room = 900;
    await expect(outbox.add([aComment("a"), aText("b", { payload: "x".repeat(900) })])).rejects.toThrow(
      "quota",
    );
    expect(await shown(outbox)).toEqual([]);
  });

  it("waits as long as Jira asks for, in every frame", async () => {
    tracker.expect(["slow-down"]);
    const outbox = frame();
    await outbox.add([aComment("a")]);
    expect(await outbox.flush()).toBe(now + 7_000);
    expect(await frame().flush()).toBe(now + 7_000);
    now += 7_000;
    await frame().flush();
    expect(tracker.comments.get("1")).toEqual(["a"]);
  });
});

describe("where the browser keeps nothing for frames", () => {
  it("writes are sent all the same, and lost with the page", async () => {
    browser.isClosed = true;
    const outbox = frame();
    await outbox.add([aComment("a")]);
    expect(await shown(frame())).toEqual([]);
    await outbox.flush();
    expect(tracker.comments.get("1")).toEqual(["a"]);
  });
});
