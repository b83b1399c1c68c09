import { browser } from "wxt/browser";
import { readLocal, watchLocal } from "./watch-local";

/** The sentences of one language by name, as the browser fills them in: `$1` is the first part. */
export type Catalog = Record<string, string>;

const key = "catalog";

/** The sentences of the language that the person chose over the browser's; null: the browser's own are to be used. */
export async function readCatalog(): Promise<Catalog | null> {
  return catalogOf(await readLocal(key));
}

/** Hands a language over to every context, content scripts too, which can load no file of the extension. */
export async function writeCatalog(catalog: Catalog | null): Promise<void> {
  if (catalog === null) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: catalog });
}

/** Tells of every other language, until `signal` ends it. */
export const watchCatalog = (act: (catalog: Catalog | null) => void, signal: AbortSignal): void =>
  watchLocal(key, (after) => act(catalogOf(after)), signal);

/** Only the background writes here. */
const catalogOf = (stored: unknown): Catalog | null =>
  typeof stored === "object" && stored !== null ? (stored as Catalog) : null;
