import Dexie, { liveQuery } from "dexie";
import { z } from "zod";
import type { FactsCache, KnownItem, KnownPolicy, ReadLocal } from "../../shared/desk/facts-cache";
import { type Policy, policy } from "../../shared/domain/policy";
import { noLocalPolicies, policyInForce } from "../../shared/domain/policy-in-force";
import type { Reading } from "../../shared/domain/result";
import type { Database, ItemRow } from "./database";
import { unnamedRefs } from "./unnamed-refs";
import { knownRow, readAt, readingOf, workItemRow } from "./work-item-row";

const itemIds = z.object({ id: z.string(), parentId: z.string().nullable() });
const knownPolicy = z.object({ policy: readingOf(policy), readAt });

/** `readLocal` gives the policies that this browser keeps, which hold where a project has none. */
export function createFactsCache(
  database: Database,
  readLocal: ReadLocal = async () => noLocalPolicies,
): FactsCache {
  const { items, policies } = database;
  const inForce = async (site: string, scope: string, project: Reading<Policy>) =>
    policyInForce(project, await readLocal(site, scope)).policy;
  const ofSite = (site: string) =>
    items.where("[site+id]").between([site, Dexie.minKey], [site, Dexie.maxKey]);
  const policiesOfSite = (site: string) =>
    policies.where("[site+scope]").between([site, Dexie.minKey], [site, Dexie.maxKey]);
  return {
    async byKeys(site, keys) {
      const rows = await items
        .where("[site+key]")
        .anyOf(keys.map((key) => [site, key]))
        .toArray();
      const known = new Map<string, KnownItem>();
      for (const row of rows) {
        const found = read(row);
        // The ticket itself and a note that it was missing may both stand under one key: the later one holds.
        if (found !== null && (known.get(row.key)?.readAt ?? -1) <= row.readAt) known.set(row.key, found);
      }
      return known;
    },
    async byIds(site, ids) {
      const rows = await items.bulkGet(ids.map((id) => [site, id] as [string, string]));
      const known = rows.flatMap((row) => (row && read(row)) ?? []);
      return new Map(known.map((it) => [it.id, it]));
    },
    async policiesOf(site, scopes) {
      const rows = await policies.bulkGet(scopes.map((scope) => [site, scope] as [string, string]));
      const known = new Map<string, KnownPolicy>();
      for (const row of rows) {
        const found = knownPolicy.safeParse(row);
        if (row && found.success)
          known.set(row.scope, { ...found.data, policy: await inForce(site, row.scope, found.data.policy) });
      }
      return known;
    },
    async allPolicies(site) {
      const known = (await policiesOfSite(site).toArray()).map(async (row) => {
        const found = knownPolicy.safeParse(row).data;
        return found ? [{ ...found, policy: await inForce(site, row.scope, found.policy) }] : [];
      });
      return (await Promise.all(known)).flat();
    },
    inForce,
    async learn(site, asked, parsed, readAt) {
      const rows: ItemRow[] = parsed.items.map((item) => ({
        site,
        id: item.id,
        key: item.key,
        item,
        malformed: false,
        readAt,
      }));
      for (const { ref, ...said } of unnamedRefs(asked, parsed))
        rows.push({ site, id: ref, key: ref, ...said, readAt });
      await database.transaction("rw", items, policies, async () => {
        await items.bulkPut(rows);
        await policies.bulkPut(parsed.policies.map((it) => ({ site, ...it, readAt })));
      });
    },
    async all(site) {
      const rows = await ofSite(site).toArray();
      // One that was moved stands under its old key too, for those who ask by that.
      return rows.flatMap((row) => read(row) ?? []).filter(({ id, item }) => item === null || item.id === id);
    },
    forgetPolicy: (site, scope) => policies.delete([site, scope]),
    async expire(site, ids) {
      const touched = ofSite(site).filter(({ id, item }) => {
        const of = itemIds.safeParse(item).data;
        return [id, of?.id, of?.parentId].some((it) => ids.includes(it ?? ""));
      });
      const known = (await touched.toArray()).flatMap((row) => read(row) ?? []);
      await touched.modify({ readAt: 0 });
      return known.filter(({ item }) => item?.isBet === false).map(({ key }) => key);
    },
    watch(site, act, signal) {
      if (signal.aborted) return;
      // Counting is enough to be told of every change in what was counted.
      const counted = liveQuery(() => Promise.all([ofSite(site).count(), policiesOfSite(site).count()]));
      const subscription = counted.subscribe({ next: act, error: (error) => console.error(error) });
      signal.addEventListener("abort", () => subscription.unsubscribe(), { once: true });
    },
    async prune(before) {
      await Promise.all([
        items.where("readAt").below(before).delete(),
        policies.where("readAt").below(before).delete(),
      ]);
    },
  };
}

/** Null: this version cannot read the row, so it is as if it were not there. */
function read(row: ItemRow): KnownItem | null {
  const around = knownRow.safeParse(row);
  const item = row.item === null ? { success: true, data: null } : workItemRow.safeParse(row.item);
  return around.success && item.success ? { ...around.data, item: item.data ?? null } : null;
}
