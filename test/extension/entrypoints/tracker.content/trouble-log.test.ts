import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTroubleLog } from "../../../../extension/entrypoints/tracker.content/trouble-log";
import type { Trouble } from "../../../../extension/messaging/page-status";

const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 10, 0, second)).toISOString();
let told: Trouble[][];
let log: ReturnType<typeof createTroubleLog>;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(at(0)) });
  told = [];
  log = createTroubleLog((troubles) => told.push(troubles));
});
afterEach(() => {
  vi.useRealTimers();
});

it("tells of trouble when it comes, changes and goes, and not of what stays the same", () => {
  log.note("tracker", null);
  log.note("tracker", "server", Date.parse(at(5)));
  vi.setSystemTime(Date.parse(at(1)));
  log.note("tracker", "server", Date.parse(at(5)));
  log.note("tracker", "server", Date.parse(at(9)));
  log.note("tracker", null);
  log.note("tracker", null);
  expect(told).toEqual([
    [{ kind: "server", since: at(0), retryAt: at(5) }],
    [{ kind: "server", since: at(0), retryAt: at(9) }],
    [],
  ]);
});

it("is new trouble where another kind follows", () => {
  log.note("tracker", "offline");
  vi.setSystemTime(Date.parse(at(7)));
  log.note("tracker", "signed-out");
  expect(log.list()).toEqual([{ kind: "signed-out", since: at(7), retryAt: null }]);
});

it("keeps what the view has apart from what the tracker has", () => {
  log.note("view", "view-changed");
  log.note("tracker", "offline");
  log.note("tracker", null);
  expect(log.list().map(({ kind }) => kind)).toEqual(["view-changed"]);
});
