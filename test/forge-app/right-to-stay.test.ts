import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultPolicy } from "../../shared/domain/policy";
import { aStatement } from "../domain/builders";
import type { Fault } from "../sandbox/faults";
import { bet, ticket } from "../sandbox/jira/small-company";
import { moveToSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

const [hourMs, minuteMs] = [3_600_000, 60_000];
const unseen = { delivery: () => [] };
const down = () => new Response("", { status: 503 });

/** Has Jira answer so whatever matches, until it is called. */
function fail({ site }: ForgeStage, match: Fault["match"], respond: Fault["respond"]): () => void {
  const fault: Fault = { match, respond, times: Number.POSITIVE_INFINITY };
  site.faults.push(fault);
  return () => void site.faults.splice(site.faults.indexOf(fault), 1);
}

const many = (count: number) => Array.from({ length: count }, (_, at) => ticket(at + 1));
const betOf = ({ site }: ForgeStage) =>
  [...site.issues.values()].find(({ type }) => type.name === "Epic")?.key ?? "";

describe("a ticket has no right to stay", () => {
  it("that went in while what it serves could not be read; administrators are told", async () => {
    const tickets = [ticket(1, { betId: "north" })];
    const stage = await forgeStage({ mode: "block" }, {}, { bets: [bet("north")], tickets });
    await stage.platform.runHourly();
    // Of each try the first question is for the ticket, the second for what is above it.
    let asked = 0;
    const end = fail(stage, (it) => it.url.endsWith("/bulkfetch") && ++asked % 2 === 0, down);
    moveToSprint(stage.site, stage.person("tom"), ["ATL-1"], 2);
    await stage.platform.settle();
    expect(stage.placeOf("ATL-1")).toBe(2);
    const health = await stage.call("health", {}, "ana");
    expect(JSON.stringify(health)).toContain("what issues belong to");
    end();
    await stage.platform.pass(2 * hourMs);
    expect(stage.placeOf("ATL-1")).toBe(null);
    expect(stage.platform.failures).toEqual([]);
  });

  it("that entered before the policy could not be read for a while", async () => {
    const stage = await forgeStage({ mode: "block" }, unseen, { tickets: many(2) });
    moveToSprint(stage.site, stage.person("tom"), ["ATL-1"], 2);
    await stage.platform.pass(2 * hourMs);
    moveToSprint(stage.site, stage.person("tom"), ["ATL-2"], 2);
    const end = fail(stage, (it) => it.url.endsWith("/properties/plumbline.policy"), down);
    // The sweep of the next hour gives up on it.
    await stage.platform.pass(hourMs + 20 * minuteMs);
    end();
    await stage.platform.pass(2 * hourMs);
    // The first was inside when the gate began to look.
    expect(["ATL-1", "ATL-2"].map(stage.placeOf)).toEqual([2, null]);
  });

  it("that comes again and again, once the hour is over", async () => {
    const stage = await forgeStage({ mode: "block" }, {}, { tickets: many(1) });
    await stage.platform.pass(25 * hourMs + 10 * minuteMs);
    for (let time = 0; time < 3; time += 1) {
      moveToSprint(stage.site, stage.person("tom"), ["ATL-1"], 2);
      await stage.platform.settle();
    }
    expect(stage.placeOf("ATL-1")).toBe(2);
    await stage.platform.pass(3 * hourMs);
    expect(stage.placeOf("ATL-1")).toBe(null);
  });
});

it("a ticket that was let in twice stays, whatever its statement becomes", async () => {
  const tickets = [ticket(1, { betId: "north" })];
  const stage = await forgeStage({ mode: "block" }, {}, { bets: [bet("north")], tickets });
  await stage.platform.pass(hourMs);
  stage.write(betOf(stage));
  stage.sign(betOf(stage));
  const enter = async () => {
    moveToSprint(stage.site, stage.person("tom"), ["ATL-1"], 2);
    await stage.platform.settle();
    await stage.platform.pass(hourMs);
  };
  await enter();
  await stage.ask("tom", "POST", "/rest/agile/1.0/backlog/issue", { issues: ["ATL-1"] });
  await enter();
  stage.write(betOf(stage), aStatement({ author: stage.person("ana").accountId, cost: "Twice as much" }));
  await stage.platform.pass(30 * hourMs);
  expect(stage.placeOf("ATL-1")).toBe(2);
});

it("each of many that were put back is told so, though Jira refused for a while in between", async () => {
  const stage = await forgeStage({ mode: "block" }, unseen, { tickets: many(80) });
  await stage.platform.pass(hourMs);
  const keys = many(80).map(({ number }) => `ATL-${number}`);
  for (const some of [keys.slice(0, 50), keys.slice(50)])
    moveToSprint(stage.site, stage.person("tom"), some, 2);
  let moves = 0;
  fail(
    stage,
    (it) => it.url.endsWith("/backlog/issue") && ++moves === 2,
    () => new Response("", { status: 429 }),
  );
  await stage.platform.pass(3 * hourMs);
  expect(moves).toBeGreaterThan(2);
  expect(keys.filter((it) => stage.placeOf(it) !== null)).toEqual([]);
  expect(keys.filter((it) => stage.told(it).length !== 1)).toEqual([]);
});

it("a ticket that stays under a warning is told of once for its sprint", async () => {
  const stage = await forgeStage({ mode: "warn" }, {}, { tickets: many(1) });
  await stage.platform.pass(hourMs);
  moveToSprint(stage.site, stage.person("tom"), ["ATL-1"], 2);
  await stage.platform.pass(80 * hourMs);
  expect(stage.told("ATL-1")).toHaveLength(1);
});

it("a default policy that browsers cannot be told of is tried once a day, and administrators see it", async () => {
  const stage = await forgeStage({ mode: "observe" }, {}, { tickets: many(1) });
  let tried = 0;
  fail(
    stage,
    (it) => it.method === "PUT" && it.url.endsWith("/plumbline.policy-default"),
    () => {
      tried += 1;
      return Response.json({ errorMessages: ["You may not."] }, { status: 403 });
    },
  );
  moveToSprint(stage.site, stage.person("tom"), ["ATL-1"], 2);
  await stage.call("saveSettings", { settings: { policy: { ...defaultPolicy, mode: "block" } } }, "ana");
  await stage.platform.pass(20 * hourMs);
  expect(tried).toBe(1);
  expect(JSON.stringify(await stage.call("health", {}, "ana"))).toContain("Administer projects");
});
