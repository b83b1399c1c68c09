import { describe, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { expectBadges } from "./jira-units";
import { layoutShift } from "./layout-shift";
import { expectSameBoxes } from "./linear-boxes";
import { expectedInLinear } from "./linear-expected";
import { waitForOneEach } from "./linear-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company });
const bare = useJourney({ company, extension: false });
const expected = expectedInLinear(company);
const team = "/northwind/team/ATL";
const views = {
  "list of all": { path: `${team}/all`, least: 18 },
  "list of the active": { path: `${team}/active`, least: 18 },
  backlog: { path: `${team}/backlog`, least: 18 },
  board: { path: `${team}/board`, least: 20 },
  "page of an issue with sub-issues": { path: "/northwind/issue/ATL-90", least: 3 },
  "page of a sub-issue": { path: "/northwind/issue/ATL-91", least: 3 },
  "page of an orphan": { path: "/northwind/issue/ATL-33", least: 1 },
  "page of a ticket in a lane": { path: "/northwind/issue/ATL-21", least: 1 },
};

/** What the sandbox's pages move by themselves while they load. */
const ownMoves = /^<(main|section) |>Add sub-issues</;

describe.each(Object.entries(views))("the %s", (_name, { path, least }) => {
  test("shows on each ticket its one badge, which is right, and leaves everything else in its place", async () => {
    const page = await journey.openLinear(path);
    expectBadges(await waitForOneEach(page, least), expected);
    expect(await page.getByText("Edit was lost").count()).toBe(0);

    const without = await bare.openLinear(path);
    await without
      .locator("a[href*='/issue/']")
      .nth(least - 1)
      .waitFor();
    await expectSameBoxes(page, without);
    const { moved } = await layoutShift(page);
    expect(moved.filter((it) => !ownMoves.test(it))).toEqual([]);
  });

  test("does so in the dark", async () => {
    const page = await journey.openLinear(`${path}?theme=dark`);
    expectBadges(await waitForOneEach(page, least), expected);
    expect(await page.evaluate(() => document.documentElement.className)).toContain("dark");
  });
});

test("the seed shows every state, and aligned tickets with and without a lock", () => {
  const all = [...expected.values()];
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(["aligned", "lane", "orphan"]));
  const locks = all.filter(({ state }) => state === "aligned").map(({ locked }) => locked);
  expect(new Set(locks)).toEqual(new Set([true, false]));
});
