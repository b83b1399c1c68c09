import { browser } from "wxt/browser";
import { sendMessage } from "../../messaging/extension-protocol";
import { openPanel } from "../../ui/open-panel";
import { openCapture, ticketInTab } from "./open-capture";

/** Passes the shortcuts of the manifest on to the page in front of the person. */
export function obeyShortcuts(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === "open-statement") {
      // The panel opens only straight from the key, so that nothing may be waited for before.
      const ticket = ticketInTab(tab);
      const opened = ticket === null ? openPanel(tab.id) : openCapture(ticket);
      opened.catch((error: unknown) => console.error("The statement could not be opened.", error));
      return;
    }
    if (command !== "toggle-spotlight") return;
    sendMessage("toggleSpotlight", undefined, tab.id).catch(() => {
      // A tab without an overlay has no spotlight to turn on.
    });
  });
}
