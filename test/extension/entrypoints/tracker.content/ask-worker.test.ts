import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askWorker } from "../../../../extension/entrypoints/tracker.content/ask-worker";

let page: AbortController;
let gone: boolean;
beforeEach(() => {
  vi.useFakeTimers();
  page = new AbortController();
  gone = false;
});
afterEach(() => {
  vi.useRealTimers();
});

const options = () => ({ deadlineMs: 10_000, isGone: () => gone, signal: page.signal });
const killed = new Error("The message channel closed before a response was received.");
/** What becomes of it within a minute. */
async function outcome(ask: () => Promise<string>): Promise<string> {
  const asked = askWorker(ask, options()).catch((error: Error) => `failed: ${error.message}`);
  await vi.advanceTimersByTimeAsync(60_000);
  return Promise.race([asked, Promise.resolve("still waiting")]);
}

it("asks anew where the worker was stopped before it answered", async () => {
  const ask = vi.fn<() => Promise<string>>().mockRejectedValueOnce(killed).mockRejectedValueOnce(killed);
  ask.mockResolvedValue("answer");
  expect(await outcome(ask)).toBe("answer");
  expect(ask).toHaveBeenCalledTimes(3);
});

it("gives up where it fails time and again", async () => {
  const ask = vi.fn<() => Promise<string>>().mockRejectedValue(killed);
  expect(await outcome(ask)).toBe(`failed: ${killed.message}`);
  expect(ask).toHaveBeenCalledTimes(4);
});

it("does not ask again where the extension is gone", async () => {
  const ask = vi.fn<() => Promise<string>>(async () => {
    gone = true;
    throw new Error("Extension context invalidated.");
  });
  expect(await outcome(ask)).toBe("failed: Extension context invalidated.");
  expect(ask).toHaveBeenCalledTimes(1);
});

it("does not wait for good for a worker that never answers", async () => {
  vi.useRealTimers();
  const never = askWorker(() => new Promise<string>(() => undefined), { ...options(), deadlineMs: 50 });
  await expect(never).rejects.toThrow();
});

it("ends with the page", async () => {
  const asked = askWorker(() => new Promise<string>(() => undefined), options());
  page.abort(new Error("the page is over"));
  await expect(asked).rejects.toThrow("the page is over");
});
