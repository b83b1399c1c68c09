import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";
import { layoutShift } from "./layout-shift";

const company = seedCompany({ today: today() });
const board = "/jira/software/c/projects/ATL/boards/1";
const views = {
  "panel over the backlog": {
    path: `${board}/backlog?selectedIssue=ATL-90`,
    least: 18,
    shows: ".preview-panel h1",
  },
  "dialog over the board": { path: `${board}?selectedIssue=ATL-90`, least: 20, shows: ".modal-dialog h1" },
  navigator: {
    path: "/issues/?jql=project%20%3D%20ATL%20ORDER%20BY%20created%20DESC",
    least: 15,
    shows: "tr[aria-rowindex]",
  },
  list: { path: "/jira/software/projects/ATL/list", least: 15, shows: ".BaseTable__row" },
  timeline: { path: `${board}/timeline`, least: 8, shows: ".timeline-item" },
  "linked issues": { path: "/browse/ATL-66", least: 3, shows: ".line-card" },
  "child issues": { path: "/browse/ATL-122", least: 8, shows: ".child-issues tr" },
};
const scrollers = {
  navigator: ".issue-table-scroller",
  list: ".BaseTable__body",
  timeline: ".timeline-scroller",
} as const;

const boxed =
  "header, .section, .row, .row-card, .row-status, .card, .card-summary, .card-footer, h1, tr, td, .line-card, .field, aside, .issue-section, .BaseTable [role=cell], .timeline-row, .timeline-header, .preview-panel-header, .modal-dialog";

/** Where everything that holds a ticket stands, in CSS px, and the text that it shows, in document order. */
const boxes = (page: Page) =>
  page.locator(boxed).evaluateAll((all) =>
    all.map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const is = element.className || element.localName;
      // Each sandbox has its own hour.
      const text = (element as HTMLElement).innerText.replaceAll(/\d\d:\d\d/g, "");
      return { is, left, top, width, height, text };
    }),
  );

/** What stands elsewhere or says something else on one page than on the other; both must show something. */
async function movedBetween(here: Page, there: Page): Promise<unknown[]> {
  const [mine, theirs] = [await boxes(here), await boxes(there)];
  if (theirs.length < 5) return ["The page without the extension shows nothing yet."];
  if (mine.length !== theirs.length) return [`${mine.length} parts, ${theirs.length} without the extension`];
  return mine.flatMap((box, at) =>
    JSON.stringify(box) === JSON.stringify(theirs[at]) ? [] : [{ here: box, there: theirs[at] }],
  );
}

/** Opens every bet of the timeline that is on the screen. */
const openAll = (page: Page) =>
  page.locator('.timeline-expand [aria-expanded="false"]').evaluateAll((buttons: HTMLElement[]) => {
    for (const button of buttons) button.click();
  });

describe.each(["today", "renamed"] as const)("with the markup %s", (markup) => {
  const overlaid = useJourney({ company, linearKey: null, markup });
  const plain = useJourney({ company, extension: false, markup });
  const expected = () => expectedBadges(company, overlaid.sandbox.jira);

  test.each(Object.entries(views))(
    "each ticket of the %s has its one badge, light and dark, and nothing else has moved",
    async (_, { path, least, shows }) => {
      const [here, there] = await Promise.all([overlaid.openJira(path), plain.openJira(path)]);
      await here.locator(shows).first().waitFor();
      expectBadges(await waitForOneEach(here, least), expected());
      await expect.poll(() => movedBetween(here, there), { timeout: 15_000 }).toEqual([]);
      const { moved } = await layoutShift(here);
      // The sandbox's own sidebar moves a little when its names arrive.
      expect(moved.filter((it) => it.includes("plumbline"))).toEqual([]);

      await here.emulateMedia({ colorScheme: "dark" });
      await here.reload();
      await here.locator(shows).first().waitFor();
      expectBadges(await waitForOneEach(here, least), expected());
    },
  );

  test.each(Object.entries(scrollers))(
    "recycled rows of the %s always show the right tickets",
    async (view, scroller) => {
      const page = await overlaid.openJira(views[view as keyof typeof scrollers].path);
      await waitForOneEach(page, 8);
      if (view === "timeline") await openAll(page);
      for (const top of [700, 2_400, 1_100, 0]) {
        await page.locator(scroller).evaluate((element, to) => element.scrollTo(0, to), top);
        expectBadges(await waitForOneEach(page, 8), expected());
      }
    },
  );
});
