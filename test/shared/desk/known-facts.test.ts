import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { tenantOf } from "../../../extension/desk/tenant";
import { Database } from "../../../extension/store/database";
import { createFactsStores } from "../../../extension/store/facts-stores";
import { knownFacts } from "../../../shared/desk/known-facts";
import { value } from "../../../shared/domain/result";
import { aSheet, aStatement, aWorkItem } from "../../domain/builders";

const site = "https://northwind.atlassian.net";
const at = Date.parse("2026-11-24T09:00:00.000Z");
const bet = aWorkItem({ id: "7", isBet: true, sheet: value(aSheet()), statement: value(aStatement()) });
const items = [
  bet,
  aWorkItem({ id: "8", parentId: "7" }),
  aWorkItem({ id: "9", parentId: "8", statement: value(aStatement()) }),
  aWorkItem({ id: "10" }),
];
let databases = 0;

async function known() {
  const tenant = tenantOf(site);
  if (tenant === null) throw new Error("no tracker has this address");
  const { cache } = createFactsStores(new Database(`known-facts-${databases++}`));
  await cache.learn(site, [], { items, malformed: [], policies: [] }, at);
  return knownFacts(tenant, cache, () => at);
}

describe("what is known without asking the tracker", () => {
  it("is a ticket with all that it serves, and when it was read", async () => {
    const facts = await known();
    expect(await facts.knownTicket("ATL-9")).toMatchObject({
      ...{ ticket: { id: "9" }, ancestors: [{ id: "8" }, { id: "7" }], readAt: new Date(at).toISOString() },
      alignment: { kind: "aligned", inherited: true },
    });
    expect(await facts.knownTicket("ATL-99")).toBeNull();
  });

  it("is what lies below an object, however far, and nothing else", async () => {
    const { knownBelow } = await known();
    expect(await knownBelow("7")).toEqual([
      { id: "8", key: "ATL-8", title: "Ticket 8", parentId: "7", hasOwn: false },
      { id: "9", key: "ATL-9", title: "Ticket 9", parentId: "8", hasOwn: true },
    ]);
    expect(await knownBelow("10")).toEqual([]);
  });

  it("is bets and tickets apart", async () => {
    const facts = await known();
    expect((await facts.knownBets()).map(({ id }) => id)).toEqual(["7"]);
    expect((await facts.knownTickets()).map(({ ticket }) => ticket.id).toSorted()).toEqual(["10", "8", "9"]);
  });
});
