// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchPage } from "../../../../extension/entrypoints/gate-bridge.content/watch-page";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch() {
  const told: string[] = [];
  let isGone = false;
  const tell = async (what: string) => void told.push(what);
  watchPage(window as Window & typeof globalThis, tell, () => isGone);
  return { told, leave: () => (isGone = true) };
}
const see = (state: string) =>
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });

it("tells of a page that is looked at: soon after its start, when it gets the focus, and each minute", () => {
  see("visible");
  const { told } = watch();
  expect(told).toEqual([]);
  vi.advanceTimersByTime(3_000);
  window.dispatchEvent(new Event("focus"));
  vi.advanceTimersByTime(120_000);
  expect(told).toEqual(["focus", "focus", "visible", "visible"]);
});

it("tells nothing of a page that nobody sees", () => {
  see("hidden");
  const { told } = watch();
  vi.advanceTimersByTime(180_000);
  window.dispatchEvent(new Event("focus"));
  expect(told).toEqual([]);
});

it("ends with the extension behind it", () => {
  see("visible");
  const { told, leave } = watch();
  leave();
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(0);
  window.dispatchEvent(new Event("focus"));
  expect(told).toEqual([]);
});
