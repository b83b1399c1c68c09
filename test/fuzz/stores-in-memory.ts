import type { FactsCache, KnownItem, KnownPolicy } from "../../extension/store/facts-cache";
import type { FactsStores } from "../../extension/store/facts-stores";

/** The stores without a database under them, for as many cases as a database is too slow for. Nobody else asks here. */
export const storesInMemory = (): FactsStores => ({
  cache: cacheInMemory(),
  pauses: { inForce: async () => null, note: async () => undefined, settle: async () => undefined },
  leases: { take: async () => null, release: async () => undefined },
});

function cacheInMemory(): FactsCache {
  const items = new Map<string, KnownItem>();
  const policies = new Map<string, KnownPolicy>();
  return {
    async byKeys(_site, keys) {
      const wanted = new Set(keys);
      const known = new Map<string, KnownItem>();
      for (const it of items.values()) if (wanted.has(it.key)) known.set(it.key, it);
      return known;
    },
    byIds: async (_site, ids) =>
      new Map(ids.flatMap((id) => (items.has(id) ? [[id, items.get(id) as KnownItem]] : []))),
    allPolicies: async () => [...policies.values()],
    policiesOf: async (_site, scopes) =>
      new Map(scopes.flatMap((it) => (policies.has(it) ? [[it, policies.get(it) as KnownPolicy]] : []))),
    async learn(_site, asked, parsed, readAt) {
      const named = new Set(parsed.items.flatMap(({ id, key }) => [id, key]));
      for (const item of parsed.items)
        items.set(item.id, { id: item.id, key: item.key, item, malformed: false, readAt });
      for (const ref of asked) {
        const malformed = parsed.malformed.includes(ref);
        if (!named.has(ref)) items.set(ref, { id: ref, key: ref, item: null, malformed, readAt });
      }
      for (const { scope, policy } of parsed.policies) policies.set(scope, { policy, readAt });
    },
    inForce: async (_site, _scope, project) => project,
    forgetPolicy: async (_site, scope) => void policies.delete(scope),
    all: async () => [...items.values()],
    async expire(_site, ids) {
      for (const id of ids) {
        const it = items.get(id);
        if (it !== undefined) items.set(id, { ...it, readAt: 0 });
      }
      return [];
    },
    watch: (_site, act) => act(),
    prune: async () => undefined,
  };
}
