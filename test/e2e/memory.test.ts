import { expect, test } from "vitest";
import { type Memory, memoryOf } from "../bench/memory-of";
import { openRecyclingPage, passRows } from "../bench/recycling-page";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { ticketUnits } from "./jira-units";

const journey = useJourney({ company: seedCompany({ today: today(), issues: 300 }), linearKey: null });

journey.whenStarted(async () => {
  const [name, domain] = ["cloud.session.token", "northwind.atlassian.net"];
  await journey.context.addCookies([{ name, value: "ana", domain, path: "/", secure: true }]);
});

/** Nodes and listeners alive after that are not there by now; a row more or less in view makes a few. */
const grown = (before: Memory, after: Memory) => ({
  nodes: Math.max(0, after.nodes - before.nodes),
  listeners: Math.max(0, after.listeners - before.listeners),
});

test("20,000 rows that pass by leave nothing behind: no badge, no node, no listener", {
  timeout: 400_000,
}, async () => {
  const page = await openRecyclingPage(journey.context);
  const session = await journey.context.newCDPSession(page);
  await passRows(page, 5_000);
  const before = await memoryOf(session);
  await passRows(page, 15_000);
  expect(await page.locator("plumbline-badge").count()).toBe(60);
  // A call's deadline holds its listener until it has passed, however soon the answer came.
  await expect
    .poll(async () => grown(before, await memoryOf(session)), { timeout: 60_000, interval: 2_000 })
    .toEqual({ nodes: 0, listeners: 0 });
  await page.close();
});

test("a backlog scrolled to its end and back many times holds no more than after the first time", async () => {
  const page = await journey.openJira();
  const session = await journey.context.newCDPSession(page);
  const scrollThrough = (times: number) =>
    page.locator(".backlog-scroller").evaluate(async (list, rounds) => {
      for (let round = 0; round < rounds; round++) {
        for (let top = 0; top < list.scrollHeight; top += list.clientHeight * 0.8) {
          list.scrollTo(0, top);
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        }
      }
      list.scrollTo(0, 0);
    }, times);
  const settled = () =>
    expect
      .poll(async () => (await ticketUnits(page)).units.every(({ badges }) => badges.length === 1), {
        timeout: 20_000,
      })
      .toBe(true);
  await scrollThrough(3);
  await settled();
  const before = await memoryOf(session);
  await scrollThrough(12);
  await settled();
  const { nodes, listeners } = grown(before, await memoryOf(session));
  // React keeps the tree before the one in view: rows of one screen more or less, never of twelve passes.
  expect(nodes).toBeLessThan(1_500);
  expect(listeners).toBeLessThan(50);
});
