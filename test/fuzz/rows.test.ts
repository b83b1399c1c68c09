import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createFactsService } from "../../extension/facts/facts-service";
import { Database, type ItemRow } from "../../extension/store/database";
import { createFactsStores } from "../../extension/store/facts-stores";
import { apis } from "../../extension/trackers/apis";
import type { Site } from "../../shared/desk/site";
import { expectShowable } from "./expect-showable";
import { fuzz } from "./fuzz";
import { type Json, jsonMutations, mutated } from "./json-mutations";
import { origins, recordAnswers } from "./recorded-answers";

const site: Site = { id: origins.jira, origin: origins.jira, api: apis.jira };
const now = Date.parse("2026-11-20T12:00:00.000Z");

/** Rows as today's version writes them: a few tickets, what they serve, and one that was missing. */
async function recordedRows(database: Database): Promise<ItemRow[]> {
  const { cache } = createFactsStores(database);
  for (const { request, body } of await recordAnswers("jira")) {
    const answer = {
      status: 200,
      contentType: "application/json",
      retryAfterS: null,
      body: JSON.stringify(body),
    };
    const parsed = apis.jira.read(request, answer, site.origin);
    if (!parsed.ok) throw new Error(`the sandbox's answer is ${parsed.error.kind}`);
    await cache.learn(site.id, [...request.asked, "ATL-4711"], parsed.value, now);
  }
  return database.items.toArray();
}

it("a stored row that another version or a broken disk wrote costs only itself", async () => {
  const database = new Database("fuzz-rows");
  const rows = await recordedRows(database);
  const service = createFactsService(createFactsStores(database), { now: () => now });
  const before = new Map(
    (await service.readFacts(site, { workspace: null, keys: rows.map(({ key }) => key) })).tickets.map(
      (it) => [it.key, it],
    ),
  );
  const items = new Map(
    rows.flatMap(({ item }) =>
      item === null ? [] : [[(item as { id: string }).id, item as { key: string; parentId: string | null }]],
    ),
  );
  const servesOrIs = (key: string, id: string): boolean => {
    const seen = new Set<string>();
    let it = [...items].find(([, item]) => item.key === key);
    while (it !== undefined && !seen.has(it[0])) {
      if (it[0] === id) return true;
      seen.add(it[0]);
      const above: string | null = it[1].parentId;
      const next = above === null ? undefined : items.get(above);
      it = above === null || next === undefined ? undefined : [above, next];
    }
    return false;
  };
  const cases = fc.record({
    which: fc.nat(rows.length - 1),
    others: fc.array(fc.nat(rows.length - 1), { maxLength: 3 }),
    mutations: jsonMutations(3),
  });
  await fuzz(4, cases, async ({ which, others, mutations }) => {
    const row = rows[which] as ItemRow;
    const broken = mutated(row as unknown as Json, mutations);
    if (typeof broken !== "object" || broken === null || Array.isArray(broken)) return;
    // The primary key is what the browser keeps the row under; without it there is no row.
    await database.items.put({ ...(broken as unknown as ItemRow), site: row.site, id: row.id });
    const keys = [...new Set([row, ...others.map((at) => rows[at] as ItemRow)].map(({ key }) => key))];
    const answer = await service.readFacts(site, { workspace: null, keys });
    const plan = await service.planFetch(site, { workspace: null, keys }, 1, null);
    await database.items.put(row);
    expectShowable(answer, keys);
    expect(plan.failure).toBeNull();
    for (const key of keys) {
      if (key === row.key || servesOrIs(key, row.id) || (broken as { key?: unknown }).key === key) continue;
      expect(answer.tickets.find((it) => it.key === key)).toEqual(before.get(key));
    }
  });
});
