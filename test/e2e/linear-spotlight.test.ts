import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { expectedInLinear } from "./linear-expected";
import { mountedKeys, recordMounted } from "./linear-mounted";
import { waitForOneEach } from "./linear-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company });
const expected = expectedInLinear(company);
const isOrphan = (key: string) => expected.get(key)?.state === "orphan";
const chip = "plumbline-chip";

/** The keys of the rows and cards in the page that are dimmed, and of those that are not. */
function dimming(page: Page): Promise<{ dim: string[]; bright: string[] }> {
  return page.evaluate(() => {
    const dim: string[] = [];
    const bright: string[] = [];
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-list-row], a[data-board-item]")) {
      const key = /\/issue\/([A-Z]+-\d+)/.exec(link.pathname)?.[1] ?? "";
      let opacity = 1;
      for (let box: Element | null = link; box !== null; box = box.parentElement)
        opacity *= Number(getComputedStyle(box).opacity);
      (opacity < 0.9 ? dim : bright).push(key);
    }
    return { dim, bright };
  });
}

async function expectOnlyOrphansBright(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const { dim, bright } = await dimming(page);
      return {
        none: dim.length === 0,
        dimOrphans: dim.filter(isOrphan),
        bright: bright.filter((it) => !isOrphan(it)),
      };
    })
    .toEqual({ none: false, dimOrphans: [], bright: [] });
}

async function expectCount(page: Page, keys: readonly string[]): Promise<void> {
  const button = page.locator(chip).getByRole("button");
  const count = `Orphans: ${keys.filter(isOrphan).length} of ${keys.length}`;
  await expect.poll(() => button.textContent()).toBe(count);
}

test.each(["active", "backlog", "all", "board"])(
  "on %s the chip counts the orphans seen so far and dims all else",
  async (view) => {
    await journey.context.addInitScript(recordMounted);
    const page = await journey.openLinear(`/northwind/team/ATL/${view}`);
    await waitForOneEach(page, 18);
    const button = page.locator(chip).getByRole("button");
    await expectCount(page, await mountedKeys(page));
    expect((await dimming(page)).dim).toEqual([]);
    await button.click();
    await expectOnlyOrphansBright(page);
    await page.locator("[data-scroll-container] a").first().hover();
    await page.mouse.wheel(0, 600);
    await waitForOneEach(page, 12);
    await expectOnlyOrphansBright(page);
    await expectCount(page, await mountedKeys(page));
    await button.click();
    await expect.poll(async () => (await dimming(page)).dim).toEqual([]);
  },
);

test("the spotlight stays on while rows are remounted, and ends with the list", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/active");
  await waitForOneEach(page, 18);
  await page.locator(chip).getByRole("button").click();
  for (let delta = 0; delta < 3; delta++) {
    await page.evaluate(() => dispatchEvent(new Event("sandbox:refresh")));
    await waitForOneEach(page, 18);
    await expectOnlyOrphansBright(page);
  }
  await page.locator('a[data-list-row][href*="/ATL-56/"]').getByText("Demo data").click();
  await page.waitForURL("**/issue/ATL-56/**");
  await expect.poll(() => page.locator(chip).count()).toBe(0);
  await page.goBack();
  await waitForOneEach(page, 18);
  expect((await dimming(page)).dim).toEqual([]);
  expect(await page.locator(chip).getByRole("button").getAttribute("aria-pressed")).toBe("false");
});

test("each list counts only its own tickets, and one without tickets has no chip", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/active");
  await waitForOneEach(page, 18);
  await page.getByRole("link", { name: "Backlog" }).first().click();
  await page.waitForURL("**/backlog");
  await page.locator('a[data-list-row][href*="/ATL-74/"]').waitFor();
  expect((await waitForOneEach(page, 18)).length).toBe(21);
  const backlog = company.tickets.filter(({ sprintId, status }) => sprintId === null && status === "todo");
  await expectCount(
    page,
    backlog.map(({ number }) => `ATL-${number}`),
  );
  await page.getByRole("link", { name: "Cycles" }).click();
  await page.waitForURL("**/cycles");
  await expect.poll(() => page.locator("a[href*='/issue/']").count()).toBe(0);
  await expect.poll(() => page.locator(chip).count()).toBe(0);
});

test("the chip works by keyboard", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/active");
  await waitForOneEach(page, 18);
  await page.locator(chip).getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expectOnlyOrphansBright(page);
  expect(new URL(page.url()).pathname).toBe("/northwind/team/ATL/active");
  await page.keyboard.press("Space");
  await expect.poll(async () => (await dimming(page)).dim).toEqual([]);
  expect(await page.locator("aside[aria-label=Peek]").count()).toBe(0);
});
