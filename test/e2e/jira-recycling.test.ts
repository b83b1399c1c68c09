import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today(), issues: 400 });
const journey = useJourney({ company, linearKey: null });
const expected = () => expectedBadges(company, journey.sandbox.jira);

const scrollTo = (page: Page, top: number) =>
  page.locator(".backlog-scroller").evaluate((element, to) => element.scrollTo(0, to), top);
const refresh = (page: Page) => page.evaluate(() => dispatchEvent(new Event("sandbox:refresh")));

test("to the end of the backlog and back, each recycled row carries the badge of the ticket that it shows", async () => {
  const page = await journey.openJira();
  const height = await page.locator(".backlog-scroller").evaluate((element) => element.scrollHeight);
  const stops = [0, 0.1, 0.13, 0.4, 0.7, 1, 0.98, 0.5, 0.2, 0].map((part) => Math.round(part * height));
  const keys = new Set<string>();
  for (const top of stops) {
    await scrollTo(page, top);
    const units = await waitForOneEach(page, 10);
    expectBadges(units, expected());
    for (const { key } of units) keys.add(key);
  }
  expect(keys.size).toBeGreaterThan(100);
});

test("scrolled fast and without rest, it settles right", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  await page.locator(".backlog-scroller").evaluate(async (element) => {
    for (let step = 0; step < 60; step++) {
      element.scrollTo(0, step % 2 === 0 ? step * 120 : step * 60);
      await new Promise(requestAnimationFrame);
    }
  });
  expectBadges(await waitForOneEach(page, 10), expected());
});

test("after the page renders anew the badges are there, once", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  for (let round = 0; round < 4; round++) {
    const before = await page.locator("[data-testid$='accessible-card-key']").first().elementHandle();
    await refresh(page);
    // Its key cells are made anew with each reading.
    await expect.poll(() => before?.evaluate((cell) => cell.isConnected)).toBe(false);
    expectBadges(await waitForOneEach(page, 10), expected());
  }
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  expectBadges(await waitForOneEach(page, 10), expected());
});

test("a changed status leaves the row its badge", async () => {
  const page = await journey.openJira();
  const [first] = await waitForOneEach(page, 10);
  const row = page
    .locator(".row", { has: page.getByRole("link", { name: first?.key ?? "", exact: true }) })
    .first();
  await row.locator(".row-status-button").click();
  await row
    .getByRole("menuitem")
    .filter({ hasText: /progress/i })
    .or(row.getByRole("option", { name: /progress/i }))
    .first()
    .click();
  await expect.poll(() => journey.sandbox.jira.findIssue(first?.key ?? "")?.status.name).toBe("In Progress");
  await expect.poll(() => row.locator(".row-status-button").textContent()).toMatch(/in progress/i);
  expectBadges(await waitForOneEach(page, 10), expected());
});

test("breadcrumbs that delete what is not theirs get their badge back", async () => {
  const page = await journey.openJira("/browse/ATL-90");
  await waitForOneEach(page, 2);
  const badge = await page.locator(".breadcrumbs plumbline-badge").elementHandle();
  await page.evaluate(() => {
    // Counts what the page takes out, so that this proves that it does.
    const taken: string[] = [];
    Reflect.set(globalThis, "taken", taken);
    new MutationObserver((records) => {
      for (const { removedNodes } of records) for (const node of removedNodes) taken.push(node.nodeName);
    }).observe(document.querySelector(".breadcrumbs") ?? document, { childList: true, subtree: true });
    document
      .querySelector(".issue-main")
      ?.append(Object.assign(document.createElement("div"), { style: "height: 3000px" }));
  });
  await page.locator(".issue-main").evaluate((element) => element.scrollTo(0, 50));
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, "taken"))).toContain("PLUMBLINE-BADGE");
  await waitForOneEach(page, 2);
  expect(await badge?.evaluate((element) => element.isConnected), "the same badge").toBe(true);
});
