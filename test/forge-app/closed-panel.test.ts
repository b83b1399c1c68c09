import { afterEach, describe, expect, it, vi } from "vitest";
import { issueViewOf } from "../sandbox/jira/front-end/issue-view-data";
import { moveToSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

/** What Jira's issue view shows beside the closed panel of the app; null: nothing. */
function shown(stage: ForgeStage, key: string): string | null {
  const statuses = issueViewOf(stage.site, stage.person("tom"), key)?.appStatuses ?? {};
  const [app, ...others] = Object.entries(statuses);
  expect(others).toEqual([]);
  if (app === undefined) return null;
  expect(app[0]).toBe(`${stage.platform.installed.id}:issue-panel`);
  return app[1].label;
}

describe("the closed panel of a ticket that nobody has opened shows where its statement stands", () => {
  it("once it enters a sprint", async () => {
    const stage = await forgeStage({ mode: "observe" });
    expect(shown(stage, "ATL-6")).toBe(null);
    stage.write("ATL-6");
    moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
    await stage.platform.settle();
    expect(shown(stage, "ATL-6")).toBe("Unsigned");
  });

  it("once it is put back", async () => {
    const stage = await forgeStage({ mode: "block" });
    moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
    await stage.platform.settle();
    expect(stage.placeOf("ATL-6")).toBe(null);
    expect(shown(stage, "ATL-6")).toBe("No statement");
  });

  it("after the sweep of the hour, for tickets and for what carries their statements", async () => {
    const stage = await forgeStage({ mode: "block" });
    const bet = [...stage.site.issues.values()].find(({ type }) => type.name === "Epic")?.key ?? "";
    stage.write(bet);
    stage.sign(bet);
    await stage.platform.runHourly();
    await stage.platform.settle();
    expect([shown(stage, "ATL-1"), shown(stage, bet)]).toEqual(["Signed off", "Signed off"]);
  });

  it("unless no statement is asked of it", async () => {
    const stage = await forgeStage({ mode: "block", issueTypes: { only: ["Incident"], except: [] } });
    await stage.platform.runHourly();
    await stage.platform.settle();
    expect(stage.issue("ATL-1").properties.get("plumbline.standing")).toMatchObject({ state: "exempt" });
    expect(shown(stage, "ATL-1")).toBe(null);
  });
});
