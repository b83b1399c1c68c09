import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { expectBadges } from "./jira-units";
import { expectSameBoxes } from "./linear-boxes";
import { expectedInLinear } from "./linear-expected";
import { waitForOneEach } from "./linear-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company });
const bare = useJourney({ company, extension: false });
const expected = expectedInLinear(company);

/** Runs in the page before its own scripts: a Linear without data attributes, but for what its list library reads itself. */
function dropDataAttributes(): void {
  const ofVirtuoso = /^data-(index|known-size|item-|virtuoso-|viewport-|testid|test-id)/;
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (!name.startsWith("data-") || ofVirtuoso.test(name)) setAttribute.call(this, name, value);
  };
}

test.each([
  ["list", "/northwind/team/ATL/all", 18],
  ["board", "/northwind/team/ATL/board", 20],
  ["issue page", "/northwind/issue/ATL-90", 3],
])(
  "without one data attribute the %s still has its badges, and nothing has moved",
  async (_name, path, least) => {
    for (const { context } of [journey, bare]) await context.addInitScript(dropDataAttributes);
    const page = await journey.openLinear(path);
    const without = await bare.openLinear(path);
    expectBadges(await waitForOneEach(page, least), expected);
    const left = await page.evaluate(
      () => document.querySelectorAll("[data-list-row], [data-board-item]").length,
    );
    expect(left).toBe(0);
    await without
      .locator("a[href*='/issue/']")
      .nth(least - 1)
      .waitFor();
    await expectSameBoxes(page, without);
  },
);
