import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today(), hostile: true });
const overlaid = useJourney({ company, linearKey: null });
const plain = useJourney({ company, extension: false });
const board = "/jira/software/c/projects/ATL/boards/1";

/** Opens a page of a Jira that has renamed all its test ids and marks since the selectors were written. */
async function openRenamed(journey: typeof plain, path: string): Promise<Page> {
  const page = await journey.openJira("/browse/ATL-0");
  await page.addInitScript(() => {
    const { setAttribute } = Element.prototype;
    const marks = new Set(["data-testid", "data-component-selector", "data-vc", "id"]);
    Element.prototype.setAttribute = function (name, value) {
      if (!marks.has(name) || this.localName.startsWith("plumbline")) setAttribute.call(this, name, value);
    };
  });
  await page.goto(new URL(path, page.url()).href);
  await page.locator(".row, .card, .issue h1").first().waitFor();
  expect(await page.locator("main [data-testid]").count()).toBe(0);
  return page;
}

const boxes = (page: Page) =>
  page
    .locator(".section, .row, .card, .column, h1, tr, .line-card, .field, .issue-section")
    .evaluateAll((all) =>
      all.map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return { is: element.className || element.localName, left, top, width, height };
      }),
    );

test.each([
  ["backlog", `${board}/backlog`, 15],
  ["board", board, 15],
  ["issue", "/browse/ATL-90", 3],
  ["epic", "/browse/ATL-130", 5],
])(
  "with no test id left, each ticket of the %s has its one badge, and nothing grows",
  async (_, path, least) => {
    const here = await openRenamed(overlaid, path);
    const units = await waitForOneEach(here, least);
    expectBadges(units, expectedBadges(company, overlaid.sandbox.jira));
    const there = await openRenamed(plain, path);
    expect(await boxes(here)).toEqual(await boxes(there));
  },
);

test("with no test id left, recycled rows get the right badges too", async () => {
  const page = await openRenamed(overlaid, `${board}/backlog`);
  for (const top of [500, 1_200, 0]) {
    await page.locator(".backlog-scroller").evaluate((element, to) => element.scrollTo(0, to), top);
    expectBadges(await waitForOneEach(page, 10), expectedBadges(company, overlaid.sandbox.jira));
  }
});
