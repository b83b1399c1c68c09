import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { openWorkerSwitch } from "../tools/worker-switch";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, ticketUnits, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today(), issues: 300 });
const journey = useJourney({ company, linearKey: null });
const expected = () => expectedBadges(company, journey.sandbox.jira);
const worker = async () =>
  journey.context.serviceWorkers()[0] ?? (await journey.context.waitForEvent("serviceworker"));
const scrollTo = (page: Page, top: number) =>
  page.locator(".backlog-scroller").evaluate((element, to) => element.scrollTo(0, to), top);

async function expectOneOverlay(page: Page): Promise<void> {
  for (const top of [0, 900, 0]) {
    await scrollTo(page, top);
    expectBadges(await waitForOneEach(page, 10), expected());
  }
  expect(await page.locator("plumbline-chip").count()).toBe(1);
  await page.locator("plumbline-badge").nth(3).hover();
  await page.locator("plumbline-hovercard").waitFor();
  expect(await page.locator("plumbline-hovercard").count()).toBe(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("plumbline-hovercard").count()).toBe(0);
  await page.locator("plumbline-chip button").click();
  await expect.poll(() => page.locator("[data-plumbline-dimmed]").count()).toBeGreaterThan(0);
  await page.locator("plumbline-chip button").click();
  await expect.poll(() => page.locator("[data-plumbline-dimmed]").count()).toBe(0);
}

test("run a second time in the same page, the content script leaves the first run alone", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  for (let round = 0; round < 2; round++) {
    const first = await page.locator("plumbline-badge").first().elementHandle();
    await (await worker()).evaluate(async () => {
      const tabs = await chrome.tabs.query({ url: "https://northwind.atlassian.net/*" });
      for (const { id } of tabs) {
        if (id !== undefined)
          await chrome.scripting.executeScript({
            target: { tabId: id },
            files: ["/content-scripts/tracker.js"],
          });
      }
    });
    await expectOneOverlay(page);
    expect(await first?.evaluate((badge) => badge.isConnected), "the badge that was there stays").toBe(true);
  }
});

test("with the service worker stopped, badges still come", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  const workers = await openWorkerSwitch(journey.context);
  for (const top of [3_000, 4_500]) {
    await workers.stop();
    await scrollTo(page, top);
    expectBadges(await waitForOneEach(page, 10), expected());
  }
  await workers.close();
});

test("with the extension gone, no row keeps another's badge: each new one says what to do", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  // Without developer mode an unpacked extension that reloads stays off: the page loses what is behind it.
  const background = await worker();
  const closed = background.waitForEvent("close");
  await background.evaluate(() => setTimeout(() => chrome.runtime.reload()));
  await closed;
  for (const top of [3_000, 0]) {
    await scrollTo(page, top);
    await expect
      .poll(async () =>
        (await ticketUnits(page)).units.filter(({ key, badges }) => {
          const [badge] = badges;
          const isRight = badge?.key === key && badge.label.includes("updated while this page was open");
          return badges.length !== 1 || !isRight;
        }),
      )
      .toEqual([]);
  }
  await page.locator("plumbline-badge").nth(3).hover();
  await expect
    .poll(() => page.locator("plumbline-hovercard .card").textContent())
    .toContain("Reload the page");
  await page.keyboard.press("Escape");
  await page.getByRole("navigation", { name: "Project navigation" }).getByText("Board").click();
  await page.locator(".card").first().waitFor();
  await expect.poll(() => page.locator(".card plumbline-badge").count()).toBeGreaterThan(5);
});
