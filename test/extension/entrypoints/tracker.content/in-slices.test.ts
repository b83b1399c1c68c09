import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inSlices, type Work } from "../../../../extension/entrypoints/tracker.content/in-slices";

const items = Array.from({ length: 1_000 }, (_, at) => at);
let now: number;
/** What each task that the page is to take before its next frame took, in ms. */
let taskMs: number[];

beforeEach(() => {
  now = 0;
  taskMs = [];
  vi.useFakeTimers();
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.stubGlobal("requestAnimationFrame", (act: (at: number) => void) => setTimeout(() => act(now), 16));
  // It takes these before anything that waits for a timer.
  const postTask = (act: () => void) =>
    queueMicrotask(() => {
      const from = now;
      act();
      taskMs.push(now - from);
    });
  vi.stubGlobal("scheduler", { postTask });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

interface Pace {
  /** What reading an item takes. */
  ms: number;
  /** What writing an item takes. */
  writeMs?: number;
  /** What the page takes to lay out a slice that was written. */
  layoutMs?: number;
  urgentFirst?: (rest: readonly number[]) => readonly number[];
}

/** Work at a pace, what it has done so far, how many items each writing had, and how many had been done at each layout. */
function worker({ ms, writeMs = 0, layoutMs = 0, urgentFirst = (rest) => rest }: Pace) {
  const done: number[] = [];
  const writes: number[] = [];
  const layouts: number[] = [];
  const work: Work<number, number> = {
    read(all, from, found, mayGoOn) {
      let at = from;
      while (at < all.length && (at === from || mayGoOn())) {
        found.push(all[at++] ?? -1);
        now += ms;
      }
      return at;
    },
    write(found) {
      done.push(...found);
      now += writeMs * found.length;
      writes.push(found.length);
      if (layoutMs > 0)
        requestAnimationFrame(() =>
          setTimeout(() => {
            if (layouts.at(-1) === done.length) return;
            layouts.push(done.length);
            now += layoutMs;
          }),
        );
    },
    urgentFirst,
  };
  return { work, done, writes, layouts };
}
const lasting = new AbortController().signal;

describe("work on many rows", () => {
  it("is done at once where it is quick", () => {
    const { work, done } = worker({ ms: 0.01 });
    inSlices(items, work, lasting);
    expect(done).toEqual(items);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is spread over tasks where it is slow, each item once", () => {
    const { work, done, writes } = worker({ ms: 1 });
    inSlices(items, work, lasting);
    expect(done.length).toBeLessThan(items.length);
    vi.runAllTimers();
    expect(done).toEqual(items);
    expect(writes.length).toBeGreaterThan(2);
  });

  it("is written before the next layout where the page takes long for one, and no task of that takes long", async () => {
    const { work, done, layouts } = worker({ ms: 0.1, writeMs: 0.05, layoutMs: 500 });
    const many = [...items, ...items, ...items];
    inSlices(many, work, lasting);
    await vi.runAllTimersAsync();
    expect(done).toEqual(many);
    // The first, which showed how long it takes, and the rest.
    expect(layouts).toEqual([200, many.length]);
    expect(taskMs.length).toBeGreaterThan(3);
    expect(Math.max(...taskMs)).toBeLessThanOrEqual(30);
  });

  it("leaves the page free between the tasks that write what it read in a moment", async () => {
    const { work, done } = worker({ ms: 0, writeMs: 0.05 });
    inSlices(items, work, lasting);
    expect(done.length).toBe(600);
    await vi.runAllTimersAsync();
    expect(done).toEqual(items);
    expect(taskMs).toEqual([expect.closeTo(20)]);
  });

  it("takes what is urgent before the rest", () => {
    const { work, done } = worker({ ms: 1, urgentFirst: (rest) => rest.toReversed() });
    inSlices(items, work, lasting);
    const first = done.length;
    vi.runAllTimers();
    expect(done).toEqual([...items.slice(0, first), ...items.slice(first).toReversed()]);
  });

  it("does a screenful at once, however slow it is", () => {
    const { work, done } = worker({ ms: 1_000 });
    inSlices(items, work, lasting);
    expect(done).toEqual(items.slice(0, 200));
  });

  it("stops where the page is left", () => {
    const page = new AbortController();
    const { work, done } = worker({ ms: 1_000 });
    inSlices(items, work, page.signal);
    page.abort();
    vi.runAllTimers();
    expect(done).toEqual(items.slice(0, 200));
  });

  it("is none for no rows", () => {
    const { work, done } = worker({ ms: 1 });
    inSlices([], work, lasting);
    expect(done).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
