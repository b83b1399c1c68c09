import { browser } from "wxt/browser";
import { watchCatalog } from "../../store/catalog";
import { changeSettings, type Settings, watchSettings, withSite } from "../../store/settings";
import { isPermitted, originOf } from "../../trackers/site-patterns";
import { injectIntoOpenPages, registerContentScripts } from "./register-content-scripts";

/**
 * Keeps content scripts and settings in step with what the browser permits: a site that is permitted is remembered
 * as turned on, and one that was turned on and is permitted no more is marked as lost, to be offered back.
 */
export function keepSites(signal: AbortSignal): void {
  const { permissions, runtime } = browser;
  permissions.onAdded.addListener(async ({ origins = [] }) => {
    await changeSettings((settings) => origins.reduce(turnOn, settings));
    await compareSites();
    await registerContentScripts();
  });
  permissions.onRemoved.addListener(async () => {
    await compareSites();
    await registerContentScripts();
  });
  runtime.onStartup.addListener(async () => {
    await compareSites();
    await registerContentScripts();
  });
  runtime.onInstalled.addListener(async () => {
    await compareSites();
    await registerContentScripts();
    await injectIntoOpenPages();
  });
  watchSettings(async () => {
    await compareSites();
    await registerContentScripts();
  }, signal);
  watchCatalog(() => void registerContentScripts(), signal);
}

/** Marks each site that was turned on with whether it may still be read. */
async function compareSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  await changeSettings((settings) => sitesCompared(settings, origins));
}

/** The settings with every permitted site in them, and each site marked as lost or not. */
export function sitesCompared(settings: Settings, granted: readonly string[]): Settings {
  const origins = new Set([...Object.keys(settings.sites), ...granted.flatMap((it) => originOf(it) ?? [])]);
  return [...origins].reduce(
    (all, origin) => withSite(all, origin, { lost: !isPermitted(origin, granted) }),
    settings,
  );
}

function turnOn(settings: Settings, pattern: string): Settings {
  const origin = originOf(pattern);
  return origin === null ? settings : withSite(settings, origin, { off: false, lost: false });
}
