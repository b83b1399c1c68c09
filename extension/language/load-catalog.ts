import { browser } from "wxt/browser";
import { z } from "zod";
import type { Catalog } from "../store/catalog";

const messages = z.record(z.string(), z.object({ message: z.string() }));

/** Reads the sentences of one language out of the extension's own files. */
export async function loadCatalog(
  language: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<Catalog> {
  const path = `/_locales/${language}/messages.json` as Parameters<typeof browser.runtime.getURL>[0];
  const response = await fetch(browser.runtime.getURL(path));
  const parsed = messages.parse(await response.json());
  return Object.fromEntries(Object.entries(parsed).map(([name, { message }]) => [name, message]));
}
