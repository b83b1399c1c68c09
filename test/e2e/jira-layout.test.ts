import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { waitForOneEach } from "./jira-units";
import { layoutShift } from "./layout-shift";

const company = seedCompany({ today: today(), hostile: true });
const overlaid = useJourney({ company, linearKey: null });
const plain = useJourney({ company, extension: false });
const board = "/jira/software/c/projects/ATL/boards/1";

const boxed =
  "header, .section, .row, .row-card, .column, .card, .card-summary, .card-footer, .issue-actions, h1, tr, .line-card, .field, aside, .issue-section";

/** Where everything that holds a ticket stands, in CSS px, and the text that it shows, in document order. */
const boxes = (page: Page) =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return {
          is: element.className || element.localName,
          left,
          top,
          width,
          height,
          // The two sandboxes may have been filled in different minutes.
          text: element.innerText.replaceAll(/ at \d\d:\d\d/g, ""),
        };
      }),
    boxed,
  );

const hasRows = (page: Page) => page.locator(".row, .card, .issue h1").first().waitFor();

test.each([
  ["backlog", `${board}/backlog`],
  ["board", board],
  ["issue", "/browse/ATL-90"],
  ["epic with child issues", "/browse/ATL-130"],
])("the %s stands where it would without the extension, and says the same", async (_, path) => {
  const [here, there] = await Promise.all([overlaid.openJira(path), plain.openJira(path)]);
  await Promise.all([waitForOneEach(here), hasRows(there)]);
  const [mine, theirs] = [await boxes(here), await boxes(there)];
  expect(theirs.length).toBeGreaterThan(10);
  const moved = mine.filter((box, at) => JSON.stringify(box) !== JSON.stringify(theirs[at]));
  expect(moved.map((box) => ({ ...box, without: theirs.find(({ text }) => text === box.text) }))).toEqual([]);
  expect(mine.length).toBe(theirs.length);
  const { moved: shifted } = await layoutShift(here);
  // The sandbox's own sidebar moves a little when its names arrive.
  expect(shifted.filter((it) => !it.includes("side-item"))).toEqual([]);
});

test("scrolling the backlog shifts nothing that would not shift without the extension", async () => {
  const scores = [];
  for (const journey of [plain, overlaid]) {
    const page = await journey.openJira();
    await hasRows(page);
    if (journey === overlaid) await waitForOneEach(page);
    for (const top of [400, 900, 1_600, 700]) {
      await page.locator(".backlog-scroller").evaluate((element, to) => element.scrollTo(0, to), top);
      await layoutShift(page);
      if (journey === overlaid) await waitForOneEach(page);
    }
    const { score, moved } = await layoutShift(page);
    expect(moved.filter((it) => it.startsWith("<plumbline-chip"))).toEqual([]);
    scores.push(score);
  }
  // Recycled rows shift in themselves, where a key is longer; a badge that came a frame late would add to that.
  const [without = 0, having = 1] = scores;
  expect(having).toBeLessThanOrEqual(without);
});
