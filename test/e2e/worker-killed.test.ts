import { afterEach, beforeEach, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { type ExtensionDesk, openDesk } from "./extension-desk";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";
import { expectedInLinear } from "./linear-expected";
import { waitForOneEach as waitForOneEachInLinear } from "./linear-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company });
let desk: ExtensionDesk;

beforeEach(async () => {
  await forgetFacts(journey);
  desk = await openDesk(journey);
});
afterEach(async () => {
  journey.sandbox.jira.faults.length = 0;
  journey.sandbox.linear.faults.length = 0;
  await desk.close();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("killed while Linear is slow to answer it, the worker is asked again and nobody is told of a stale tab", async () => {
  const { linear } = journey.sandbox;
  let underWay = 0;
  linear.faults.push({
    match: ({ host }) => host === "api.linear.app" && underWay < 2,
    async respond() {
      underWay += 1;
      await pause(60_000);
      return new Response("too late", { status: 500 });
    },
  });
  const page = await journey.openLinear("/northwind/team/ATL/active");
  for (const round of [1, 2]) {
    await expect.poll(() => underWay, { timeout: 15_000 }).toBe(round);
    await desk.stopWorker();
  }
  const units = await waitForOneEachInLinear(page, 18, 20_000);
  expectBadges(units, expectedInLinear(company));
});

test("killed while Jira is slow to answer the page, it learns the answer all the same", async () => {
  const { jira } = journey.sandbox;
  jira.faults.push({ match: ({ url }) => url.endsWith("/bulkfetch"), respond: () => 2_000, times: 2 });
  const page = await journey.openJira();
  await page.waitForRequest(/bulkfetch/);
  await desk.stopWorker();
  const units = await waitForOneEach(page, 10, 20_000);
  expectBadges(units, expectedBadges(company, jira));
});

test("killed over and over while a list is scrolled, it leaves no badge pending and none untrue", async () => {
  const { jira } = journey.sandbox;
  const page = await journey.openJira();
  await page.locator("plumbline-badge").first().waitFor({ state: "attached" });
  for (let top = 0; top < 3_000; top += 300) {
    await page.locator(".backlog-scroller").evaluate((element, to) => element.scrollTo(0, to), top);
    await pause(40);
    await desk.stopWorker();
  }
  expectBadges(await waitForOneEach(page, 5, 20_000), expectedBadges(company, jira));
});
