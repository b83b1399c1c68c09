import { browser } from "wxt/browser";
import { sendMessage } from "../../messaging/extension-protocol";

/** Passes the shortcuts of the manifest on to the page in front of the person. */
export function obeyShortcuts(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== "toggle-spotlight" || tab?.id === undefined) return;
    sendMessage("toggleSpotlight", undefined, tab.id).catch(() => {
      // A tab without an overlay has no spotlight to turn on.
    });
  });
}
