import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today(), issues: 300 });
const journey = useJourney({ company, linearKey: null });
const chip = (page: Page) => page.locator("plumbline-chip button");
const dimmed = (page: Page) => page.locator("[data-plumbline-dimmed]");

/** Every row or card in the page is dimmed exactly where its ticket is no orphan. */
async function expectSpotlight(page: Page): Promise<void> {
  const expected = expectedBadges(company, journey.sandbox.jira);
  await expect
    .poll(async () => {
      const rows = await page.locator(".row, .card").evaluateAll((elements) =>
        elements.map((element) => ({
          key: element.querySelector("plumbline-badge")?.getAttribute("data-key") ?? "",
          isDim: Number(getComputedStyle(element).opacity) < 0.5,
        })),
      );
      return rows.filter(({ key, isDim }) => isDim === (expected.get(key)?.state === "orphan"));
    })
    .toEqual([]);
}

test("the spotlight leaves the orphans, also among rows that scroll in, and off it leaves no trace", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  await chip(page).click();
  await expect.poll(() => chip(page).getAttribute("aria-pressed")).toBe("true");
  await expectSpotlight(page);
  for (const top of [600, 2_500, 300]) {
    await page.locator(".backlog-scroller").evaluate((element, to) => element.scrollTo(0, to), top);
    await waitForOneEach(page, 10);
    await expectSpotlight(page);
  }
  await page.evaluate(() => dispatchEvent(new Event("sandbox:refresh")));
  await expectSpotlight(page);
  await chip(page).click();
  await expect.poll(() => dimmed(page).count()).toBe(0);
  expect(
    await page
      .locator(".row")
      .first()
      .evaluate((row) => getComputedStyle(row).opacity),
  ).toBe("1");
  await page.locator(".backlog-scroller").evaluate((element) => element.scrollTo(0, 900));
  await waitForOneEach(page, 10);
  expect(await dimmed(page).count()).toBe(0);
});

test("the chip works by keyboard alone", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  await chip(page).waitFor();
  // It is the page's last stop: backwards from the start one comes to it first.
  await page.keyboard.press("Shift+Tab");
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("plumbline-chip");
  await page.keyboard.press("Enter");
  await expectSpotlight(page);
  await page.keyboard.press(" ");
  await expect.poll(() => dimmed(page).count()).toBe(0);
});

test("leaving the list turns the spotlight off", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  await chip(page).click();
  await expect.poll(() => dimmed(page).count()).toBeGreaterThan(0);
  await page.getByRole("navigation", { name: "Project navigation" }).getByText("Board").click();
  await page.locator(".card").first().waitFor();
  await waitForOneEach(page, 10);
  expect(await dimmed(page).count()).toBe(0);
  expect(await chip(page).getAttribute("aria-pressed")).toBe("false");
  await chip(page).click();
  await expectSpotlight(page);
});
