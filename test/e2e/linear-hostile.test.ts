import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { expectBadges } from "./jira-units";
import { expectedInLinear } from "./linear-expected";
import { waitForOneEach } from "./linear-units";

const company = seedCompany({ today: today(), hostile: true });
const journey = useJourney({ company });
const expected = expectedInLinear(company);
const hostile = company.tickets.filter(({ number }) => number > 120);

test.each(["all", "board"])(
  "hostile summaries are text on %s: each ticket its badge, nothing runs",
  async (view) => {
    const page = await journey.openLinear(`/northwind/team/ATL/${view}`);
    const units = await waitForOneEach(page, 18);
    expectBadges(units, expected);
    const shown = new Set(units.map(({ key }) => key));
    expect(hostile.filter(({ number }) => shown.has(`ATL-${number}`)).length).toBeGreaterThan(4);
    expect(await page.title()).not.toContain("owned");
  },
);

test.each(hostile.map(({ number, summary }) => [`ATL-${number}`, summary.slice(0, 40), summary] as const))(
  "the page of %s (%s) has its badge and card",
  async (key, _start, summary) => {
    const page = await journey.openLinear(`/northwind/issue/${key}`);
    expectBadges(await waitForOneEach(page), expected);
    await page.locator("header plumbline-badge").click();
    await page.locator("plumbline-hovercard").waitFor();
    expect((await page.getByLabel("Issue title").textContent())?.trim() === summary.trim()).toBe(true);
    expect(await page.title()).not.toBe("owned");
    expect(await page.getByText("Edit was lost").count()).toBe(0);
  },
);

test("links to other hosts, other workspaces and comments get no badge", async () => {
  const page = await journey.openLinear("/northwind/team/ATL/active");
  await waitForOneEach(page, 18);
  const badged = await page.evaluate(async () => {
    const own = "https://linear.app/northwind/issue/ATL-2/slug";
    const others = [
      "https://linear.app/otherco/issue/ATL-1",
      "https://linear.app.evil.example/northwind/issue/ATL-1",
      "https://evil.example/northwind/issue/ATL-1",
      "http://linear.app/northwind/issue/ATL-1",
      "https://linear.app:8443/northwind/issue/ATL-1",
      "https://northwind.atlassian.net/browse/ATL-1",
      "https://linear.app/northwind/issue/ATL-1/slug#comment-1",
      "https://linear.app/northwind/project/issue/ATL-1",
      "https://linear.app/northwind/issue/atl-1",
      "https://linear.app/northwind/issue/",
      "javascript:'/northwind/issue/ATL-1'",
    ];
    const box = document.createElement("div");
    for (const href of [...others, own]) {
      const line = document.createElement("p");
      const link = document.createElement("a");
      link.href = href;
      link.textContent = "ATL-1";
      line.append(link);
      box.append(line);
    }
    document.body.append(box);
    while (box.querySelector("plumbline-badge") === null) await new Promise(requestAnimationFrame);
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    return [...box.querySelectorAll("p")]
      .filter((line) => line.querySelector("plumbline-badge"))
      .map((line) => line.querySelector("a")?.href);
  });
  expect(badged).toEqual(["https://linear.app/northwind/issue/ATL-2/slug"]);
});
