import type { FactsStores } from "../../extension/store/facts-stores";
import { createFactsInMemory } from "../../shared/desk/facts-in-memory";
import { noLocalPolicies } from "../../shared/domain/policy-in-force";

/** The stores without a database under them, for as many cases as a database is too slow for. Nobody else asks here. */
export const storesInMemory = (): FactsStores => ({
  cache: createFactsInMemory(async () => noLocalPolicies),
  pauses: { inForce: async () => null, note: async () => undefined, settle: async () => undefined },
  leases: { take: async () => null, release: async () => undefined },
});
