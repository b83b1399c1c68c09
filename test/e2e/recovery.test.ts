import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import type { Fault } from "../sandbox/faults";
import { sentToLogin, signedOut } from "../sandbox/jira/common-faults";
import { type ExtensionDesk, openDesk } from "./extension-desk";
import { forgetFacts } from "./forget-facts";
import { useJourney, waitForBadges } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";
import { expectedInLinear } from "./linear-expected";
import { waitForOneEach as waitForOneEachInLinear } from "./linear-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company });
const list = "/northwind/team/ATL/active";
let desk: ExtensionDesk;

beforeEach(async () => {
  await forgetFacts(journey);
  desk = await openDesk(journey);
});
afterEach(async () => {
  mend();
  await desk.close();
});

function mend(): void {
  journey.sandbox.jira.faults.length = 0;
  journey.sandbox.linear.faults.length = 0;
}
/** Strikes the extension's own calls, so that the page has rows to show. */
const ours = (fault: Pick<Fault, "respond">): Fault => ({
  match: ({ url }) => /bulkfetch|plumbline/.test(url),
  respond: fault.respond,
});
const saying = (page: Page, why: string) => page.locator(`plumbline-badge[aria-label*="${why}"]`);
const expectTrue = async (page: Page) =>
  expectBadges(await waitForOneEach(page, 10), expectedBadges(company, journey.sandbox.jira));
const expectTrueInLinear = async (page: Page) =>
  expectBadges(await waitForOneEachInLinear(page, 18), expectedInLinear(company));

async function openCard(page: Page, why: string) {
  await saying(page, why).nth(1).hover();
  const card = page.locator("plumbline-hovercard");
  await card.waitFor();
  return card;
}

test.each<[string, string, Fault["respond"]]>([
  ["a server in trouble", "trouble of its own", () => new Response("", { status: 503 })],
  ["a lost connection", "could not be reached", () => "drop"],
])("%s is asked again by itself, with nobody touching the page", async (_, why, respond) => {
  journey.sandbox.jira.faults.push(ours({ respond }));
  const page = await journey.openJira();
  await expect.poll(() => saying(page, why).count(), { timeout: 15_000 }).toBeGreaterThan(5);
  expect((await desk.markOf(page)).title).toContain(why);
  expect((await desk.statusOf(page)).troubles[0]?.retryAt).not.toBeNull();
  mend();
  await expect.poll(() => saying(page, why).count(), { timeout: 30_000 }).toBe(0);
  await expectTrue(page);
  await expect.poll(async () => (await desk.markOf(page)).text).toBe("");
});

test("one click on the card asks again at once, and the card follows", async () => {
  const why = "could not be understood";
  journey.sandbox.jira.faults.push(ours({ respond: () => Response.json({ hello: "world" }) }));
  const page = await journey.openJira();
  await expect.poll(() => saying(page, why).count(), { timeout: 15_000 }).toBeGreaterThan(5);
  const card = await openCard(page, why);
  mend();
  await card.getByRole("button", { name: "Ask again now" }).click();
  await expect.poll(() => saying(page, why).count(), { timeout: 10_000 }).toBe(0);
  await expect.poll(() => card.textContent()).not.toContain(why);
  await expectTrue(page);
});

test.each([
  ["the login page with 200", signedOut()],
  ["a redirect to another host", sentToLogin()],
])("signed out, told by %s: one click leads to the login, and coming back is enough", async (_, fault) => {
  journey.sandbox.jira.faults.push(ours(fault));
  const page = await journey.openJira();
  const why = "signed out of the tracker";
  await expect.poll(() => saying(page, why).count(), { timeout: 15_000 }).toBeGreaterThan(5);
  const card = await openCard(page, why);
  const opened = journey.context.waitForEvent("page");
  await card.getByRole("link", { name: "Sign in again" }).click();
  const login = await opened;
  await login.waitForURL("https://northwind.atlassian.net/**");
  mend();
  await login.close();
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect.poll(() => saying(page, why).count(), { timeout: 10_000 }).toBe(0);
  await expectTrue(page);
});

