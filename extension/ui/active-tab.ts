import { browser } from "wxt/browser";

export interface ActiveTab {
  id: number;
  /** Null: a page whose address the browser keeps to itself. */
  url: URL | null;
}

/** Tells of every change of what is in front of the person in this window, until `signal` ends it. */
export function watchActiveTab(act: () => void, signal: AbortSignal): void {
  const { onActivated, onUpdated } = browser.tabs;
  const updated = (_: number, { url, status }: { url?: string; status?: string }) => {
    if (url !== undefined || status === "complete") act();
  };
  onActivated.addListener(act);
  onUpdated.addListener(updated);
  signal.addEventListener("abort", () => {
    onActivated.removeListener(act);
    onUpdated.removeListener(updated);
  });
}

/** The tab that the popup was opened over; opening the popup is what lets its address be read. */
export async function readActiveTab(): Promise<ActiveTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null;
  return { id: tab?.id ?? browser.tabs.TAB_ID_NONE, url };
}
