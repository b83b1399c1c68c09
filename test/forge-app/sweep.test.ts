import { afterEach, describe, expect, it, vi } from "vitest";
import { ticket } from "../sandbox/jira/small-company";
import { moveToSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";

afterEach(() => vi.useRealTimers());

const hourMs = 3_600_000;
const many = (count: number) => Array.from({ length: count }, (_, at) => ticket(at + 1, { sprintId: "two" }));
const loose = (count: number) => Array.from({ length: count }, (_, at) => ticket(at + 1));

describe("a sweep", () => {
  it("takes out whatever entered unseen, in as many calls as there are fifties, and says so on each", async () => {
    const stage = await forgeStage({ mode: "block" }, { delivery: () => [] }, { tickets: loose(120) });
    await stage.platform.pass(hourMs);
    const tom = stage.person("tom");
    moveToSprint(stage.site, tom, ["ATL-1"], 2);
    stage.platform.proxy.calls.length = 0;
    await stage.platform.pass(2 * hourMs);
    expect(stage.placeOf("ATL-1")).toBe(null);
    const keys = loose(120).map(({ number }) => `ATL-${number}`);
    for (const some of [keys.slice(0, 50), keys.slice(50, 100), keys.slice(100)])
      moveToSprint(stage.site, tom, some, 2);
    stage.platform.proxy.calls.length = 0;
    await stage.platform.pass(2 * hourMs);
    expect(keys.map(stage.placeOf).filter((it) => it !== null)).toEqual([]);
    const moves = stage.platform.proxy.calls.filter(({ path }) => path.endsWith("/backlog/issue"));
    expect(moves.length).toBeLessThanOrEqual(4);
    expect(stage.platform.failures).toEqual([]);
  });

  it("that is ended in the middle of a batch begins it again, and does no more than is due", async () => {
    let requests = 0;
    const stage = await forgeStage(
      { mode: "block" },
      {
        delivery: () => [],
        // Slow enough that a batch that comments on a hundred issues takes longer than 900 seconds.
        latencyMs: 4_000,
        fate: () => {
          requests += 1;
          return "goes-on";
        },
      },
      { tickets: loose(100) },
    );
    await stage.platform.pass(hourMs);
    const keys = loose(100).map(({ number }) => `ATL-${number}`);
    const tom = stage.person("tom");
    for (const some of [keys.slice(0, 50), keys.slice(50)]) moveToSprint(stage.site, tom, some, 2);
    await stage.platform.pass(6 * hourMs);
    expect(stage.platform.invoked.some(({ outcome }) => outcome === "ended")).toBe(true);
    expect(keys.map(stage.placeOf).filter((it) => it !== null)).toEqual([]);
    expect(keys.map((it) => stage.told(it).length).filter((it) => it !== 1)).toEqual([]);
    expect(requests).toBeGreaterThan(100);
  });

  it("is not begun twice for one hour", async () => {
    const stage = await forgeStage({ mode: "block" }, {}, { tickets: many(3) });
    await stage.platform.runHourly();
    await stage.platform.settle();
    const calls = stage.platform.proxy.calls.length;
    await stage.platform.runHourly();
    await stage.platform.settle();
    expect(stage.platform.proxy.calls.length).toBe(calls);
  });

  it("of an hour asks only for what changed; once a day for all", async () => {
    const stage = await forgeStage({ mode: "block" }, { delivery: () => [] }, { tickets: many(500) });
    const pointsOf = async (hours: number) => {
      stage.platform.proxy.calls.length = 0;
      await stage.platform.pass(hours * hourMs);
      return stage.platform.proxy.calls.reduce((all, { points }) => all + points, 0);
    };
    const first = await pointsOf(1.5);
    const quiet = await pointsOf(1);
    const day = await pointsOf(24);
    expect(first).toBeGreaterThan(1_000);
    expect(quiet).toBeLessThan(10);
    expect(day).toBeGreaterThan(1_000);
    expect(day).toBeLessThan(first + 24 * 10);
  });
});
