import { browser } from "wxt/browser";
import type { View } from "../trackers/tracker-page";
import { readLocal, watchLocal } from "./watch-local";

/** What the person decided for one site that may be read. */
export interface SiteSettings {
  /** The overlay is off, though the permission is still given. */
  off: boolean;
  /** Views of the site without badges. */
  viewsOff: View[];
  /** The browser took the permission back, though the site was turned on. Only the background writes this. */
  lost: boolean;
}

/** The person's own choices, in `storage.local`, where every context reads them live. No secret belongs here. */
export interface Settings {
  /** Every site that was turned on, by origin, `https://host`; one that is missing here is on, in all views. */
  sites: Record<string, SiteSettings>;
  /** A language of `_locales`; null: the browser's. */
  language: string | null;
}

const key = "settings";
export const defaultSettings: Settings = { sites: {}, language: null };
export const defaultSite: SiteSettings = { off: false, viewsOff: [], lost: false };

/** The settings as they stand; what another version wrote and this one cannot read counts as not set. */
export async function readSettings(): Promise<Settings> {
  return settingsOf(await readLocal(key));
}

/** Writes what `change` makes of the settings; one change at a time, over all pages and the background. */
export async function changeSettings(
  change: (settings: Settings) => Settings,
  locks: Pick<LockManager, "request"> = navigator.locks,
): Promise<void> {
  await locks.request(key, async () => {
    const before = await readSettings();
    const after = change(before);
    if (JSON.stringify(after) !== JSON.stringify(before)) await browser.storage.local.set({ [key]: after });
  });
}

/** The settings with one site changed. */
export const withSite = (settings: Settings, origin: string, change: Partial<SiteSettings>): Settings => ({
  ...settings,
  sites: { ...settings.sites, [origin]: { ...defaultSite, ...settings.sites[origin], ...change } },
});

/** The settings without one site, as if it had never been turned on. */
export function withoutSite(settings: Settings, origin: string): Settings {
  const { [origin]: _, ...sites } = settings.sites;
  return { ...settings, sites };
}

/** Tells of every change, from whichever context, until `signal` ends it. */
export const watchSettings = (
  act: (settings: Settings, before: Settings) => void,
  signal: AbortSignal,
): void => watchLocal(key, (after, before) => act(settingsOf(after), settingsOf(before)), signal);

function settingsOf(stored: unknown): Settings {
  if (typeof stored !== "object" || stored === null) return defaultSettings;
  const { sites, language } = stored as Partial<Record<keyof Settings, unknown>>;
  return {
    sites: typeof sites === "object" && sites !== null ? sitesOf(sites) : {},
    language: typeof language === "string" ? language : null,
  };
}

function sitesOf(stored: object): Settings["sites"] {
  return Object.fromEntries(
    Object.entries(stored).map(([origin, site]: [string, Partial<SiteSettings> | null]) => [
      origin,
      {
        off: site?.off === true,
        viewsOff: Array.isArray(site?.viewsOff) ? site.viewsOff.filter((it) => typeof it === "string") : [],
        lost: site?.lost === true,
      },
    ]),
  );
}
