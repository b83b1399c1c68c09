// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { BadgeKeeper } from "../../../../extension/entrypoints/tracker.content/badge-keeper";
import type { FactsClient } from "../../../../extension/entrypoints/tracker.content/facts-client";
import type { KnownTicket } from "../../../../extension/entrypoints/tracker.content/known-tickets";
import {
  createOrphanCount,
  type OrphanCount,
} from "../../../../extension/entrypoints/tracker.content/orphan-count";
import { createSpotlight } from "../../../../extension/entrypoints/tracker.content/spotlight";
import { english } from "../../badge/english";
import { orphanFacts } from "./orphan-facts";

const orphan = (key: string): KnownTicket => ({ facts: orphanFacts(key), source: undefined, stale: false });
const facts = { get: orphan } as Partial<FactsClient> as FactsClient;
const keeper = { placed: () => [] } as Partial<BadgeKeeper> as BadgeKeeper;
const chips = () =>
  [...document.querySelectorAll("plumbline-chip")].map((it) => it.shadowRoot?.textContent?.trim());
let count: OrphanCount;

beforeEach(() => {
  vi.useFakeTimers();
  count = createOrphanCount(document, english, facts, keeper, createSpotlight(document));
});
afterEach(() => vi.useRealTimers());

it("a list's orphans are counted a moment after its tickets came", () => {
  count.enter("backlog");
  count.update(["ATL-1", "ATL-2"]);
  vi.runAllTimers();
  expect(chips()).toEqual([english("chip", "2", "2")]);
  count.enter("issue");
  expect(chips()).toEqual([]);
});

it("a count that is on its way when all ends shows nothing any more", () => {
  count.enter("backlog");
  count.update(["ATL-1"]);
  count.stop();
  vi.runAllTimers();
  expect(chips()).toEqual([]);
});
