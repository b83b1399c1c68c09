import type { Page } from "playwright-core";
import { openOwnPage, type Theme, tabIdOf } from "./own-pages";
import type { Seat } from "./tracker-stage";

/** The panel as it stands beside `tab`; in a tab of its own, since no driver reaches the browser's side panel. */
export async function openPanelBeside(journey: Seat, tab: Page, theme: Theme = "light"): Promise<Page> {
  const activeTab = { id: await tabIdOf(journey, tab), url: tab.url() };
  return openOwnPage(journey, "sidepanel.html", { theme, width: 400, height: 900, activeTab });
}
