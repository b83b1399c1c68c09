import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tenantOf } from "../../../../extension/desk/tenant";
import { tellWhatWasPutBack } from "../../../../extension/entrypoints/background/tell-put-backs";
import type { PutBack, SweepStore } from "../../../../extension/store/sweep-store";

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }));
const url = "https://northwind.atlassian.net/jira/software/projects/ATL/boards/1/backlog";
vi.mock("wxt/browser", () => ({
  browser: {
    i18n: { getMessage: (name: string) => name },
    storage: { local: { get: async () => ({}) } },
    tabs: { query: async () => [1, 2].map((id) => ({ id, url, active: true })) },
    scripting: { executeScript },
  },
}));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ["tells in the others where one tab hangs, and ends", [2], true],
  ["ends where all of them hang, and tells later", [], false],
])("%s", async (_, alive, isTold) => {
  // A page that hangs answers nothing that is run in it.
  executeScript.mockImplementation(({ target }: { target: { tabId: number } }) =>
    alive.includes(target.tabId) ? Promise.resolve([{ result: true }]) : new Promise(() => undefined),
  );
  const row = {
    id: "p1",
    isTold: false,
    at: Date.now(),
    state: "done",
    reason: "statement-missing",
    to: null,
  };
  const change = vi.fn(async () => undefined);
  const store = {
    inState: async (_: string, state: string) => (state === "done" ? [row as unknown as PutBack] : []),
    change,
  } as unknown as SweepStore;
  const site = tenantOf("https://northwind.atlassian.net");
  if (site === null) throw new Error("It is no tenant.");
  const told = tellWhatWasPutBack(site, store, true);
  await vi.advanceTimersByTimeAsync(60_000);
  await told;
  expect(change.mock.calls).toEqual(isTold ? [["p1", { isTold: true }]] : []);
});
