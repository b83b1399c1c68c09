import { browser } from "wxt/browser";
import { hosts, trackerIds } from "../../trackers/hosts";

type Registered = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const id = "tracker";
const file = "/content-scripts/tracker.js";

/** Registers the content script for the sites that the person has turned on, and for no other. */
export async function registerContentScripts(): Promise<void> {
  const matches = await grantedPages();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script: Registered = {
    id,
    js: [file],
    matches,
    runAt: "document_start",
    persistAcrossSessions: true,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Runs the content script in pages that are open already, so that nobody has to reload after turning a site on. */
export async function injectIntoOpenPages(): Promise<void> {
  const matches = await grantedPages();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map(({ id: tabId }) =>
      tabId === undefined ? null : browser.scripting.executeScript({ target: { tabId }, files: [file] }),
    ),
  );
}

/** The granted match patterns that lie within what a tracker serves. */
async function grantedPages(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => {
    const hostname = /^https:\/\/([^/]+)\//.exec(origin)?.[1] ?? "";
    return trackerIds.some((tracker) => hosts[tracker].isPage(hostname));
  });
}
