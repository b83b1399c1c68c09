import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";
import { expectNoAxeFault, openOwnPage, openPopup, picture, tabIdOf, tabTo, themes } from "./own-pages";

const journey = useJourney();
const badgeCount = (page: Page) => page.locator("plumbline-badge").count();
const texts = (page: Page) =>
  page.locator("plumbline-badge").evaluateAll((all) => all.map((it) => it.shadowRoot?.textContent?.trim()));

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
});

test("a site goes off and on, and a view of it too, in the open page", async () => {
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  const options = await openOwnPage(journey, "options.html");
  const row = options.getByRole("listitem").filter({ hasText: "northwind.atlassian.net" });
  await row.getByText("northwind.atlassian.net", { exact: true }).click();
  await expect.poll(() => badgeCount(jira)).toBe(0);
  await row.getByText("northwind.atlassian.net", { exact: true }).click();
  await expect.poll(() => badgeCount(jira)).toBeGreaterThan(10);
  await row.getByText("Views and permission").click();
  await row.getByLabel("Backlog").click();
  await expect.poll(() => badgeCount(jira)).toBe(0);
  await row.getByLabel("Backlog").click();
  await expect.poll(() => badgeCount(jira)).toBeGreaterThan(10);
  for (const theme of themes) {
    await options.emulateMedia({ colorScheme: theme });
    await picture(options, `options-${theme}`);
    await expectNoAxeFault(options);
  }
});

test("German, chosen by keyboard, reaches pages, popup, badges, chip and card at once, and fits", async () => {
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  const options = await openOwnPage(journey, "options.html");
  await tabTo(options, /Language of pages and badges/);
  await options.keyboard.type("Deutsch");
  await options.getByRole("heading", { name: "Plumbline: Einstellungen" }).waitFor();
  expect(await options.evaluate(() => document.documentElement.lang)).toBe("de");
  await options.getByText("Schlüssel gespeichert: Ana Duarte").waitFor();
  await options.getByText("Alles abdunkeln, was nicht verwaist ist").waitFor();
  await jira.bringToFront();
  await expect.poll(() => texts(jira)).toContain("verwaist");
  expect(await jira.locator("plumbline-chip").getByRole("button").textContent()).toMatch(
    /^Verwaist: \d+ von \d+$/,
  );
  const cut = await jira.locator("plumbline-badge:not([data-state=aligned])").evaluateAll((all) =>
    all
      .map((it) => it.shadowRoot?.querySelector<HTMLElement>(".text"))
      .filter((it) => it != null && it.offsetWidth > 0 && it.scrollWidth > it.offsetWidth)
      .map((it) => it?.textContent),
  );
  expect(cut, "words of the badge that do not fit").toEqual([]);
  await jira.locator('plumbline-badge[data-state="aligned"]').first().hover();
  await jira.locator("plumbline-hovercard").waitFor();
  expect(await jira.locator("plumbline-hovercard .card").innerText()).toContain("Geerbt von");
  await picture(jira, "jira-de");
  await jira.keyboard.press("Escape");

  for (const theme of themes) {
    const popup = await openPopup(journey, jira, theme);
    await popup.getByText("mit Ziel").first().waitFor();
    await picture(popup, `popup-backlog-de-${theme}`);
    await expectNoAxeFault(popup);
    const welcome = await openOwnPage(journey, "welcome.html", { theme, height: 860 });
    await picture(welcome, `welcome-de-${theme}`);
    await options.emulateMedia({ colorScheme: theme });
    await picture(options, `options-de-${theme}`);
    await expectNoAxeFault(options);
  }
  await options.getByLabel("Sprache der Seiten und Badges").selectOption("");
  await options.getByRole("heading", { name: "Plumbline settings" }).waitFor();
  await jira.bringToFront();
  await expect.poll(() => texts(jira)).toContain("orphan");
});

test("the shortcuts that are bound are shown, and lead to where the browser changes them", async () => {
  const options = await openOwnPage(journey, "options.html");
  await options.getByText("Alt+Shift+L").waitFor();
  await options.getByText("Alt+Shift+O").waitFor();
  const opened = journey.context.waitForEvent("page");
  await options.getByRole("button", { name: "Change shortcuts" }).click();
  const shortcuts = await opened;
  await expect.poll(() => shortcuts.url()).toBe("chrome://extensions/shortcuts");
  await shortcuts.close();
});

test("local data are handed out without the key, and forgotten only after the person has said so", async () => {
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  const options = await openOwnPage(journey, "options.html");
  const download = options.waitForEvent("download");
  await options.getByRole("button", { name: "Export as a file" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^plumbline-\d{4}-\d\d-\d\d\.json$/);
  const json = await readFile(await file.path(), "utf8");
  expect(json).not.toContain("lin_api_ana");
  expect(JSON.parse(json)).toMatchObject({ linearAccounts: [{ person: "Ana Duarte" }] });
  expect(JSON.parse(json).items.length).toBeGreaterThan(10);

  await options.getByRole("button", { name: "Reset …" }).click();
  await options.getByText("You lose: your drafts").waitFor();
  await picture(options, "options-reset-light");
  await expectNoAxeFault(options);
  await options.getByRole("button", { name: "Keep it" }).click();
  await options.reload();
  await options.getByText("Key saved: Ana Duarte").waitFor();

  await options.getByRole("button", { name: "Reset …" }).click();
  await options.getByRole("button", { name: "Forget everything" }).click();
  await options.getByText("Everything was forgotten.").waitFor();
  await options.reload();
  await options.getByLabel("Linear API key").waitFor();
  expect(await options.getByText("Key saved").count()).toBe(0);
});

test("the shortcut for the spotlight works on the page in front, and harms none that has no list", async () => {
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  const press = async (page: Page) => {
    const id = await tabIdOf(journey, page);
    const [worker] = journey.context.serviceWorkers();
    // No test can press a shortcut of the browser itself: this is what it tells the extension then.
    await worker?.evaluate((tabId) => {
      const { onCommand } = chrome.commands as unknown as {
        onCommand: { dispatch(...args: unknown[]): void };
      };
      onCommand.dispatch("toggle-spotlight", { id: tabId });
    }, id);
  };
  await press(jira);
  await expect.poll(() => jira.locator("[data-plumbline-dimmed]").count()).toBeGreaterThan(3);
  await press(jira);
  await expect.poll(() => jira.locator("[data-plumbline-dimmed]").count()).toBe(0);
  const blank = await journey.context.newPage();
  await press(blank);
  await blank.close();
});
