import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inSlices, type Work } from "../../../../extension/entrypoints/tracker.content/in-slices";

const items = Array.from({ length: 1_000 }, (_, at) => at);
let now: number;

beforeEach(() => {
  now = 0;
  vi.useFakeTimers();
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => setTimeout(act, 16));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Work that takes so many ms an item, and what it has done so far. */
function worker(ms: number): { work: Work<number>; done: number[]; slices: () => number } {
  const done: number[] = [];
  let slices = 0;
  const work: Work<number> = (all, from, mayGoOn) => {
    slices++;
    let at = from;
    while (at < all.length && (at === from || mayGoOn())) {
      done.push(all[at++] ?? -1);
      now += ms;
    }
    return at;
  };
  return { work, done, slices: () => slices };
}
const asTheyCome = (rest: readonly number[]) => rest;
const lasting = new AbortController().signal;

describe("work on many rows", () => {
  it("is done at once where it is quick", () => {
    const { work, done } = worker(0.01);
    inSlices(items, work, asTheyCome, lasting);
    expect(done).toEqual(items);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is spread over tasks where it is slow, each item once", () => {
    const { work, done, slices } = worker(1);
    inSlices(items, work, asTheyCome, lasting);
    expect(done.length).toBeLessThan(items.length);
    vi.runAllTimers();
    expect(done).toEqual(items);
    expect(slices()).toBeGreaterThan(2);
  });

  it("takes what is urgent before the rest", () => {
    const { work, done } = worker(1);
    inSlices(items, work, (rest) => rest.toReversed(), lasting);
    const first = done.length;
    vi.runAllTimers();
    expect(done).toEqual([...items.slice(0, first), ...items.slice(first).toReversed()]);
  });

  it("does a screenful at once, however slow it is", () => {
    const { work, done } = worker(1_000);
    inSlices(items, work, asTheyCome, lasting);
    expect(done).toEqual(items.slice(0, 200));
  });

  it("stops where the page is left", () => {
    const page = new AbortController();
    const { work, done } = worker(1_000);
    inSlices(items, work, asTheyCome, page.signal);
    page.abort();
    vi.runAllTimers();
    expect(done).toEqual(items.slice(0, 200));
  });

  it("is none for no rows", () => {
    const { work, done } = worker(1);
    inSlices([], work, asTheyCome, lasting);
    expect(done).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
