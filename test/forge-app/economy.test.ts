import { afterEach, describe, expect, it, vi } from "vitest";
import { bet, ticket } from "../sandbox/jira/small-company";
import { moveToSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

/** Two bets, of which only the first has a signed statement; tickets 1 and 2 serve the first, 3 and 4 the second. */
async function twoBets(): Promise<ForgeStage> {
  const tickets = [1, 2, 3, 4].map((it) => ticket(it, { betId: it < 3 ? "north" : "south" }));
  const stage = await forgeStage({ mode: "block" }, {}, { bets: [bet("north"), bet("south")], tickets });
  const signed = stage.site.issues.get(stage.issue("ATL-1").parentId ?? "");
  stage.write(signed?.key ?? "");
  stage.sign(signed?.key ?? "");
  return stage;
}

async function enter(stage: ForgeStage, key: string): Promise<number> {
  moveToSprint(stage.site, stage.person("tom"), [key], 2);
  await stage.platform.settle();
  return stage.platform.invoked.at(-1)?.jiraCalls ?? Number.NaN;
}

describe("an event costs three calls to Jira at most", () => {
  it.each([
    ["for a ticket whose neighbours were seen, let in", ["ATL-1"], "ATL-2", 2],
    ["for a ticket whose neighbours were seen, put back", ["ATL-3"], "ATL-4", null],
    ["for one that was seen itself", ["ATL-3", "ATL-3"], "ATL-3", 2],
  ] as const)("%s", async (_, before, key, place) => {
    const stage = await twoBets();
    for (const it of before) await enter(stage, it);
    expect(await enter(stage, key)).toBeLessThanOrEqual(3);
    // After two put-backs within an hour a ticket that comes again stays, and people are told.
    expect(stage.placeOf(key)).toBe(place);
    expect(stage.platform.failures).toEqual([]);
  });
});

it("a ticket that is made in a sprint costs three calls to Jira at most", async () => {
  const stage = await twoBets();
  await enter(stage, "ATL-3");
  const parent = { id: stage.issue("ATL-3").parentId };
  const fields = { project: { key: "ATL" }, issuetype: { name: "Story" }, summary: "New", parent };
  await stage.ask("tom", "POST", "/rest/api/3/issue", { fields: { ...fields, customfield_10020: 2 } });
  const made = [...stage.site.issues.values()].at(-1)?.key ?? "";
  expect(stage.placeOf(made)).toBe(2);
  await stage.platform.settle();
  expect(stage.placeOf(made)).toBe(null);
  expect(stage.platform.invoked.at(-1)?.jiraCalls).toBeLessThanOrEqual(3);
});

it("what neighbours serve lets no ticket in, and takes none out", async () => {
  const stage = await twoBets();
  for (const key of ["ATL-1", "ATL-3", "ATL-2", "ATL-4"]) await enter(stage, key);
  expect(["ATL-1", "ATL-2", "ATL-3", "ATL-4"].map(stage.placeOf)).toEqual([2, 2, null, null]);
});

it("a ticket that was moved below another bet is judged by that one", async () => {
  const stage = await twoBets();
  await enter(stage, "ATL-1");
  moveToSprint(stage.site, stage.person("tom"), ["ATL-1"], 3);
  await stage.platform.settle();
  const parent = { id: stage.issue("ATL-3").parentId };
  await stage.ask("tom", "POST", "/rest/agile/1.0/backlog/issue", { issues: ["ATL-1"] });
  await stage.ask("tom", "PUT", "/rest/api/3/issue/ATL-1", { fields: { parent } });
  await enter(stage, "ATL-1");
  expect(stage.placeOf("ATL-1")).toBe(null);
});
