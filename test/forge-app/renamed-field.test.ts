import { afterEach, describe, expect, it, vi } from "vitest";
import { moveToSprint, updateSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";

afterEach(() => vi.useRealTimers());

const hourMs = 3_600_000;

describe("where the Sprint field has another name", () => {
  it("a ticket that enters is put back on its event", async () => {
    const stage = await forgeStage();
    stage.site.sprintFieldName = "Iteration";
    moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
    await stage.platform.settle();
    expect(stage.placeOf("ATL-6")).toBe(null);
    expect(stage.platform.failures).toEqual([]);
  });

  it("sweeps find what came in unseen", async () => {
    let isLost = true;
    const stage = await forgeStage({ mode: "block" }, { delivery: () => (isLost ? [] : [1_000]) });
    stage.site.sprintFieldName = "Iteration";
    await stage.platform.pass(hourMs);
    moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
    await stage.platform.pass(2 * hourMs);
    expect(stage.placeOf("ATL-6")).toBe(null);
    moveToSprint(stage.site, stage.person("tom"), ["ATL-5"], 3);
    isLost = false;
    updateSprint(stage.site, stage.person("ana"), 3, { state: "active" });
    await stage.platform.settle();
    expect(stage.placeOf("ATL-5")).toBe(null);
    expect(stage.platform.failures).toEqual([]);
  });
});

it("a change of another custom field asks Jira for nothing", async () => {
  const stage = await forgeStage();
  moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
  await stage.platform.settle();
  const before = stage.platform.proxy.calls.length;
  await stage.ask("tom", "PUT", "/rest/api/3/issue/ATL-5", { fields: { customfield_10016: 8 } });
  await stage.platform.settle();
  expect(stage.platform.invoked.at(-1)).toMatchObject({ functionKey: "issue-moved-fn", jiraCalls: 0 });
  expect(stage.platform.proxy.calls.length).toBe(before);
});
