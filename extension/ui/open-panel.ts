import { browser } from "wxt/browser";

/** Firefox has a sidebar where Chromium has a side panel; types know the latter alone. */
interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

/** Opens the panel beside a tab. To be called straight from what the person did, or the browser refuses. */
export const openPanel = (tabId: number): Promise<void> =>
  (browser as Sidebar).sidebarAction?.open() ?? browser.sidePanel.open({ tabId });
