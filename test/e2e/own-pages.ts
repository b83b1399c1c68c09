import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { projectRoot } from "../tools/build-extension";
import type { Journey } from "./harness";

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

interface OwnPage {
  theme?: Theme;
  /** Of the window; the popup is as wide as its content. */
  width?: number;
  height?: number;
  /** What the page takes for the tab in front of the person. */
  activeTab?: { id: number; url?: string };
}

/** Opens one of the extension's own pages in a tab. */
export async function openOwnPage(
  { context, extensionId }: Pick<Journey, "context" | "extensionId">,
  file: string,
  { theme = "light", width = 1000, height = 800, activeTab }: OwnPage = {},
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme });
  if (activeTab !== undefined) {
    await page.addInitScript((tab) => {
      const query = chrome.tabs.query.bind(chrome.tabs) as (question: object) => Promise<unknown[]>;
      const inFront = (question: chrome.tabs.QueryInfo) =>
        question.active ? Promise.resolve([tab]) : query(question);
      Object.assign(chrome.tabs, { query: inFront });
    }, activeTab);
  }
  await page.goto(`chrome-extension://${extensionId}/${file}`);
  await page.locator("h1").first().waitFor();
  return page;
}

/** The popup as it stands over `tab`; in a tab of its own, since the real one closes when another window is looked at. */
export async function openPopup(journey: Journey, tab: Page, theme: Theme = "light"): Promise<Page> {
  const activeTab = { id: await tabIdOf(journey, tab), url: tab.url() };
  return openOwnPage(journey, "popup.html", { theme, width: 360, height: 560, activeTab });
}

/** The browser's own number of a tab. */
export async function tabIdOf({ context }: Pick<Journey, "context">, tab: Page): Promise<number> {
  await tab.bringToFront();
  const [worker] = context.serviceWorkers();
  const id = await (worker ?? (await context.waitForEvent("serviceworker"))).evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  );
  if (id === undefined) throw new Error("the browser knows no tab in front");
  return id;
}

/** Fails where axe finds anything at all in the page, or in the part of it that is named. */
export async function expectNoAxeFault(page: Page, part?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (part !== undefined) axe.include(part);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** Keeps a picture of the page for people to look at, in `.output/own-pages`. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot, ".output/own-pages");
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Presses Tab until `name` is what has the focus, as a person without a pointer does. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const labels = (element as HTMLInputElement | null)?.labels ?? [];
      return [
        element?.getAttribute("aria-label"),
        ...[...labels].map((it) => it.textContent),
        element?.textContent,
      ]
        .filter(Boolean)
        .join(" ");
    });
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    if (name.test(await focused())) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}
