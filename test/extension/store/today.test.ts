import "fake-indexeddb/auto";
import { beforeEach, expect, it } from "vitest";
import { Database } from "../../../extension/store/database";
import { createTodayStore, type TodayStore } from "../../../extension/store/today";

const jira = "https://northwind.atlassian.net";
let database: Database;
let now: Date;
let today: TodayStore;
let count = 0;

beforeEach(() => {
  count += 1;
  database = new Database(`today-${count}`);
  now = new Date(2026, 10, 24, 9, 0);
  today = createTodayStore(database, () => now);
});

it("counts each ticket once, by what it was last, over all sites", async () => {
  await today.record(jira, [
    { key: "A-1", state: "orphan" },
    { key: "A-2", state: "aligned" },
    { key: "A-3", state: "lane" },
  ]);
  await today.record(jira, [{ key: "A-1", state: "aligned" }]);
  await today.record("https://linear.app/acme", [{ key: "A-1", state: "orphan" }]);
  expect(await today.read()).toEqual({ tickets: 4, aligned: 2, orphans: 1 });
});

it("does not count what could not be read, nor forget what could be before", async () => {
  await today.record(jira, [{ key: "A-1", state: "aligned" }]);
  await today.record(jira, [
    { key: "A-1", state: "unknown" },
    { key: "A-2", state: "unknown" },
  ]);
  expect(await today.read()).toEqual({ tickets: 1, aligned: 1, orphans: 0 });
});

it("begins anew at the person's midnight, and keeps nothing of the day before", async () => {
  now = new Date(2026, 10, 24, 23, 59, 59);
  await today.record(jira, [{ key: "A-1", state: "orphan" }]);
  now = new Date(2026, 10, 25, 0, 0, 0);
  expect(await today.read()).toEqual({ tickets: 0, aligned: 0, orphans: 0 });
  await today.record(jira, [{ key: "A-1", state: "orphan" }]);
  expect(await today.read()).toEqual({ tickets: 1, aligned: 0, orphans: 1 });
  expect(await database.seen.count()).toBe(1);
});

it("goes on counting where a worker that was killed left off", async () => {
  await today.record(jira, [{ key: "A-1", state: "orphan" }]);
  const next = createTodayStore(database, () => now);
  await next.record(jira, [
    { key: "A-1", state: "orphan" },
    { key: "A-2", state: "orphan" },
  ]);
  expect(await next.read()).toEqual({ tickets: 2, aligned: 0, orphans: 2 });
});
