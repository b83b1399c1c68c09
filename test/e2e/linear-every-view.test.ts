import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import type { SandboxUrls } from "../sandbox/server";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { expectBadges } from "./jira-units";
import { layoutShift } from "./layout-shift";
import { partBoxes } from "./linear-boxes";
import { expectedInLinear } from "./linear-expected";
import { waitForOneEach } from "./linear-units";

const company = seedCompany({ today: today() });
const expected = expectedInLinear(company);

interface View {
  at: (urls: SandboxUrls["linear"]) => string | null;
  least: number;
  /** What a person presses to get there. */
  keys?: string[];
}
const views: Record<string, View> = {
  cycle: { at: ({ cycle }) => cycle, least: 15 },
  "my issues": { at: ({ myIssues }) => myIssues, least: 15 },
  "project's issues": { at: ({ projectIssues }) => projectIssues, least: 12 },
  "custom view": { at: ({ view }) => view, least: 12 },
  "search results": { at: ({ search }) => search, least: 3 },
  peek: { at: ({ list }) => list, least: 16, keys: ["j", "Space"] },
  "inbox with a preview": { at: ({ inbox }) => inbox, least: 12, keys: ["j"] },
  "sub-issues": { at: ({ subIssues }) => subIssues, least: 3 },
};

async function press(page: Page, { keys = [] }: View): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What stands elsewhere or says something else on one page than on the other. */
async function movedBetween(here: Page, there: Page): Promise<unknown[]> {
  const [mine, theirs] = [await partBoxes(here), await partBoxes(there)];
  if (mine.length !== theirs.length) return [`${mine.length} parts, ${theirs.length} without the extension`];
  return mine.flatMap((box, at) =>
    JSON.stringify(box) === JSON.stringify(theirs[at]) ? [] : [{ here: box, there: theirs[at] }],
  );
}

const hasRows = (page: Page) => page.locator("a[href*='/issue/']").first().waitFor();

describe.each(["today", "renamed"] as const)("with the markup %s", (markup) => {
  const journey = useJourney({ company, markup });
  const bare = useJourney({ company, extension: false, markup });
  const addressOf = ({ at }: View) => {
    const address = at(journey.sandbox.urls.linear);
    if (address === null) throw new Error("The company has no such view");
    return address;
  };

  test.each(Object.entries(views))(
    "each ticket of the %s has its one badge, light and dark, and nothing else has moved",
    async (_, view) => {
      const page = await journey.openLinear(addressOf(view));
      await waitForOneEach(page);
      await press(page, view);
      expectBadges(await waitForOneEach(page, view.least), expected);

      const without = await bare.openLinear(addressOf(view));
      await hasRows(without);
      await press(without, view);
      await expect.poll(() => movedBetween(page, without), { timeout: 15_000 }).toEqual([]);
      const { moved } = await layoutShift(page);
      expect(moved.filter((it) => it.includes("plumbline"))).toEqual([]);

      await page.emulateMedia({ colorScheme: "dark" });
      await page.reload();
      await waitForOneEach(page);
      await press(page, view);
      expectBadges(await waitForOneEach(page, view.least), expected);
    },
  );

  test("recycled rows of the cycle always show the right tickets", async () => {
    const page = await journey.openLinear(addressOf({ at: ({ cycle }) => cycle, least: 15 }));
    await waitForOneEach(page, 15);
    await page.mouse.move(700, 450);
    for (const by of [900, 700, -1_200]) {
      await page.mouse.wheel(0, by);
      expectBadges(await waitForOneEach(page, 10), expected);
    }
  });
});
