import { browser } from "wxt/browser";
import { type Catalog, readCatalog, watchCatalog } from "../store/catalog";
import { type CompanyPolicy, readPolicy, watchPolicy } from "../store/company-policy";
import { readSettings, type Settings, watchSettings } from "../store/settings";

/** All that the extension's pages are drawn from, beside what they ask for themselves. */
export interface Situation {
  settings: Settings;
  /** The match patterns that the browser lets Plumbline read. */
  granted: string[];
  policy: CompanyPolicy;
  catalog: Catalog | null;
}

export async function readSituation(): Promise<Situation> {
  const [settings, { origins = [] }, policy, catalog] = await Promise.all([
    readSettings(),
    browser.permissions.getAll(),
    readPolicy(),
    readCatalog(),
  ]);
  return { settings, granted: origins, policy, catalog };
}

/** Tells of every change of any part, until `signal` ends it. */
export function watchSituation(act: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  watchSettings(act, signal);
  watchCatalog(act, signal);
  watchPolicy(act, signal);
  for (const event of [onAdded, onRemoved]) {
    event.addListener(act);
    signal.addEventListener("abort", () => event.removeListener(act), { once: true });
  }
}
