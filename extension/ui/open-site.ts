import { browser } from "wxt/browser";
import { patternOf } from "../trackers/site-patterns";

/** Shows a site: the tab that is open on it already, else a new one. */
export async function openSite(origin: string): Promise<void> {
  const [tab] = await browser.tabs.query({ url: patternOf(origin) });
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: origin });
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  await browser.windows.update(tab.windowId, { focused: true });
}
