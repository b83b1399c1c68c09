import { afterEach, expect, test } from "vitest";
import { type ExtensionsPage, openExtensionsPage } from "./extensions-page";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";
import { expectNoAxeFault, openOwnPage, openPopup, picture, themes } from "./own-pages";

const journey = useJourney({ linearKey: null });
const site = "https://northwind.atlassian.net/*";
let extensions: ExtensionsPage;

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
  await extensions.close();
});

test("a permission taken back is noticed in open pages, popup and settings, and offered back", async () => {
  extensions = await openExtensionsPage(journey);
  const jira = await journey.openJira();
  await waitForOneEach(jira, 10);
  await extensions.onSpecificSitesOnly();
  await expect.poll(() => jira.locator("plumbline-badge").count()).toBe(0);

  for (const theme of themes) {
    const popup = await openPopup(journey, jira, theme);
    await popup.getByRole("heading", { name: "Permission is missing" }).waitFor();
    expect(await popup.getByRole("button", { name: "Give permission again" }).count()).toBe(1);
    await picture(popup, `popup-lost-${theme}`);
    await expectNoAxeFault(popup);
    const options = await openOwnPage(journey, "options.html", { theme });
    const row = options.getByRole("listitem").filter({ hasText: "northwind.atlassian.net" });
    await row.getByText("no longer lets Plumbline read this site").waitFor();
    expect(await row.getByRole("button", { name: "Give permission again" }).count()).toBe(1);
    await picture(options, `options-lost-${theme}`);
    await expectNoAxeFault(options);
  }

  // What the browser gives again comes back into the open page, without a reload.
  await extensions.give(site);
  await jira.bringToFront();
  await waitForOneEach(jira, 10);
  const popup = await openPopup(journey, jira);
  await popup.getByText("aligned").first().waitFor();
  await extensions.take(site);
  await popup.getByRole("heading", { name: "Permission is missing" }).waitFor();
  await expect.poll(() => jira.locator("plumbline-badge").count()).toBe(0);
});
