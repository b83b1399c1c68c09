import { browser } from "wxt/browser";
import { readCatalog } from "../../store/catalog";
import { readSettings, type Settings } from "../../store/settings";
import { isTrackers, patternOf } from "../../trackers/site-patterns";

type Registered = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

/** In the order in which they run: the gate's two halves meet before the page's first script. */
const scripts = [
  { id: "gate", file: "/content-scripts/gate.js", world: "MAIN" },
  { id: "gate-bridge", file: "/content-scripts/gate-bridge.js", world: "ISOLATED" },
  { id: "tracker", file: "/content-scripts/tracker.js", world: "ISOLATED" },
] as const;
/** Before the tracker's own, where the person chose nothing that it would have to wait for. */
const asInstalledFile = "/as-installed.js";
const ids: string[] = scripts.map((it) => it.id);

/**
 * Registers the content scripts for the sites that the person has turned on, and for no other. Where that changes
 * anything they also run in the pages that are open already, so that nobody has to reload.
 */
export async function registerContentScripts(): Promise<void> {
  // One change at a time: between looking and registering, another could have registered.
  await navigator.locks.request("content-scripts", register);
}

async function register(): Promise<void> {
  const settings = await readSettings();
  const off = patternsOff(settings);
  const matches = (await grantedPages()).filter((pattern) => !off.includes(pattern));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids });
  const there = registered.map((it) => it.id);
  if (matches.length === 0) {
    if (there.length > 0) await browser.scripting.unregisterContentScripts({ ids: there });
    return;
  }
  const first = (await readCatalog()) === null && isAsInstalled(settings) ? [asInstalledFile] : [];
  const wanted = scripts.map(
    ({ id, file, world }): Registered => ({
      id,
      js: id === "tracker" ? [...first, file] : [file],
      world,
      matches,
      // A permission may be for all sites of a tracker; those that are off are taken out of it.
      excludeMatches: off,
      runAt: "document_start",
      persistAcrossSessions: true,
    }),
  );
  // An update takes a script away before it adds it anew, and a page that loads just then goes without.
  if (wanted.every((it) => registered.some((one) => one.id === it.id && isSame(one, it)))) return;
  const missing = wanted.filter((it) => !there.includes(it.id));
  const changed = wanted.filter((it) => there.includes(it.id));
  if (changed.length > 0) await browser.scripting.updateContentScripts(changed);
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing);
  await injectIntoOpenPages();
}

const isSame = (one: Registered, other: Registered): boolean =>
  JSON.stringify([sorted(one.matches), sorted(one.excludeMatches), pathsOf(one)]) ===
  JSON.stringify([sorted(other.matches), sorted(other.excludeMatches), pathsOf(other)]);

/** Chromium gives them back without their first stroke. */
const pathsOf = ({ js = [] }: Registered): string[] => js.map((it) => it.replace(/^\//, ""));

const sorted = (patterns: readonly string[] = []): string[] => [...patterns].sort();

/**
 * Runs the isolated content scripts in pages that are open already; where one runs, a second run ends at once. The gate's other half
 * has to come before the page's own scripts, so it begins with the next load.
 */
export async function injectIntoOpenPages(): Promise<void> {
  const matches = await grantedPages();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  const files = scripts.flatMap(({ file, world }) => (world === "ISOLATED" ? file : []));
  await Promise.allSettled(
    tabs.map(({ id: tabId }) =>
      tabId === undefined ? null : browser.scripting.executeScript({ target: { tabId }, files }),
    ),
  );
}

/** The granted match patterns that lie within what a tracker serves. */
async function grantedPages(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(isTrackers);
}

const isAsInstalled = ({ sites }: Settings): boolean =>
  Object.values(sites).every(({ viewsOff }) => viewsOff.length === 0);

const patternsOff = ({ sites }: Settings): string[] =>
  Object.entries(sites).flatMap(([origin, { off }]) => (off ? patternOf(origin) : []));
