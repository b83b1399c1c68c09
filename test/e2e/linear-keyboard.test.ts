import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useJourney } from "./harness";
import { waitForOneEach } from "./linear-units";

const journey = useJourney();
const bare = useJourney({ extension: false });
const list = "/northwind/team/ATL/active";
const row = (key: string) => `a[data-list-row][href*="/${key}/"]`;
const badge = (key: string) => `${row(key)} plumbline-badge`;
const card = "plumbline-hovercard";
const peek = "aside[aria-label=Peek]";

/** All that a key may change: where the page is, how each row looks, what is peeked at, what is selected, what is open. */
function shown(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    // Two frames: one in which React renders, one in which the list brings a row into view.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? null;
    return {
      path: location.pathname,
      rows: [...document.querySelectorAll<HTMLElement>("a[data-list-row]")].map(
        (it) => `${it.getAttribute("href")} ${it.className}`,
      ),
      peek: textOf("aside[aria-label=Peek] h2"),
      selection: textOf("[role=toolbar]"),
      menu: textOf("[role=menu]"),
    };
  });
}

test("Linear's own keys do what they do without the extension", async () => {
  const [page, without] = [await journey.openLinear(list), await bare.openLinear(list)];
  await waitForOneEach(page, 18);
  const keys =
    "j j ArrowDown k x j x Space j Space ArrowUp Space Escape Escape j j j j j j j j j j j j k Enter";
  for (const tab of [page, without]) await tab.locator(row("ATL-89")).getByText("Read DPD").hover();
  for (const key of keys.split(" ")) {
    for (const tab of [page, without]) await tab.keyboard.press(key);
    expect(await shown(page), `after ${key}`).toEqual(await shown(without));
  }
  expect(new URL(page.url()).pathname).toContain("/issue/");
});

test("the context menu opens by keyboard and mouse as ever, also over a badge", async () => {
  const [page, without] = [await journey.openLinear(list), await bare.openLinear(list)];
  await waitForOneEach(page, 18);
  for (const tab of [page, without]) {
    await tab.locator(row("ATL-39")).getByText("Bench 7").click({ button: "right" });
    await tab.locator("[role=menu]").waitFor();
    for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await tab.keyboard.press(key);
  }
  expect(await shown(page)).toEqual(await shown(without));
  await page.keyboard.press("Escape");
  await page.locator(badge("ATL-39")).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Status" }).waitFor();
  expect(await page.locator(card).count()).toBe(0);
});

test.each(["Enter", "Space"])(
  "%s on a badge opens its card and nothing else; Escape gives the focus back",
  async (key) => {
    const page = await journey.openLinear(list);
    await waitForOneEach(page, 18);
    await page.locator(row("ATL-39")).getByText("Bench 7").hover();
    const before = await shown(page);
    await page.locator(badge("ATL-89")).focus();
    await page.keyboard.press(key);
    await page.getByRole("dialog", { name: /ATL-89/ }).waitFor();
    expect(await shown(page)).toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe(card);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(card).count()).toBe(0);
    expect(await shown(page)).toEqual(before);
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.key);
    expect(await focused()).toBe("ATL-89");
  },
);

test("Linear's keys work on while a badge has the focus", async () => {
  const page = await journey.openLinear(list);
  await waitForOneEach(page, 18);
  await page.locator(row("ATL-89")).getByText("Read DPD").hover();
  await page.locator(badge("ATL-27")).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByRole("toolbar", { name: "Selected issues" }).getByText("1 selected").waitFor();
  expect(await page.locator(`${row("ATL-39")} [aria-checked=true]`).count()).toBe(1);
});

test("Tab goes from badge to badge in the order of the rows", async () => {
  const page = await journey.openLinear(list);
  const units = await waitForOneEach(page, 18);
  await page.locator("plumbline-badge").first().focus();
  const reached: unknown[] = [];
  while (reached.length < 40 && new Set(reached.filter(Boolean)).size < 5) {
    reached.push(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.key ?? ""));
    await page.keyboard.press("Tab");
  }
  expect([...new Set(reached.filter(Boolean))]).toEqual(units.slice(0, 5).map(({ key }) => key));
  expect(await page.locator(peek).count()).toBe(0);
});
