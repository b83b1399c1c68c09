import { browser } from "wxt/browser";
import { z } from "zod";

const prefix = "started ";
/** Whoever starts a sprint again later than this has to be asked anew. */
const heldMs = 30 * 60_000;

/** Whether a person was asked about the start of a sprint a while ago; then they have their answer, and are asked no more. */
export async function isStartAsked(site: string, sprint: string, now = Date.now()): Promise<boolean> {
  const name = `${prefix}${site} ${sprint}`;
  const at = z.number().safeParse((await browser.storage.session.get(name))[name]).data;
  return at !== undefined && now - at < heldMs;
}

export const noteStartAsked = (site: string, sprint: string, now = Date.now()): Promise<void> =>
  browser.storage.session.set({ [`${prefix}${site} ${sprint}`]: now });
