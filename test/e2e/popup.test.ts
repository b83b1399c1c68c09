import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";
import { expectNoAxeFault, openOwnPage, openPopup, picture, tabTo, themes } from "./own-pages";

const journey = useJourney({ linearKey: null });
const badgeCount = (page: Page) => page.locator("plumbline-badge").count();
const elsewhere = { id: 1, url: "https://example.com/" };

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
  journey.sandbox.jira.faults.length = 0;
});

/** What a person reads in the popup, white space evened out. */
const words = async (popup: Page) => (await popup.locator("main").innerText()).replace(/\s+/g, " ");

test.each(themes)("over a backlog it tells what is seen there, in %s", async (theme) => {
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  const states = await jira.locator("plumbline-badge").evaluateAll((all) => {
    const byKey = new Map(all.map((it) => [it.getAttribute("data-key"), it.getAttribute("data-state")]));
    return [...byKey.values()];
  });
  const count = (state: string) => states.filter((it) => it === state).length;
  const popup = await openPopup(journey, jira, theme);
  await popup.getByText(`${count("aligned")} aligned`).waitFor();
  expect(await words(popup)).toContain(
    `Backlog northwind.atlassian.net ${count("aligned")} aligned ${count("lane")} in a lane ${count("orphan")} orphans`,
  );
  expect(await words(popup)).toMatch(
    /Today, on all sites [1-9]\d* tickets seen [1-9]\d* aligned [1-9]\d* orphans/,
  );
  await picture(popup, `popup-backlog-${theme}`);
  await expectNoAxeFault(popup);
});

test("off for this site and on again, by keyboard alone, with no reload of the page", async () => {
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  await jira.evaluate(() => Object.assign(window, { stillHere: true }));
  const popup = await openPopup(journey, jira);
  await tabTo(popup, /On this site/);
  await popup.keyboard.press("Space");
  await expect.poll(() => badgeCount(jira)).toBe(0);
  expect(await jira.locator("plumbline-chip").count()).toBe(0);
  await popup.getByRole("heading", { name: "Off on this site" }).waitFor();
  await picture(popup, "popup-off-light");
  await expectNoAxeFault(popup);
  const another = await journey.openJira();
  await another.locator("[data-row-index]").first().waitFor();
  expect(await badgeCount(another)).toBe(0);

  await popup.bringToFront();
  await tabTo(popup, /Turn on for northwind/);
  await popup.keyboard.press("Enter");
  await popup.getByRole("switch").or(popup.getByLabel("On this site")).first().waitFor();
  for (const page of [jira, another]) {
    await page.bringToFront();
    await waitForOneEach(page, 10);
  }
  expect(await jira.evaluate(() => "stillHere" in window)).toBe(true);
});

test("off in this view only: the board keeps its badges, the backlog gets them back at once", async () => {
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  const popup = await openPopup(journey, jira);
  await popup.getByText("In this view: Backlog").click();
  await expect.poll(() => badgeCount(jira)).toBe(0);
  await popup.getByText("Badges are off in this view.").waitFor();
  await jira.bringToFront();
  const tabs = jira.getByRole("navigation", { name: "Project navigation" });
  await tabs.getByText("Board", { exact: true }).click();
  await expect.poll(() => badgeCount(jira)).toBeGreaterThan(5);
  await tabs.getByText("Backlog", { exact: true }).click();
  await expect.poll(() => badgeCount(jira)).toBe(0);
  await popup.bringToFront();
  await popup.getByText("In this view: Backlog").click();
  await jira.bringToFront();
  await waitForOneEach(jira, 10);
});

test.each<[string, () => Response | "drop", RegExp]>([
  ["403", () => Response.json({ errorMessages: ["No."] }, { status: 403 }), /refused to answer/],
  ["a lost connection", () => "drop", /could not be reached/],
])("%s has its sentence, and one click asks again", async (fault, respond, sentence) => {
  await forgetFacts(journey);
  const match = ({ url }: { url: string }) => new URL(url).pathname === "/rest/api/3/issue/bulkfetch";
  journey.sandbox.jira.faults.push({ match, respond });
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  const popup = await openPopup(journey, jira);
  await popup.getByText(sentence).waitFor();
  await picture(popup, `popup-${fault.replaceAll(" ", "-")}-light`);
  await expectNoAxeFault(popup);
  journey.sandbox.jira.faults.length = 0;
  await popup.getByRole("button", { name: "Ask again" }).click();
  await expect.poll(() => popup.getByText(sentence).count(), { timeout: 10_000 }).toBe(0);
  await popup.getByText("aligned").first().waitFor();
});

test("a tab that does not answer is said to be silent, and is reloaded in one click", async () => {
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  const tab = await journey.context.newPage();
  const popup = await openOwnPage(journey, "popup.html", {
    width: 360,
    height: 560,
    activeTab: { id: 99_999, url: jira.url() },
  });
  await popup.getByText("This tab does not answer.").waitFor();
  expect(await popup.getByRole("button", { name: "Reload the page" }).count()).toBe(1);
  await picture(popup, "popup-silent-light");
  await expectNoAxeFault(popup);
  await tab.close();
});

test.each(themes)("over any other page it says so and where it works, in %s", async (theme) => {
  const popup = await openOwnPage(journey, "popup.html", {
    theme,
    width: 360,
    height: 560,
    activeTab: elsewhere,
  });
  await popup.getByRole("heading", { name: "Nothing to read here" }).waitFor();
  await picture(popup, `popup-elsewhere-${theme}`);
  await expectNoAxeFault(popup);
});

test("over a page whose address the browser keeps to itself it says the same", async () => {
  const popup = await openOwnPage(journey, "popup.html", { width: 360, activeTab: { id: 1 } });
  await popup.getByRole("heading", { name: "Nothing to read here" }).waitFor();
});

test("it leads to the settings by keyboard", async () => {
  const popup = await openOwnPage(journey, "popup.html", { width: 360, activeTab: elsewhere });
  const opened = journey.context.waitForEvent("page");
  await tabTo(popup, /^Settings$/);
  // The popup closes itself at the press, whose own end may then never be told.
  await Promise.allSettled([popup.keyboard.press("Enter")]);
  await (await opened).getByRole("heading", { name: "Plumbline settings" }).waitFor();
});

test("the chip over a page has no accessibility fault", async () => {
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  await jira.locator("plumbline-chip").waitFor();
  await expectNoAxeFault(jira, "plumbline-chip");
});
