import { browser } from "wxt/browser";
import type { View } from "../trackers/tracker-page";

/** What the person decided for one site that may be read. */
export interface SiteSettings {
  /** The overlay is off, though the permission is still given. */
  off: boolean;
  /** Views of the site without badges. */
  viewsOff: View[];
}

/** The person's own choices, in `storage.local`, where every context reads them live. No secret belongs here. */
export interface Settings {
  /** By origin, `https://host`; a site that is missing here is on, in all views. */
  sites: Record<string, SiteSettings>;
  /** A language of `_locales`; null: the browser's. */
  language: string | null;
}

const key = "settings";
export const defaultSettings: Settings = { sites: {}, language: null };
export const defaultSite: SiteSettings = { off: false, viewsOff: [] };

/** The settings as they stand; what another version wrote and this one cannot read counts as not set. */
export async function readSettings(): Promise<Settings> {
  const { [key]: stored } = await browser.storage.local.get(key);
  return settingsOf(stored);
}

export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [key]: settings });
}

/** Tells of every change, from whichever context, until `signal` ends it. */
export function watchSettings(act: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key];
    if (change !== undefined) act(settingsOf(change.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener("abort", () => browser.storage.local.onChanged.removeListener(listener), {
    once: true,
  });
}

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
      },
    ]),
  );
}
