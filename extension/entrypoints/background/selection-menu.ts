import { browser } from "wxt/browser";
import { translateWith } from "../../language/translate-with";
import { readCatalog } from "../../store/catalog";
import { pagePatterns } from "../../trackers/match-patterns";
import { openPanel } from "../../ui/open-panel";
import { openCapture, ticketInTab } from "./open-capture";

const id = "statement-from-selection";

/** Offers a statement from what is marked, in the menu of the trackers' pages alone. */
export function offerSelectionMenu(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== id || tab?.id === undefined) return;
    const ticket = ticketInTab(tab);
    const opened = ticket === null ? openPanel(tab.id) : openCapture(ticket, info.selectionText ?? "");
    opened.catch((error: unknown) => console.error("The statement could not be opened.", error));
  });
}

/** Puts the entry into the menu in the language that was chosen. */
export async function putMenu(): Promise<void> {
  // One at a time: between taking it away and putting it there, another could have put it.
  await navigator.locks.request("menu", async () => {
    const t = translateWith(await readCatalog());
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id,
      title: t("menuStatement"),
      contexts: ["selection"],
      documentUrlPatterns: [...pagePatterns],
    });
  });
}
