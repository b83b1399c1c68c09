import { defaultSite } from "../store/settings";
import { trackerOfOrigin } from "../trackers/hosts";
import { isPermitted, originOf } from "../trackers/site-patterns";
import type { View } from "../trackers/tracker-page";
import type { Situation } from "./situation";

/**
 * `new`: never turned on. `on`: read. `off`: permitted, and turned off by the person. `lost`: turned on once, and the
 * browser permits it no more.
 */
export type SiteState = "new" | "on" | "off" | "lost";

/** One site as a person sees it. */
export interface SiteRow {
  /** `https://host`. */
  origin: string;
  name: string;
  state: SiteState;
  viewsOff: readonly View[];
  /** The company wants it on. */
  suggested: boolean;
}

/** How one site stands. */
export function siteRow(origin: string, { settings, granted, policy }: Situation): SiteRow {
  const known = settings.sites[origin];
  const { off, viewsOff } = known ?? defaultSite;
  const permitted = isPermitted(origin, granted);
  const state = permitted ? (off ? "off" : "on") : known === undefined ? "new" : "lost";
  const suggested = policy.sites.includes(origin);
  return { origin, name: new URL(origin).host, state, viewsOff, suggested };
}

/** Every site that is on, was on, or is suggested by the company, by name. */
export function siteRows(situation: Situation): SiteRow[] {
  const { settings, granted, policy } = situation;
  const origins = [
    ...Object.keys(settings.sites),
    ...granted.flatMap((it) => originOf(it) ?? []),
    ...policy.sites,
  ].filter((origin) => trackerOfOrigin(origin) !== null);
  return [...new Set(origins)].sort().map((origin) => siteRow(origin, situation));
}
