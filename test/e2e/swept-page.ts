import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Journey } from "./harness";
import { openOwnPage } from "./own-pages";

/** A page that `open` opens, in front, once the sprints of its site have been read: what enters from now on is seen to. */
export async function sweptPage(journey: Journey, host: string, open: () => Promise<Page>): Promise<Page> {
  const page = await open();
  const desk = await openOwnPage(journey, "options.html");
  await page.bringToFront();
  const swept = () =>
    desk.evaluate(async () => {
      const message = { id: 0, type: "exportLocalData", timestamp: Date.now() };
      const { sweeps } = JSON.parse((await chrome.runtime.sendMessage(message)).res as string);
      return (sweeps as { site: string }[]).map(({ site }) => site);
    });
  await expect
    .poll(async () => (await swept()).some((site) => site.includes(host)), { timeout: 20_000 })
    .toBe(true);
  await desk.close();
  return page;
}
