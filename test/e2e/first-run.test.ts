import { afterEach, expect, test } from "vitest";
import { openExtensionsPage } from "./extensions-page";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";
import { expectNoAxeFault, openOwnPage, openPopup, picture, tabTo, themes } from "./own-pages";

// The build that ships: nothing is granted.
const journey = useJourney({ build: "production", linearKey: null });
const site = "https://northwind.atlassian.net/*";
const worker = async () =>
  journey.context.serviceWorkers()[0] ?? (await journey.context.waitForEvent("serviceworker"));

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
});

test("installed, it reads nothing and runs nowhere", async () => {
  const jira = await journey.openJira();
  await jira.locator("[data-row-index]").first().waitFor();
  const state = await (await worker()).evaluate(async () => ({
    origins: (await chrome.permissions.getAll()).origins,
    scripts: await chrome.scripting.getRegisteredContentScripts(),
  }));
  expect(state).toEqual({ origins: [], scripts: [] });
  expect(await jira.locator("plumbline-badge").count()).toBe(0);
});

test.each(themes)(
  "over a tracker's site the popup has the one button that turns it on, in %s",
  async (theme) => {
    const jira = await journey.openJira();
    const popup = await openPopup(journey, jira, theme);
    await popup.getByRole("heading", { name: "Not turned on here" }).waitFor();
    expect(await popup.getByRole("button", { name: "Turn on for northwind.atlassian.net" }).count()).toBe(1);
    await picture(popup, `popup-new-${theme}`);
    await expectNoAxeFault(popup);
  },
);

test("over any other page the popup leads to the first run", async () => {
  const activeTab = { id: 1, url: "https://example.com/" };
  const popup = await openOwnPage(journey, "popup.html", { width: 360, activeTab });
  const opened = journey.context.waitForEvent("page");
  await popup.getByRole("button", { name: "Set up Plumbline" }).click();
  await (await opened).getByRole("heading", { name: "See what every ticket is for" }).waitFor();
});

test.each(themes)("each step of the first run is sound in %s", async (theme) => {
  const page = await openOwnPage(journey, "welcome.html", { theme, height: 860 });
  await page.getByRole("heading", { name: "See what every ticket is for" }).waitFor();
  const loaded = await page.locator("picture img").evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(loaded).toBeGreaterThan(400);
  await picture(page, `welcome-1-${theme}`);
  await expectNoAxeFault(page);
  await page.getByRole("button", { name: "Turn on a site" }).click();
  await page.getByRole("heading", { name: "Turn on your first site" }).waitFor();
  await page.getByLabel("Jira site").fill("example.com");
  await page.getByRole("button", { name: "Turn on", exact: true }).click();
  await page.getByText("for example acme.atlassian.net").waitFor();
  await picture(page, `welcome-2-${theme}`);
  await expectNoAxeFault(page);
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("heading", { name: "See what every ticket is for" }).waitFor();
});

test("it goes on where it was left, and can be skipped", async () => {
  const page = await openOwnPage(journey, "welcome.html");
  await page.getByRole("button", { name: "Turn on a site" }).click();
  await page.getByRole("heading", { name: "Turn on your first site" }).waitFor();
  await page.close();
  const again = await openOwnPage(journey, "welcome.html");
  await again.getByRole("heading", { name: "Turn on your first site" }).waitFor();
  const closed = again.waitForEvent("close");
  await again.getByRole("button", { name: "Skip" }).click();
  await closed;
});

test("from the first page to the first badge, by keyboard alone", async () => {
  // What the person answers in the browser's prompt, which no test can reach, is known to the browser beforehand.
  const extensions = await openExtensionsPage(journey);
  await extensions.give(site);
  await extensions.close();
  await (await worker()).evaluate(() => chrome.storage.local.remove("firstRun"));

  const page = await openOwnPage(journey, "welcome.html");
  await tabTo(page, /Turn on a site/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Turn on your first site" }).waitFor();
  await tabTo(page, /Jira site/);
  await page.keyboard.type("northwind.atlassian.net");
  const opened = journey.context.waitForEvent("page");
  await page.keyboard.press("Enter");
  const jira = await opened;
  await jira.waitForURL(/^https:\/\/northwind\.atlassian\.net\//);
  expect(await (await worker()).evaluate(async () => (await chrome.permissions.getAll()).origins)).toEqual([
    site,
  ]);
  await jira.goto(journey.sandbox.urls.jira.backlog);
  await waitForOneEach(jira, 10);

  await page.bringToFront();
  await page.getByRole("heading", { name: "Ready. Look at a ticket" }).waitFor();
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await picture(page, `welcome-3-${theme}`);
    await expectNoAxeFault(page);
  }
  // Back to the tab that is open on the site already, and to no new one.
  const tabs = journey.context.pages().length;
  await page.getByRole("button", { name: "Open northwind.atlassian.net" }).click();
  await expect.poll(() => jira.evaluate(() => document.visibilityState)).toBe("visible");
  expect(journey.context.pages().length).toBe(tabs);
  await jira.close();
});

test("a site that was removed in the settings is read no more", async () => {
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  const options = await openOwnPage(journey, "options.html");
  await options.getByText("Views and permission of northwind.atlassian.net").click();
  await options.getByRole("button", { name: "Remove northwind.atlassian.net" }).click();
  await options.getByText("No site is on yet.").waitFor();
  await expect.poll(() => jira.locator("plumbline-badge").count()).toBe(0);
  expect(await (await worker()).evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
});

test("for Linear the last step asks for the key, and leads to the tickets once Linear has accepted it", async () => {
  const extensions = await openExtensionsPage(journey);
  for (const host of ["https://linear.app/*", "https://api.linear.app/*"]) await extensions.give(host);
  await extensions.close();
  await (await worker()).evaluate(() => chrome.storage.local.set({ firstRun: "site" }));
  const page = await openOwnPage(journey, "welcome.html");
  await page.getByRole("button", { name: "Turn on Linear" }).click();
  await page.getByRole("heading", { name: "Linear needs a key" }).waitFor();
  await picture(page, "welcome-3-linear-light");
  await expectNoAxeFault(page);
  await page.getByLabel("Linear API key").fill("lin_api_nobody");
  await page.getByRole("button", { name: "Save key" }).click();
  await page.getByText("Linear does not accept this key").waitFor();
  await page.getByLabel("Linear API key").fill("lin_api_ana");
  const opened = journey.context.waitForEvent("page");
  await page.getByRole("button", { name: "Save key" }).click();
  const linear = await opened;
  await linear.goto(journey.sandbox.urls.linear.list);
  await linear.locator('plumbline-badge[data-state="aligned"]').first().waitFor();
  await linear.close();
});