test("with the whole session gone, Jira's own login page is left alone", async () => {
  journey.sandbox.jira.faults.push(signedOut());
  const page = await journey.openJira();
  await page.getByRole("heading", { name: "Log in to continue" }).waitFor();
  expect(await page.locator("plumbline-badge, plumbline-chip, plumbline-hovercard").count()).toBe(0);
  mend();
  await page.goto(journey.sandbox.urls.jira.backlog);
  await waitForBadges(page);
  await expectTrue(page);
});

test("offline, what was not read says so, and online again all is true", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  await journey.context.setOffline(true);
  await forgetFacts(journey);
  await page.locator(".backlog-scroller").evaluate((element) => element.scrollTo(0, 2_000));
  const why = "could not be reached";
  await expect.poll(() => saying(page, why).count(), { timeout: 15_000 }).toBeGreaterThan(2);
  expect((await desk.statusOf(page)).troubles).toMatchObject([{ kind: "offline", retryAt: null }]);
  await journey.context.setOffline(false);
  await expect.poll(() => saying(page, why).count(), { timeout: 15_000 }).toBe(0);
  await expect.poll(() => page.locator("plumbline-badge[data-stale]").count(), { timeout: 15_000 }).toBe(0);
  await expectTrue(page);
});

test("half of all calls failing, one after the other, every ticket ends up true", async () => {
  const { jira } = journey.sandbox;
  jira.faults.push(
    { ...ours({ respond: () => new Response("", { status: 500 }) }), rate: 0.3 },
    { ...ours({ respond: () => "drop" }), rate: 0.2 },
    { ...ours({ respond: () => 400 }), rate: 0.5 },
  );
  const page = await journey.openJira();
  await page.locator("plumbline-badge").first().waitFor({ state: "attached", timeout: 15_000 });
  await expect
    .poll(() => page.locator('plumbline-badge:is([data-state="unknown"], [data-state="pending"])').count(), {
      timeout: 60_000,
    })
    .toBe(0);
  await expectTrue(page);
});

test.each<[string, string, () => Response]>([
  ["a server in trouble", "trouble of its own", () => new Response("", { status: 502 })],
  ["a lost connection", "could not be reached", () => Response.error()],
])("in Linear, %s passes by itself too", async (_, why, respond) => {
  const { linear } = journey.sandbox;
  let isBroken = true;
  linear.faults.push({ match: ({ host }) => isBroken && host === "api.linear.app", respond });
  const page = await journey.openLinear(list);
  await expect.poll(() => saying(page, why).count(), { timeout: 15_000 }).toBeGreaterThan(5);
  expect((await desk.markOf(page)).text).toBe("!");
  isBroken = false;
  await expect.poll(() => saying(page, why).count(), { timeout: 30_000 }).toBe(0);
  await expectTrueInLinear(page);
  await expect.poll(async () => (await desk.markOf(page)).text).toBe("");
});

test("in Linear, offline, what was not read says so, and online again all is true", async () => {
  const page = await journey.openLinear(list);
  await expectTrueInLinear(page);
  await journey.context.setOffline(true);
  await forgetFacts(journey);
  await page.locator("[data-list-wrapper]").evaluate((it) => it.scrollTo({ top: it.scrollHeight }));
  const why = "could not be reached";
  await expect.poll(() => saying(page, why).count(), { timeout: 15_000 }).toBeGreaterThan(2);
  await journey.context.setOffline(false);
  await expect.poll(() => saying(page, why).count(), { timeout: 15_000 }).toBe(0);
  await expect.poll(() => page.locator("plumbline-badge[data-stale]").count(), { timeout: 15_000 }).toBe(0);
  await expectTrueInLinear(page);
});
