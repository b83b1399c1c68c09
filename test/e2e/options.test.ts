import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { saveLinearKey } from "../tools/save-linear-key";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { waitForOneEach } from "./linear-units";

const journey = useJourney({ linearKey: null });
const list = "/northwind/team/ATL/active";
const key = "lin_api_ana";

async function openOptions(): Promise<Page> {
  const page = await journey.context.newPage();
  await page.goto(`chrome-extension://${journey.extensionId}/options.html`);
  await page.getByRole("heading", { name: "Linear", exact: true }).waitFor();
  return page;
}

async function type(page: Page, text: string): Promise<void> {
  await page.getByLabel("Linear API key").fill(text);
  await page.getByRole("button", { name: "Save key" }).click();
}

/** The words for screen readers of every badge of a freshly opened list, once none is pending. */
async function labels(): Promise<string[]> {
  const page = await journey.openLinear(list);
  return (await waitForOneEach(page, 18)).flatMap(({ badges }) => badges.map(({ label }) => label));
}

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
  await forgetFacts(journey, true);
  journey.sandbox.linear.faults.length = 0;
});

test("without a key each badge says so, and its card leads to the settings", async () => {
  const page = await journey.openLinear(list);
  const units = await waitForOneEach(page, 18);
  for (const { badges } of units) expect(badges[0]?.label).toContain("has no Linear API key");
  await page.locator("plumbline-badge").first().click();
  const opened = journey.context.waitForEvent("page");
  await page
    .locator("plumbline-hovercard")
    .getByRole("button", { name: /settings/ })
    .click();
  const settings = await opened;
  await settings.getByLabel("Linear API key").waitFor();
  expect(settings.url()).toContain(`chrome-extension://${journey.extensionId}/options.html`);
});

test("the card's way to the settings works by keyboard alone", async () => {
  const page = await journey.openLinear(list);
  await waitForOneEach(page, 18);
  await page.locator("plumbline-badge").first().focus();
  await page.keyboard.press("Enter");
  await page.locator("plumbline-hovercard").waitFor();
  await page.keyboard.press("Tab");
  const opened = journey.context.waitForEvent("page");
  await page.keyboard.press("Enter");
  await (await opened).getByLabel("Linear API key").waitFor();
  expect(new URL(page.url()).pathname).toBe(list);
});

test.each([
  ["abc", "no API key: it is too short"],
  ["lin_api_ana with spaces", "no API key: it is too short or has spaces"],
  ["lin_api_nobody", "Linear does not accept this key"],
])("the key %s is refused with a reason and not kept", async (wrong, reason) => {
  const page = await openOptions();
  await type(page, wrong);
  await page.getByText(reason).waitFor();
  expect(await page.getByRole("button", { name: "Forget key" }).count()).toBe(0);
  await page.reload();
  await page.getByLabel("Linear API key").waitFor();
  expect(await page.getByText("Key saved").count()).toBe(0);
});

test("an unreachable Linear is told apart from a wrong key", async () => {
  const respond = () => new Response("down", { status: 503 });
  journey.sandbox.linear.faults.push({ match: ({ host }) => host === "api.linear.app", respond });
  const page = await openOptions();
  await type(page, key);
  await page.getByText("Linear could not be asked").waitFor();
});

test("a good key is saved, named by its person, used at once, and forgotten on request", async () => {
  const page = await openOptions();
  await type(page, `  ${key} `);
  await page.getByText("Key saved: Ana Duarte in Northwind").waitFor();
  expect(await page.getByLabel("Linear API key").inputValue()).toBe("");
  await page.reload();
  await page.getByText("Key saved: Ana Duarte in Northwind").waitFor();
  expect((await labels()).filter((it) => it.includes("serves the aim")).length).toBeGreaterThan(5);
  await page.getByRole("button", { name: "Forget key" }).click();
  await expect.poll(() => page.getByText("Key saved").count()).toBe(0);
  await forgetFacts(journey);
  for (const label of await labels()) expect(label).toContain("has no Linear API key");
});

test("an open list fills by itself when the person comes back from the settings", async () => {
  const page = await journey.openLinear(list);
  await waitForOneEach(page, 18);
  await saveLinearKey(journey.context, journey.extensionId, key);
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await page.locator('plumbline-badge[data-state="aligned"]').first().waitFor();
});

test("a key of another workspace is told as such, with the way to the settings", async () => {
  const organization = { urlKey: "otherco", name: "Otherco" };
  journey.sandbox.linear.faults.push({
    match: ({ query }) => query.includes("PlumblineViewer"),
    respond: () => Response.json({ data: { viewer: { id: "x", name: "Ana", organization } } }),
  });
  await saveLinearKey(journey.context, journey.extensionId, key);
  for (const label of await labels()) expect(label).toContain("for another workspace");
});

test.each(["light", "dark"] as const)(
  "the settings have no accessibility fault in %s",
  async (colorScheme) => {
    const page = await openOptions();
    await page.emulateMedia({ colorScheme });
    await type(page, key);
    await page.getByText("Key saved").waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  },
);

test("the settings work by keyboard alone", async () => {
  const page = await openOptions();
  const focusIsOn = () =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  for (let tabs = 0; tabs < 15 && (await focusIsOn()) !== "linear-key"; tabs++)
    await page.keyboard.press("Tab");
  await page.keyboard.type(key);
  await page.keyboard.press("Enter");
  await page.getByText("Key saved: Ana Duarte").waitFor();
  for (let tabs = 0; tabs < 3 && (await focusIsOn()) !== "Forget key"; tabs++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByText("Key saved").count()).toBe(0);
});
