import { browser } from "wxt/browser";
import { sendMessage } from "../../messaging/extension-protocol";
import { openPanel } from "../../ui/open-panel";

/** Passes the shortcuts of the manifest on to the page in front of the person. */
export function obeyShortcuts(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === "open-panel") {
      openPanel(tab.id).catch((error: unknown) => console.error("The panel could not be opened.", error));
      return;
    }
    if (command !== "toggle-spotlight") return;
    sendMessage("toggleSpotlight", undefined, tab.id).catch(() => {
      // A tab without an overlay has no spotlight to turn on.
    });
  });
}
