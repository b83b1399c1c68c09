import { afterEach, describe, expect, it, vi } from "vitest";
import type { SprintReport } from "../../forge-app/src/resolvers/calls";
import { moveToSprint, updateSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

async function reportsOf(stage: ForgeStage, who = "tom"): Promise<SprintReport[]> {
  const projectId = stage.site.projects[0]?.id ?? "";
  const answer = await stage.call("sprintReports", { projectId }, who);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value as SprintReport[];
}

/** Sprint three is started with one ticket that is ready and one that is not, put there before anybody looked. */
async function started(mode: "observe" | "warn" | "block") {
  const stage = await forgeStage({ mode: "observe" });
  stage.write("ATL-5");
  stage.sign("ATL-5");
  moveToSprint(stage.site, stage.person("tom"), ["ATL-5", "ATL-6"], 3);
  await stage.platform.pass(600_000);
  stage.writePolicy({ mode });
  await stage.platform.pass(600_000);
  updateSprint(stage.site, stage.person("ana"), 3, { state: "active" });
  return stage;
}

describe("the report of a sprint that was started", () => {
  it.each(["observe", "warn", "block"] as const)("says what was not ready in it, under %s", async (mode) => {
    const stage = await started(mode);
    await stage.platform.settle();
    expect(await reportsOf(stage)).toEqual([
      {
        ...{ sprint: "3", name: "Sprint three", at: "2026-11-16T09:20:01.000Z", isWhole: true },
        ...{ looked: 2, hidden: 0 },
        notReady: [
          {
            ...{ id: stage.issue("ATL-6").id, key: "ATL-6", did: "left" },
            reasons: mode === "observe" ? ["observing", "statement-missing"] : ["statement-missing"],
          },
        ],
      },
    ]);
    expect(stage.platform.failures).toEqual([]);
  });

  it("counts what the reader may not see, without a name", async () => {
    const stage = await started("warn");
    await stage.platform.settle();
    stage.issue("ATL-6").visibleTo = ["admin"];
    expect(await reportsOf(stage)).toMatchObject([{ looked: 2, hidden: 1, notReady: [] }]);
    expect(await reportsOf(stage, "ana")).toMatchObject([{ hidden: 0, notReady: [{ key: "ATL-6" }] }]);
  });

  it("says so while it is being made", async () => {
    const stage = await started("warn");
    await stage.platform.pass(30_000);
    expect(await reportsOf(stage)).toEqual([]);
    await stage.platform.settle();
    expect(await reportsOf(stage)).toMatchObject([{ isWhole: true }]);
  });
});
