import { browser } from "wxt/browser";
import { readSettings, type Settings } from "../../store/settings";
import { isTrackers, patternOf } from "../../trackers/site-patterns";

type Registered = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const id = "tracker";
const file = "/content-scripts/tracker.js";

/**
 * Registers the content script for the sites that the person has turned on, and for no other. Where that changes
 * anything it also runs in the pages that are open already, so that nobody has to reload.
 */
export async function registerContentScripts(): Promise<void> {
  // One change at a time: between looking and registering, another could have registered.
  await navigator.locks.request("content-scripts", register);
}

async function register(): Promise<void> {
  const off = patternsOff(await readSettings());
  const matches = (await grantedPages()).filter((pattern) => !off.includes(pattern));
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script: Registered = {
    id,
    js: [file],
    matches,
    // A permission may be for all sites of a tracker; those that are off are taken out of it.
    excludeMatches: off,
    runAt: "document_start",
    persistAcrossSessions: true,
  };
  // An update takes the script away before it adds it anew, and a page that loads just then goes without.
  if (registered && sameSites(registered, script)) return;
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  await injectIntoOpenPages();
}

const sameSites = (one: Registered, other: Registered): boolean =>
  JSON.stringify([sorted(one.matches), sorted(one.excludeMatches)]) ===
  JSON.stringify([sorted(other.matches), sorted(other.excludeMatches)]);

const sorted = (patterns: readonly string[] = []): string[] => [...patterns].sort();

/** Runs the content script in pages that are open already; where it runs, a second run ends at once. */
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
  return origins.filter(isTrackers);
}

const patternsOff = ({ sites }: Settings): string[] =>
  Object.entries(sites).flatMap(([origin, { off }]) => (off ? patternOf(origin) : []));
