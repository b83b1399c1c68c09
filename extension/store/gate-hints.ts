import { browser } from "wxt/browser";
import { z } from "zod";

const key = "gateHints";
/** Null, from before: there was none then, which says nothing of now. */
const stored = z.record(z.string(), z.string().nullable()).catch({});

/** The custom field that holds the sprint on this site; null: none is known. */
export async function readSprintField(origin: string): Promise<string | null> {
  const all = stored.parse((await browser.storage.local.get(key))[key]);
  return (Object.hasOwn(all, origin) && all[origin]) || null;
}

export async function keepSprintField(origin: string, field: string): Promise<void> {
  const all = stored.parse((await browser.storage.local.get(key))[key]);
  await browser.storage.local.set({ [key]: { ...all, [origin]: field } });
}
