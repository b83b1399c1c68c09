import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { waitForOneEach } from "./jira-units";

const journey = useJourney({ company: seedCompany({ today: today() }), linearKey: null });

/** The focused element: its tag, and the key of the badge or the label of the control. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const name = element?.getAttribute("data-key") ?? element?.getAttribute("data-row-index");
    return `${element?.localName} ${name}`;
  });

const firstKey = (page: Page) => page.locator(".row [data-testid$='card-key.key']").first().textContent();

test("by Tab each row's badge comes after the row and before the next one", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  const key = await firstKey(page);
  await page.locator("[data-row-index='0']").focus();
  const stops: string[] = [];
  do {
    await page.keyboard.press("Tab");
    stops.push(await focused(page));
  } while (!stops.includes("button 1") && stops.length < 20);
  expect(stops.filter((it) => it.startsWith("plumbline"))).toEqual([`plumbline-badge ${key}`]);
  expect(stops.at(-1)).toBe("button 1");
});

test("arrow keys and Enter on rows still work", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  await page.locator("[data-row-index='0']").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  expect(await focused(page)).toBe("button 1");
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/browse\/ATL-\d+$/);
});

test.each(["Enter", " "])(
  "%j on a badge opens its card with the focus in it, and Escape gives it back",
  async (press) => {
    const page = await journey.openJira();
    await waitForOneEach(page, 10);
    const key = await firstKey(page);
    const badge = page.locator(`plumbline-badge[data-key="${key}"]`);
    await badge.focus();
    await page.keyboard.press(press);
    await page.locator("plumbline-hovercard").waitFor();
    expect(await focused(page)).toMatch(/^plumbline-hovercard/);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("plumbline-hovercard").count()).toBe(0);
    expect(await focused(page)).toBe(`plumbline-badge ${key}`);
    expect(page.url()).toContain("/backlog");
  },
);

test("from a card by keyboard, Tab reaches its link and Enter follows it", async () => {
  const page = await journey.openJira("/browse/ATL-90");
  await waitForOneEach(page, 2);
  await page.locator(".breadcrumbs plumbline-badge").focus();
  await page.keyboard.press("Enter");
  const link = page.locator("plumbline-hovercard a");
  const to = await link.evaluate((element) => (element as HTMLAnchorElement).pathname);
  await page.keyboard.press("Tab");
  expect(await link.evaluate((element) => element.matches(":focus"))).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).pathname).toBe(to);
});

test("what is done to a badge opens its card, and the page hears nothing of it", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  const tabs = journey.context.pages().length;
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(globalThis, "heard", heard);
    for (const type of ["click", "dblclick", "auxclick", "keydown"]) {
      const hear = (event: Event) => {
        // Control alone goes down for the click with it, and is no key of the badge.
        if (!(event instanceof KeyboardEvent) || event.key === "Enter") heard.push(type);
      };
      document.addEventListener(type, hear, true);
    }
  });
  const badge = page.locator("plumbline-badge").nth(3);
  await badge.click();
  await page.locator("plumbline-hovercard").waitFor();
  await page.keyboard.press("Escape");
  await badge.dblclick();
  await badge.click({ button: "middle" });
  await badge.click({ modifiers: ["Control"] });
  await page.keyboard.press("Enter");
  await page.locator("plumbline-hovercard").waitFor();
  expect(await page.evaluate(() => Reflect.get(globalThis, "heard")), "what the page heard").toEqual([]);
  expect(page.url()).toContain("/backlog");
  expect(journey.context.pages().length).toBe(tabs);
});

test("text can be selected and copied, and no badge's words come with it", async () => {
  const page = await journey.openJira("/browse/ATL-90");
  await waitForOneEach(page, 2);
  await journey.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = async () => {
    await page.keyboard.press("Control+C");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await page.locator("h1 span").click({ clickCount: 3 });
  expect((await copied()).trim()).toBe("Order waves by carrier cut-off instead of order number");
  await page.locator(".ak-renderer-document p").first().click({ clickCount: 3 });
  expect(await copied()).toContain("The planner sorts open orders");
  await page.keyboard.press("Control+A");
  const all = await copied();
  expect(all).toContain("ATL-90");
  expect(all).not.toContain("Same-day dispatch");
});
