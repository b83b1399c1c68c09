import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type ViewWatch, watchView } from "../../../../extension/entrypoints/tracker.content/watch-view";

let page: AbortController;
let look: ReturnType<typeof vi.fn<() => void>>;
let view: ViewWatch;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestIdleCallback", (act: () => void) => setTimeout(act, 10));
  page = new AbortController();
  look = vi.fn<() => void>();
  view = watchView(look, page.signal);
});
afterEach(() => {
  page.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("looks twice after a view has opened, and then not at all while nothing happens", async () => {
  view.enter();
  await pass(2_900);
  expect(look).toHaveBeenCalledTimes(0);
  await pass(3_600_000);
  expect(look).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
});

it("looks once for however much was placed meanwhile", async () => {
  for (let at = 0; at < 1_000; at++) view.stir();
  await pass(60_000);
  expect(look).toHaveBeenCalledTimes(1);
});

it("leaves the view that was there before in peace", async () => {
  view.enter();
  await pass(2_000);
  view.enter();
  await pass(2_000);
  expect(look).toHaveBeenCalledTimes(0);
});

it("stops with its page", async () => {
  view.enter();
  page.abort();
  view.stir();
  await pass(60_000);
  expect(look).toHaveBeenCalledTimes(0);
});
