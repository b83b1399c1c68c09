import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { issueBy, updateIssue } from "../sandbox/linear/issues";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { expectBadges } from "./jira-units";
import { layoutShift } from "./layout-shift";
import { expectedInLinear } from "./linear-expected";
import { waitForOneEach } from "./linear-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company });
const expected = expectedInLinear(company);
const scroller = "[data-list-wrapper]";
const row = (key: string) => `a[data-list-row][href*="/${key}/"]`;

const refresh = (page: Page) => page.evaluate(() => dispatchEvent(new Event("sandbox:refresh")));

test("from a list to an issue, to its sub-issue and back, every page has its badges", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/active");
  await waitForOneEach(page, 18);
  await page.locator(row("ATL-46")).getByText("Match each invoice line").click();
  await page.waitForURL("**/issue/ATL-46/**");
  await page.locator("section[aria-label=Sub-issues]").waitFor();
  expectBadges(await waitForOneEach(page, 3), expected);
  await page.locator(row("ATL-47")).getByText("Match by tracking number").click();
  await page.waitForURL("**/issue/ATL-47/**");
  expectBadges(await waitForOneEach(page, 3), expected);
  await page.goBack();
  await page.waitForURL("**/issue/ATL-46/**");
  await page.goBack();
  await page.waitForURL("**/team/ATL/active");
  expectBadges(await waitForOneEach(page, 18), expected);
});

test("the switch between list and board gives every row and card its badge", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/active");
  for (const layout of ["Board layout", "List layout", "Board layout"]) {
    await page.getByRole("button", { name: layout }).click();
    const item = layout === "Board layout" ? "a[data-board-item]" : "a[data-list-row]";
    await page.locator(item).first().waitFor();
    expectBadges(await waitForOneEach(page, 10), expected);
  }
});

test("a peek has the badge of the issue that it shows", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/active");
  await waitForOneEach(page, 18);
  await page.locator(row("ATL-89")).getByText("Read DPD").hover();
  await page.keyboard.press("Space");
  const peek = page.locator("aside[aria-label=Peek]");
  for (const key of ["ATL-89", "ATL-39"]) {
    await peek.locator(`a[href*="/${key}/"]`).waitFor();
    expectBadges(await waitForOneEach(page, 19), expected);
    await expect.poll(() => peek.locator("plumbline-badge").getAttribute("data-key")).toBe(key);
    await page.keyboard.press("j");
  }
  await page.keyboard.press("Escape");
  await expect.poll(() => peek.count()).toBe(0);
  expectBadges(await waitForOneEach(page, 18), expected);
});

test("rows that come and go with scrolling carry their own badge, to the end and back", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/all");
  await waitForOneEach(page, 18);
  const seen = new Set<string>();
  const heights = await page
    .locator(scroller)
    .evaluate((it) => ({ page: it.clientHeight, all: it.scrollHeight }));
  // Stops overlap by half a page, and the list gets two frames to draw: it fills its ends a little late.
  const stepPx = heights.page / 2;
  const stops = Array.from({ length: Math.ceil(heights.all / stepPx) + 1 }, (_, i) => i * stepPx);
  for (const top of [...stops, ...stops.toReversed()]) {
    await page.locator(scroller).evaluate(async (it, to) => {
      it.scrollTo({ top: to });
      for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, top);
    const units = await waitForOneEach(page, 12);
    expectBadges(units, expected);
    for (const { key } of units) seen.add(key);
  }
  expect(seen).toEqual(new Set(expected.keys()));
});

test("wild scrolling leaves no badge on a wrong row", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/all");
  await waitForOneEach(page, 18);
  await page.locator(scroller).evaluate(async (it) => {
    for (let step = 0; step < 60; step++) {
      it.scrollTo({ top: ((step * 7919) % 97) * (it.scrollHeight / 97) });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  expectBadges(await waitForOneEach(page, 12), expected);
});

test.each(["all", "board"])(
  "after deltas that rewrite and remount rows the badges of %s are back, in place",
  async (view) => {
    const page = await journey.openLinear(`/northwind/team/ATL/${view}`);
    const before = await waitForOneEach(page, 18);
    const settled = await layoutShift(page);
    for (let delta = 0; delta < 4; delta++) {
      await refresh(page);
      expectBadges(await waitForOneEach(page, 18), expected);
    }
    expect((await waitForOneEach(page, 18)).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    const { moved } = await layoutShift(page);
    expect(moved.slice(settled.moved.length)).toEqual([]);
  },
);

test("a row whose title changes keeps its badge and shows the new title", async () => {
  const { linear } = journey.sandbox;
  const page = await journey.openLinear("/northwind/team/ATL/active");
  await waitForOneEach(page, 18);
  const { title } = issueBy(linear, "ATL-89");
  updateIssue(linear, null, "ATL-89", { title: "Read the new invoice layout of DPD" });
  await refresh(page);
  await page.locator(row("ATL-89")).getByText("Read the new invoice layout of DPD").waitFor();
  expectBadges(await waitForOneEach(page, 18), expected);
  updateIssue(linear, null, "ATL-89", { title });
});
