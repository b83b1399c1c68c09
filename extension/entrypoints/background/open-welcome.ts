import { browser } from "wxt/browser";

/** Opens the first-run page once, when the extension is installed; an update opens nothing. */
export function openWelcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
  });
}
