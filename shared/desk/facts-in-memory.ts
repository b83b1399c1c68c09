import { policyInForce } from "../domain/policy-in-force";
import type { FactsCache, KnownItem, KnownPolicy, ReadLocal } from "./facts-cache";

/** What a tracker said, for as long as this page is open. */
export function createFactsInMemory(readLocal: ReadLocal): FactsCache {
  const items = new Map<string, KnownItem>();
  const policies = new Map<string, KnownPolicy>();
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const act of [...watchers]) act();
  };
  const inForce: FactsCache["inForce"] = async (site, scope, project) =>
    policyInForce(project, await readLocal(site, scope)).policy;
  const held = async (site: string, scope: string, it: KnownPolicy): Promise<KnownPolicy> => ({
    ...it,
    policy: await inForce(site, scope, it.policy),
  });
  return {
    async byKeys(_site, keys) {
      const wanted = new Set(keys);
      const known = new Map<string, KnownItem>();
      // The ticket itself and a note that it was missing may both stand under one key: the later one holds.
      for (const it of items.values())
        if (wanted.has(it.key) && (known.get(it.key)?.readAt ?? -1) <= it.readAt) known.set(it.key, it);
      return known;
    },
    byIds: async (_site, ids) =>
      new Map(
        ids.flatMap((id) => {
          const it = items.get(id);
          return it === undefined ? [] : [[id, it] as const];
        }),
      ),
    async policiesOf(site, scopes) {
      const known = new Map<string, KnownPolicy>();
      for (const scope of scopes) {
        const it = policies.get(scope);
        if (it !== undefined) known.set(scope, await held(site, scope, it));
      }
      return known;
    },
    allPolicies: async (site) => Promise.all([...policies].map(([scope, it]) => held(site, scope, it))),
    inForce,
    async learn(_site, asked, parsed, readAt) {
      const named = new Set(parsed.items.flatMap(({ id, key }) => [id, key]));
      for (const item of parsed.items)
        items.set(item.id, { id: item.id, key: item.key, item, malformed: false, readAt });
      for (const ref of asked)
        if (!named.has(ref))
          items.set(ref, {
            id: ref,
            key: ref,
            item: null,
            malformed: parsed.malformed.includes(ref),
            readAt,
          });
      for (const { scope, policy } of parsed.policies) policies.set(scope, { policy, readAt });
      tell();
    },
    all: async () => [...items.values()],
    forgetPolicy: async (_site, scope) => void policies.delete(scope),
    async expire(_site, ids) {
      const touched = [...items.values()].filter(
        ({ id, item }) => ids.includes(id) || ids.includes(item?.parentId ?? ""),
      );
      for (const it of touched) items.set(it.id, { ...it, readAt: 0 });
      tell();
      return touched.flatMap(({ item }) => (item === null || item.isBet ? [] : item.key));
    },
    watch(_site, act, signal) {
      if (signal.aborted) return;
      watchers.add(act);
      signal.addEventListener("abort", () => watchers.delete(act), { once: true });
      act();
    },
    async prune(before) {
      for (const [id, { readAt }] of items) if (readAt < before) items.delete(id);
      for (const [scope, { readAt }] of policies) if (readAt < before) policies.delete(scope);
      tell();
    },
  };
}
