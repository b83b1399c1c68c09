import { browser } from "wxt/browser";

/** Opens the browser's own page for the shortcuts of extensions. */
export async function openShortcutSettings(): Promise<void> {
  // Firefox has a call for it; Chromium and Edge have an address.
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
