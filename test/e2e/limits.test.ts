import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { limitedUntil } from "../sandbox/jira/common-faults";
import { limitedUntil as linearLimitedUntil } from "../sandbox/linear/common-faults";
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
  const { jira, linear } = journey.sandbox;
  jira.faults.length = 0;
  linear.faults.length = 0;
  await desk.close();
});

const waits = (page: Page) => page.locator('plumbline-badge[aria-label*="asked Plumbline to wait"]').count();
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000);

test("Jira's limit holds for every tab, with the worker killed too, and passes in all of them by itself", async () => {
  const { jira } = journey.sandbox;
  // The extension's own calls only, so that the pages have rows to show.
  const calls = () => jira.requests.filter(({ path }) => /bulkfetch|plumbline/.test(path)).length;
  const until = inSeconds(20);
  const limit = limitedUntil(until);
  jira.faults.push({ ...limit, match: (it) => /bulkfetch|plumbline/.test(it.url) && limit.match(it) });
  const pages = [await journey.openJira(), await journey.openJira("/jira/software/c/projects/ATL/boards/1")];
  const [first, second] = pages as [Page, Page];
  for (const page of pages) await expect.poll(() => waits(page), { timeout: 15_000 }).toBeGreaterThan(2);
  const before = calls();
  expect(before).toBeLessThanOrEqual(3);
  expect(await desk.markOf(first)).toMatchObject({ text: "!" });
  expect((await desk.markOf(second)).title).toContain("asked Plumbline to wait");
  const { troubles, tickets } = await desk.statusOf(first);
  expect(troubles).toMatchObject([{ kind: "rate-limited" }]);
  expect(Date.parse(troubles[0]?.retryAt ?? "")).toBeGreaterThanOrEqual(until.getTime() - 1_500);
  expect(tickets.unknown).toBeGreaterThan(2);
  expect(tickets.pending).toBe(0);

  await desk.stopWorker();
  const third = await journey.openJira("/browse/ATL-33");
  await expect.poll(() => waits(third), { timeout: 10_000 }).toBeGreaterThan(0);
  await desk.askAgain(first);
  await second.evaluate(() => dispatchEvent(new Event("focus")));
  await first.waitForTimeout(1_000);
  expect(Date.now(), "the journey is slower than the limit is long").toBeLessThan(until.getTime());
  expect(calls(), "no call while it has to wait").toBe(before);

  for (const page of [...pages, third]) await expect.poll(() => waits(page), { timeout: 40_000 }).toBe(0);
  for (const page of pages) expectBadges(await waitForOneEach(page, 5), expectedBadges(company, jira));
  for (const page of pages) await expect.poll(async () => (await desk.markOf(page)).text).toBe("");
  expect((await desk.statusOf(first)).troubles).toEqual([]);
});

test("two windows at once ask Jira for each ticket once, and say the same", async () => {
  const { jira } = journey.sandbox;
  const asked: string[] = [];
  journey.context.on("request", (request) => {
    if (request.url().endsWith("/issue/bulkfetch"))
      asked.push(...JSON.parse(request.postData() ?? "{}").issueIdsOrKeys);
  });
  jira.faults.push({ match: ({ url }) => url.endsWith("/bulkfetch"), respond: () => 700 });
  const [first] = await Promise.all([journey.openJira(), openWindow(journey.sandbox.urls.jira.backlog)]);
  const second = journey.context.pages().find((it) => it !== first && it.url() === first.url()) as Page;
  for (const page of [first, second])
    expectBadges(await waitForOneEach(page, 10, 30_000), expectedBadges(company, jira));
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((ref, at) => asked.indexOf(ref) !== at)).toEqual([]);
  await second.close();
});

test("what one page reads anew, the others show too", async () => {
  const { jira } = journey.sandbox;
  const first = await journey.openJira();
  await waitForOneEach(first, 10);
  const orphan = first.locator('plumbline-badge[data-state="orphan"]').first();
  const key = (await orphan.getAttribute("data-key")) ?? "";
  jira.findIssue(key)?.properties.set("plumbline.lane", "spike");
  await forgetFacts(journey);
  const second = await journey.openJira(`/browse/${key}`);
  const badge = (page: Page) => page.locator(`plumbline-badge[data-key="${key}"]`).first();
  await expect.poll(() => badge(second).getAttribute("data-state"), { timeout: 15_000 }).toBe("lane");
  await expect.poll(() => badge(first).getAttribute("data-state"), { timeout: 5_000 }).toBe("lane");
  jira.findIssue(key)?.properties.delete("plumbline.lane");
});

test("Linear's limit, told by its own headers, holds for every tab and passes by itself", async () => {
  const { linear } = journey.sandbox;
  const calls = () => linear.requests.filter(({ host }) => host === "api.linear.app").length;
  const until = inSeconds(35);
  linear.faults.push(linearLimitedUntil(until));
  const before = calls();
  const first = await journey.openLinear("/northwind/team/ATL/active");
  await expect.poll(() => waits(first), { timeout: 15_000 }).toBeGreaterThan(2);
  await desk.stopWorker();
  const second = await journey.openLinear("/northwind/team/ATL/board");
  await expect.poll(() => waits(second), { timeout: 15_000 }).toBeGreaterThan(2);
  expect(calls() - before).toBe(1);
  expect((await desk.markOf(second)).text).toBe("!");
  for (const page of [first, second]) await expect.poll(() => waits(page), { timeout: 60_000 }).toBe(0);
  expect(Date.now()).toBeGreaterThan(until.getTime());
  expectBadges(await waitForOneEachInLinear(first, 18), expectedInLinear(company));
});

async function openWindow(url: string): Promise<void> {
  const browser = journey.context.browser();
  if (browser === null) throw new Error("the browser has no session of its own");
  const session = await browser.newBrowserCDPSession();
  await session.send("Target.createTarget", { url, newWindow: true });
  await session.detach();
}
