import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inSlices } from "../../../../extension/entrypoints/tracker.content/in-slices";

const items = Array.from({ length: 1_000 }, (_, at) => at);
let now: number;
let frames: (() => void)[];

beforeEach(() => {
  now = 0;
  frames = [];
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => frames.push(act));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
function nextFrame(): void {
  for (const act of frames.splice(0)) act();
}

describe("work on many rows", () => {
  it("is done at once where it is quick", () => {
    const done: number[] = [];
    inSlices(items, (slice) => done.push(...slice), new AbortController().signal);
    expect(done).toEqual(items);
    expect(frames).toEqual([]);
  });

  it("is spread over frames where it is slow, in order, each item once", () => {
    const done: number[] = [];
    let slices = 0;
    inSlices(
      items,
      (slice) => {
        done.push(...slice);
        now += 6;
        slices++;
      },
      new AbortController().signal,
    );
    expect(slices).toBe(2);
    while (frames.length > 0) nextFrame();
    expect(done).toEqual(items);
  });

  it("always begins at once, however slow it is", () => {
    const work = vi.fn(() => {
      now += 1_000;
    });
    inSlices(items, work, new AbortController().signal);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("stops where the page is left", () => {
    const page = new AbortController();
    const work = vi.fn(() => {
      now += 1_000;
    });
    inSlices(items, work, page.signal);
    page.abort();
    nextFrame();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("is none for no rows", () => {
    const work = vi.fn();
    inSlices([], work, new AbortController().signal);
    expect(work).not.toHaveBeenCalled();
    expect(frames).toEqual([]);
  });
});
