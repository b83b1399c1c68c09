import { afterEach, expect, it, vi } from "vitest";
import { jiraApi } from "../sandbox/jira/api";
import { bet, ticket } from "../sandbox/jira/small-company";
import { moveToSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

/**
 * A site whose two tickets serve a bet that nobody signed. `meanwhile` happens right after Jira has answered what the bet is, the
 * first so many `times`, and before what was judged is acted on; the clock goes on with each answer.
 */
async function stageWith(meanwhile: (stage: ForgeStage) => void, times = 1) {
  const hook: { jira?: ReturnType<typeof jiraApi>; stage?: ForgeStage; bet?: string } = {};
  const tickets = [1, 2].map((it) => ticket(it, { betId: "north" }));
  const stage = await forgeStage(
    { mode: "block" },
    {
      async jira(request) {
        const isOfBet = (await request.clone().text()).includes(`"${hook.bet}"`);
        const answer = (await hook.jira?.(request)) ?? null;
        vi.setSystemTime(Date.now() + 50);
        if (isOfBet && hook.stage !== undefined && times-- > 0) meanwhile(hook.stage);
        return answer;
      },
    },
    { bets: [bet("north")], tickets },
  );
  hook.jira = jiraApi(stage.site, stage.clock.now);
  // What is the same all over the site is read before.
  await stage.platform.runHourly();
  await stage.platform.settle();
  const { id, key } = [...stage.site.issues.values()].find(({ type }) => type.name === "Epic") ?? {};
  return { stage, bet: key ?? "", begin: () => Object.assign(hook, { stage, bet: id }) };
}

it("a ticket stays in its sprint whose bet was signed between the verdict and the move", async () => {
  const { stage, bet, begin } = await stageWith((it) => {
    it.write(bet);
    it.sign(bet);
  });
  begin();
  moveToSprint(stage.site, stage.person("tom"), ["ATL-1", "ATL-2"], 2);
  await stage.platform.settle();
  expect(["ATL-1", "ATL-2"].map(stage.placeOf)).toEqual([2, 2]);
  expect(stage.platform.failures).toEqual([]);
});

it.each([
  ["once", 1],
  ["twice", 2],
])("a ticket that somebody writes on %s meanwhile is looked at again, and is put back", async (_, times) => {
  const { stage, begin } = await stageWith((it) => it.sign("ATL-1", "tom"), times);
  begin();
  moveToSprint(stage.site, stage.person("tom"), ["ATL-1"], 2);
  await stage.platform.settle();
  expect(stage.placeOf("ATL-1")).toBe(null);
  expect(stage.told("ATL-1")).toHaveLength(1);
});
