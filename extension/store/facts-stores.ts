import type { FactsCache, ReadLocal } from "../../shared/desk/facts-cache";
import type { Database } from "./database";
import { createFactsCache } from "./facts-cache";
import { createSiteLeases, type SiteLeases } from "./site-leases";
import { createSitePauses, type SitePauses } from "./site-pauses";

/** What the facts of tickets are kept in, and by what the asking for them is kept polite. */
export interface FactsStores {
  cache: FactsCache;
  pauses: SitePauses;
  leases: SiteLeases;
}

export const createFactsStores = (database: Database, readLocal?: ReadLocal): FactsStores => ({
  cache: createFactsCache(database, readLocal),
  pauses: createSitePauses(database),
  leases: createSiteLeases(database),
});
