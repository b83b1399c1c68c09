import { afterEach, expect, it, vi } from "vitest";
import { defaultPolicy } from "../../shared/domain/policy";
import { moveToSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";

afterEach(() => vi.useRealTimers());

const dayMs = 24 * 3_600_000;

it("tells Atlassian once a week whose account ids are kept, and takes out those whose accounts are closed", async () => {
  const stage = await forgeStage();
  const [raj, tom] = [stage.person("raj").accountId, stage.person("tom").accountId];
  const functions = [{ name: "product" as const, signers: [raj, tom] }];
  await stage.call("saveSettings", { settings: { policy: { ...defaultPolicy, functions } } }, "ana");
  stage.write("ATL-6");
  stage.sign("ATL-6", "raj");
  moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
  await stage.platform.pass(dayMs);
  expect(new Set(stage.platform.reportedAccounts)).toEqual(new Set([raj, tom]));
  const told = stage.platform.reportedAccounts.length;
  stage.platform.closedAccounts.add(raj);
  await stage.platform.pass(5 * dayMs);
  expect(stage.platform.reportedAccounts.length).toBe(told);
  expect(JSON.stringify([...stage.platform.store.values])).toContain(raj);
  await stage.platform.pass(3 * dayMs);
  expect(JSON.stringify([...stage.platform.store.values])).not.toContain(raj);
  expect(await stage.call("readSettings", {}, "ana")).toMatchObject({
    value: { policy: { functions: [{ name: "product", signers: ["", tom] }] } },
  });
  expect(stage.platform.failures).toEqual([]);
});
