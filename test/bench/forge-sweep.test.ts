import { afterEach, expect, it, vi } from "vitest";
import { writeReportPart } from "../e2e/report";
import { forgeStage } from "../forge-app/forge-stage";
import { ticket } from "../sandbox/jira/small-company";

afterEach(() => vi.useRealTimers());

const latencyMs = 250;

it("a sweep of everything costs calls, points and minutes in proportion to what is in open and future sprints", async () => {
  const rows = [];
  for (const issues of [1_000, 10_000, 100_000]) {
    const tickets = Array.from({ length: issues }, (_, at) => ticket(at + 1, { sprintId: "two" }));
    const stage = await forgeStage({ mode: "block" }, { latencyMs, delivery: () => [] }, { tickets });
    await stage.platform.runHourly();
    const ms = await stage.platform.settle();
    const { calls } = stage.platform.proxy;
    const { invoked } = stage.platform;
    const count = (outcome: string) => invoked.filter((it) => it.outcome === outcome).length;
    rows.push({
      ...{ issues, calls: calls.length, minutes: Math.round(ms / 6_000) / 10 },
      points: calls.reduce((all, { points }) => all + points, 0),
      ...{ invocations: invoked.length, retries: count("retry"), ended: count("ended") },
    });
    expect(stage.platform.failures).toEqual([]);
    stage.end();
  }
  await writeReportPart("forge", "sweep", { latencyMs, rows });
  const [small, , large] = rows;
  expect((large?.calls ?? 0) / (small?.calls ?? 1)).toBeLessThan(110);
  // A batch is done long before the platform would end it.
  expect(rows.map(({ ended }) => ended)).toEqual([0, 0, 0]);
}, 600_000);
