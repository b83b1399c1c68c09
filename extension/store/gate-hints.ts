import { browser } from "wxt/browser";
import { z } from "zod";

const key = "gateHints";
const stored = z.record(z.string(), z.string().nullable()).catch({});

/** The custom field that holds the sprint on this site; undefined: never looked up, null: there is none. */
export async function readSprintField(origin: string): Promise<string | null | undefined> {
  const all = stored.parse((await browser.storage.local.get(key))[key]);
  return Object.hasOwn(all, origin) ? all[origin] : undefined;
}

export async function keepSprintField(origin: string, field: string | null): Promise<void> {
  const all = stored.parse((await browser.storage.local.get(key))[key]);
  await browser.storage.local.set({ [key]: { ...all, [origin]: field } });
}
