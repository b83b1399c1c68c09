import type { Page } from "playwright-core";
import type { Journey } from "./harness";
import { openOwnPage, type Theme, tabIdOf } from "./own-pages";

/** The panel as it stands beside `tab`; in a tab of its own, since no driver reaches the browser's side panel. */
export async function openPanelBeside(journey: Journey, tab: Page, theme: Theme = "light"): Promise<Page> {
  const activeTab = { id: await tabIdOf(journey, tab), url: tab.url() };
  return openOwnPage(journey, "sidepanel.html", { theme, width: 400, height: 900, activeTab });
}
