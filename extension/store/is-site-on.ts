import { readSettings } from "./settings";

/**
 * Whether Plumbline may do anything on a site, `https://host`: the person left it on, and the browser did not take the permission back.
 * Pages that were opened before go on to ask.
 */
export async function isSiteOn(origin: string): Promise<boolean> {
  const site = (await readSettings()).sites[origin];
  return site === undefined || !(site.off || site.lost);
}
