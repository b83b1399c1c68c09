import { AxeBuilder } from "@axe-core/playwright";
import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { picture, type Theme } from "./own-pages";

/** The frame of the app on a page of the sandbox's Jira, once something stands in it. */
export async function appFrame(page: Page): Promise<Frame> {
  const element = await page.locator("iframe.app-frame").elementHandle();
  const frame = await element?.contentFrame();
  if (frame == null) throw new Error("the page has no frame of the app");
  await frame.locator("main").first().waitFor();
  return frame;
}

const panelHeader = (page: Page) => page.getByTestId("issue-context.issue-panel").locator("h2 button");

/** Opens the app's panel beside an issue, and gives its frame. */
export async function openAppPanel(page: Page): Promise<Frame> {
  const header = panelHeader(page);
  await header.waitFor();
  if ((await header.getAttribute("aria-expanded")) === "false") await header.click();
  return appFrame(page);
}

/** Closes it by the keyboard, so that its header alone is in sight: a pointer that has just scrolled there may still hit the frame. */
export async function closeAppPanel(page: Page): Promise<void> {
  const header = panelHeader(page);
  if ((await header.getAttribute("aria-expanded")) === "true") await header.press("Enter");
  await page.locator("iframe.app-frame").waitFor({ state: "detached" });
}

/** What Jira shows beside the panel's name; null: nothing. */
export async function shownStatus(page: Page): Promise<string | null> {
  const lozenge = page.getByTestId("issue-context-status.issue-panel");
  return (await lozenge.count()) === 0 ? null : lozenge.textContent();
}

/** A picture of the page once the frame is as high as what is in it. */
export async function pictureWithFrame(page: Page, name: string): Promise<void> {
  const frame = await appFrame(page);
  const heights = async () => [
    await page.locator("iframe.app-frame").evaluate((it) => it.clientHeight),
    await frame.evaluate(() => document.body.scrollHeight),
  ];
  await expect.poll(async () => new Set(await heights()).size).toBe(1);
  await picture(page, name);
}

/** From now on Jira's pages are drawn so, and the frames in them follow. */
export const themed = (path: string, theme: Theme): string =>
  `${path}${path.includes("?") ? "&" : "?"}theme=${theme}`;

/** Fails where axe finds anything in the app's frame. */
export async function expectNoFaultInFrame(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).include({ fromFrames: ["iframe.app-frame", "main"] });
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}
