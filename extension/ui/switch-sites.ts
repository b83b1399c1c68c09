import { browser } from "wxt/browser";
import { changeSettings, withoutSite, withSite } from "../store/settings";
import { patternsOf } from "../trackers/site-patterns";
import type { View } from "../trackers/tracker-page";

/**
 * Turns sites on: the browser asks the person for exactly these. False: it was refused, and nothing has changed. To be
 * called straight from a click, or the browser does not ask.
 */
export async function turnSitesOn(origins: readonly string[]): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [...new Set(origins.flatMap(patternsOf))] });
  if (granted) {
    await changeSettings((settings) =>
      origins.reduce((all, origin) => withSite(all, origin, { off: false, lost: false }), settings),
    );
  }
  return granted;
}

/** Takes the overlay off a site and keeps the permission, so that it comes back in one click. */
export const turnSiteOff = (origin: string): Promise<void> =>
  changeSettings((settings) => withSite(settings, origin, { off: true }));

/** Gives the permission for a site back to the browser and forgets the site. */
export async function removeSite(origin: string): Promise<void> {
  // Its open pages end with this; of a site that is forgotten they would hear nothing.
  await turnSiteOff(origin);
  const isHeld = await browser.permissions.contains({ origins: patternsOf(origin) });
  if (isHeld) await browser.permissions.remove({ origins: patternsOf(origin) });
  await changeSettings((settings) => withoutSite(settings, origin));
}

/** Turns the badges of one view of a site on or off. */
export const switchView = (origin: string, view: View, on: boolean): Promise<void> =>
  changeSettings((settings) => {
    const others = (settings.sites[origin]?.viewsOff ?? []).filter((it) => it !== view);
    return withSite(settings, origin, { viewsOff: on ? others : [...others, view] });
  });
