import "fake-indexeddb/auto";
import Dexie from "dexie";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Write } from "../../../shared/outbox/outbox-row";
import { type Entry, FakeTracker, type Fate } from "./fake-tracker";
import { type Context, createSharedLock, openContext } from "./mortal-context";

const site = "https://northwind.atlassian.net";
const objects = ["1", "2"] as const;
const fates = [
  "ok",
  "answer-lost",
  "never",
  "late",
  "slow-down",
  "broken",
  "throws",
  "somebody-first",
] as const;

type Step =
  | { do: "put" | "comment"; tab: 0 | 1; object: "1" | "2" }
  | { do: "again"; tab: 0 | 1; which: number }
  | { do: "other"; object: "1" | "2" }
  | { do: "reload"; tab: 0 | 1 }
  | { do: "flush"; tab: 0 | 1; lives: number | null }
  | { do: "both" }
  | { do: "wait"; ms: number };

const tab = fc.constantFrom(0 as const, 1 as const);
const object = fc.constantFrom(...objects);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom("put" as const, "comment" as const), tab, object }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("again" as const), tab, which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("other" as const), object }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reload" as const), tab }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("flush" as const),
      tab,
      lives: fc.option(fc.integer({ min: 1, max: 14 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("both" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(500, 8_000, 40_000) }),
  },
);

/** Two tabs, a tracker and somebody else, and all that was written and shown. */
class World {
  now = 1_000_000;
  readonly tracker = new FakeTracker(() => this.now);
  readonly written: Write[] = [];
  /** What conflicts put before the person: all texts. */
  readonly shown = new Set<unknown>();
  readonly tabs: Context[];
  private readonly lockOf: ReturnType<typeof createSharedLock> | null;
  /** What each tab's form knows of each object: the version it loaded and its own last write on top of it. */
  private readonly forms = new Map<string, { version: string; value: unknown; after: string | null }>();

  constructor(
    readonly name: string,
    leases: boolean,
    /** Whether the tracker can be asked about many parts in one call. */
    readonly isTogether: boolean,
  ) {
    this.lockOf = leases ? null : createSharedLock();
    this.tabs = [this.open(), this.open()];
  }

  private open(): Context {
    const { sender, together } = this.tracker;
    return openContext(this.name, this.isTogether ? together : sender, () => this.now, this.lockOf);
  }

  private form(tab: number, object: string) {
    const key = `${tab} ${object}`;
    const known = this.forms.get(key) ?? { ...this.tracker.current(object), after: null };
    this.forms.set(key, known);
    return known;
  }

  private async use(tab: number, act: (context: Context) => Promise<unknown>): Promise<void> {
    const context = this.tabs[tab];
    if (context === undefined) throw new Error("no such tab");
    try {
      await act(context);
    } catch (error) {
      if (!context.life.isOver) throw error;
    }
    if (!context.life.isOver) return;
    context.close();
    this.tabs[tab] = this.open();
  }

  async take(it: Step): Promise<void> {
    switch (it.do) {
      case "put":
      case "comment":
        return this.write(it.do, it.tab, it.object);
      case "again": {
        const write = this.written[it.which % Math.max(1, this.written.length)];
        return write && this.use(it.tab, ({ outbox }) => outbox.add([write]));
      }
      case "other":
        return this.tracker.otherWrites(it.object, `other ${this.tracker.history(it.object).length}`);
      case "reload":
        for (const each of objects) this.forms.delete(`${it.tab} ${each}`);
        return;
      case "flush":
        return this.use(it.tab, async ({ outbox, life }) => {
          if (it.lives !== null) life.endAfter(it.lives);
          await outbox.flush();
          life.endAfter(Number.POSITIVE_INFINITY);
        });
      case "both":
        await Promise.all([0, 1].map((tab) => this.use(tab, ({ outbox }) => outbox.flush())));
        return;
      case "wait":
        this.now += it.ms;
    }
  }

  private async write(kind: "put" | "comment", tab: number, object: string): Promise<void> {
    const id = `write ${this.written.length}`;
    const form = this.form(tab, object);
    const write: Write =
      kind === "comment"
        ? { id, site, object, slot: "comments", kind: "comment", payload: id, base: null, after: null }
        : {
            ...{ id, site, object, slot: "statement", kind: "part", payload: `text of ${id}` },
            base: { version: form.version, value: form.value },
            after: form.after,
          };
    this.written.push(write);
    if (kind === "put") form.after = id;
    await this.use(tab, ({ outbox }) => outbox.add([write]));
  }

