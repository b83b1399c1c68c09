import { beforeEach, expect, it, vi } from "vitest";
import { callInPage } from "../../../extension/trackers/call-in-page";
import { performerName } from "../../../extension/trackers/performer-name";
import type { ApiRequest } from "../../../shared/tracker/tracker-api";

interface Injection {
  target: { tabId: number };
  func?: (...args: unknown[]) => unknown;
  args?: unknown[];
}

const tabs = vi.hoisted(() => ({ open: [] as { id: number; active: boolean }[] }));
const inject = vi.hoisted(() => vi.fn());
vi.mock("wxt/browser", () => ({
  browser: { tabs: { query: async () => [...tabs.open] }, scripting: { executeScript: inject } },
}));

const request: ApiRequest = { method: "POST", path: "/rest/api/3/issue/1/comment", body: "{}", asked: [] };
const said = {
  status: 201,
  contentType: "application/json",
  retryAfterS: null,
  nearLimit: false,
  body: "{}",
};
const world = globalThis as unknown as Record<symbol, unknown>;
const performer = Symbol.for(performerName);
let called: number[];

const call = (signal = new AbortController().signal, notAfter = Date.now() + 60_000) =>
  callInPage("https://acme.atlassian.net", request, signal, notAfter);

/** What a page does when it is called. */
function pagesThat(answer: (tabId: number) => unknown): void {
  inject.mockImplementation(async ({ target, func, args = [] }: Injection) => {
    world[performer] = () => {
      called.push(target.tabId);
      return answer(target.tabId);
    };
    return [{ result: await func?.(...args) }];
  });
}

beforeEach(() => {
  called = [];
  delete world[performer];
  tabs.open = [
    { id: 1, active: false },
    { id: 2, active: true },
  ];
});

it("calls once, from the page in front", async () => {
  pagesThat(() => said);
  expect(await call()).toEqual(said);
  expect(called).toEqual([2]);
});

it("makes no second call where the page was left in the middle of the first, which may have arrived", async () => {
  pagesThat(() => Promise.reject(new Error("The tab was closed.")));
  expect(await call()).toMatchObject({ status: 0 });
  expect(called).toEqual([2]);
});

it("takes another page where the first cannot be reached at all", async () => {
  tabs.open = [
    { id: 3, active: false },
    { id: 4, active: true },
  ];
  pagesThat(() => said);
  const reachable = inject.getMockImplementation();
  inject.mockImplementation(async (it: Injection) => {
    if (it.target.tabId === 4) throw new Error("Cannot access contents of the page.");
    return reachable?.(it);
  });
  expect(await call()).toEqual(said);
  expect(called).toEqual([3]);
});

it("asks a page at once that it has asked before, and prepares another one that came into the tab", async () => {
  tabs.open = [{ id: 7, active: true }];
  pagesThat(() => said);
  await call();
  const before = inject.mock.calls.length;
  await call();
  expect(inject.mock.calls.length - before).toBe(1);

  const prepares = inject.getMockImplementation();
  inject.mockImplementation(async (it: Injection & { files?: string[] }) => {
    if (it.files) return prepares?.(it);
    return [{ result: await it.func?.(...(it.args ?? [])) }];
  });
  delete world[performer];
  called = [];
  expect(await call()).toEqual(said);
  expect(called).toEqual([7]);
});

it("calls no more in a page that comes to it only after it was given up", async () => {
  tabs.open = [{ id: 8, active: true }];
  pagesThat(() => said);
  expect(await call(undefined, Date.now() - 1)).toMatchObject({ status: 0 });
  expect(called).toEqual([]);
});

it("takes no other page once it was given up while the first one hung", async () => {
  const over = new AbortController();
  tabs.open = [
    { id: 9, active: false },
    { id: 10, active: true },
  ];
  pagesThat(() => said);
  const reachable = inject.getMockImplementation();
  inject.mockImplementation(async (it: Injection) => {
    if (it.target.tabId === 9) return reachable?.(it);
    over.abort();
    throw new Error("The tab was closed.");
  });
  expect(await call(over.signal)).toMatchObject({ status: 0 });
  expect(called).toEqual([]);
});

it.each([
  ["no page is open", []],
  ["the page answers what no page of ours would", [{ id: 1, active: true }]],
])("says that nothing came back where %s", async (_, open) => {
  tabs.open = open;
  pagesThat(() => ({ status: "200" }));
  expect(await call()).toMatchObject({ status: 0 });
});
