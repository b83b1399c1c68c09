import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, type TicketUnit, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company, linearKey: null });

const chipText = (page: Page) => page.locator("plumbline-chip button").textContent();
const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Project navigation" }).getByText(name);

/** "Orphans: 3 of 21" of these units. */
function countOf(units: readonly TicketUnit[]): string {
  const expected = expectedBadges(company, journey.sandbox.jira);
  const keys = [...new Set(units.map(({ key }) => key))];
  return `Orphans: ${keys.filter((key) => expected.get(key)?.state === "orphan").length} of ${keys.length}`;
}

/** Everything on the page is badged and right, and the chip counts this list and nothing of the one before. */
async function expectList(page: Page): Promise<void> {
  const units = await waitForOneEach(page, 20);
  expectBadges(units, expectedBadges(company, journey.sandbox.jira));
  await expect.poll(() => chipText(page)).toBe(countOf(units));
}

async function expectIssue(page: Page, key: string): Promise<void> {
  await page.locator(".issue").waitFor();
  const units = await waitForOneEach(page);
  expect(units.map((unit) => unit.key)).toContain(key);
  expectBadges(units, expectedBadges(company, journey.sandbox.jira));
  await expect.poll(() => page.locator("plumbline-chip").count()).toBe(0);
}

test("going from view to view and back, every page has its own badges and its own count", async () => {
  const page = await journey.openJira();
  await page.evaluate(() => Reflect.set(globalThis, "loadedOnce", true));
  await expectList(page);

  await tab(page, "Board").click();
  await page.locator(".card").first().waitFor();
  await expectList(page);

  await page.locator("#card-ATL-33 .card-layer").click({ position: { x: 40, y: 12 } });
  await expectIssue(page, "ATL-33");

  await page.goBack();
  await page.locator(".card").first().waitFor();
  await expectList(page);
  await page.goBack();
  await page.locator(".row").first().waitFor();
  await expectList(page);
  await page.goForward();
  await page.goForward();
  await expectIssue(page, "ATL-33");
  expect(await page.evaluate(() => Reflect.get(globalThis, "loadedOnce")), "the page never loaded anew").toBe(
    true,
  );
});

test("from one issue to another in place, the header's badge follows", async () => {
  const page = await journey.openJira("/browse/ATL-90");
  await expectIssue(page, "ATL-90");
  await page.locator("tr").getByRole("link", { name: "ATL-91", exact: true }).click();
  await expectIssue(page, "ATL-91");
  await page.locator(".breadcrumbs").getByRole("link", { name: "ATL-90" }).click();
  await expectIssue(page, "ATL-90");
  expect(await page.locator(".breadcrumbs plumbline-badge").count()).toBe(1);
});

test("the count goes up as rows come into view, and counts each ticket once", async () => {
  const page = await journey.openJira();
  await expectList(page);
  const seen = new Map<string, TicketUnit>();
  const scroller = page.locator(".backlog-scroller");
  const height = await scroller.evaluate((element) => element.scrollHeight);
  for (let top = 0; top < height; top += 350) {
    await scroller.evaluate((element, to) => element.scrollTo(0, to), top);
    for (const unit of await waitForOneEach(page)) seen.set(unit.key, unit);
  }
  await scroller.evaluate((element) => element.scrollTo(0, 0));
  await waitForOneEach(page);
  expect(seen.size).toBeGreaterThan(40);
  await expect.poll(() => chipText(page)).toBe(countOf([...seen.values()]));
});