  /** Until nothing waits: time passes, the network is well, and the person chooses all texts in every conflict. */
  async calmDown(): Promise<void> {
    this.tracker.allIsWell();
    for (let round = 0; round < 200; round += 1) {
      const [first] = this.tabs;
      if (first === undefined) throw new Error("no tab");
      const next = await first.outbox.flush();
      const pending = await first.outbox.list();
      for (const { id, state, conflict, mine } of pending) {
        if (state !== "conflict" || conflict === null) continue;
        const texts = [conflict.theirs.value, mine, ...(conflict.covered ? [conflict.covered.value] : [])];
        for (const text of texts) this.shown.add(text);
        await first.outbox.resolve(id, `all(${texts.map(String).join(" + ")} by ${id}, ${round})`);
      }
      if (pending.length === 0) return;
      this.now = Math.max(this.now + 1, next ?? 0);
    }
    throw new Error("It never comes to rest");
  }

  close(): Promise<void> {
    for (const it of this.tabs) it.close();
    return Dexie.delete(this.name);
  }
}

let worlds = 0;
async function endure(
  leases: boolean,
  isTogether: boolean,
  steps: readonly Step[],
  sendings: readonly Fate[],
  looks: readonly boolean[],
) {
  worlds += 1;
  const world = new World(`storm-${worlds}`, leases, isTogether);
  world.tracker.expect(sendings, looks);
  try {
    for (const it of steps) await world.take(it);
    await world.calmDown();
    check(world);
  } finally {
    await world.close();
  }
}

function check({ tracker, written, shown }: World): void {
  for (const each of objects) {
    const mine = written.filter(({ object }) => object === each);
    // Every comment stands once, in the order in which they were asked for.
    expect(tracker.comments.get(each) ?? []).toEqual(
      mine.filter(({ kind }) => kind === "comment").map(({ id }) => id),
    );

    const history = tracker.history(each);
    const texts = history.map(({ value }) => value);
    expect(new Set(texts).size, "no text is written twice").toBe(texts.length);
    const onTop = new Set(mine.map(({ after }) => after));
    for (const { id, payload } of mine.filter(({ kind }) => kind === "part"))
      expect(texts.includes(payload) || shown.has(payload) || onTop.has(id), `${id} is lost`).toBe(true);
    for (const [at, entry] of history.entries()) expectNotSilent(entry, history[at - 1], shown);
  }
}

/** What somebody else wrote may be covered only by one who had seen it, or was shown it. */
function expectNotSilent(entry: Entry, below: Entry | undefined, shown: ReadonlySet<unknown>): void {
  if (below === undefined || entry.by === "other" || below.by === "me") return;
  expect(entry.over === below.version || shown.has(below.value), `${String(below.value)} was covered`).toBe(
    true,
  );
}

describe("the outbox in a storm", () => {
  it("loses nothing, applies nothing twice, covers nothing silently", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.boolean(),
        fc.array(step, { minLength: 3, maxLength: 16 }),
        fc.array(fc.constantFrom(...fates), { maxLength: 10 }),
        fc.array(fc.boolean(), { maxLength: 6 }),
        endure,
      ),
      { numRuns: 150 },
    );
  }, 300_000);

  it("survives being killed at every single step of two writes", async () => {
    const start: Step[] = [
      { do: "put", tab: 0, object: "1" },
      { do: "comment", tab: 0, object: "1" },
    ];
    for (const fate of fates)
      for (let lives = 1; lives <= 14; lives += 1)
        await endure(false, false, [...start, { do: "flush", tab: 0, lives }], [fate], []);
  }, 300_000);

  it("survives being killed at every single step of two writes that are looked at together", async () => {
    const start: Step[] = objects.map((object) => ({ do: "put", tab: 0, object }));
    for (const fate of fates)
      for (let lives = 1; lives <= 16; lives += 1)
        await endure(false, true, [...start, { do: "flush", tab: 0, lives }], [fate, "ok"], []);
  }, 300_000);
});
