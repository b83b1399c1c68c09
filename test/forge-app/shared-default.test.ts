import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultPolicy, type Policy } from "../../shared/domain/policy";
import { value } from "../../shared/domain/result";
import { jiraApi } from "../../shared/jira/api";
import { forgeStage } from "./forge-stage";
import { type ForgeStage, origin } from "./open-stage";

afterEach(() => vi.useRealTimers());

const hourMs = 3_600_000;
const blocking: Policy = { ...defaultPolicy, mode: "block" };

/** What a browser makes of the project when it asks for its policy. */
async function seenByBrowsers(stage: ForgeStage): Promise<unknown> {
  const { path, asked } = jiraApi.policyRequest("ATL") ?? { path: "", asked: [] };
  const answer = await stage.ask("tom", "GET", path);
  const said = { status: answer.status, contentType: "application/json", retryAfterS: null };
  const parsed = jiraApi.read({ path, asked }, { ...said, body: await answer.text() }, origin);
  return parsed.ok ? parsed.value.policies[0]?.policy : parsed.error.kind;
}
async function setDefault(stage: ForgeStage, policy: Policy | null): Promise<void> {
  await stage.call("saveSettings", { settings: { policy } }, "ana");
  await stage.platform.pass(2 * hourMs);
}
const withoutOwn = async () => {
  const stage = await forgeStage();
  for (const it of stage.site.projects) it.properties.delete("plumbline.policy");
  return stage;
};
const writes = ({ platform }: ForgeStage) =>
  platform.proxy.calls.filter(({ method, path }) => method !== "GET" && path.includes("policy-default"))
    .length;

describe("the policy of the app's settings", () => {
  it("holds in browsers too within the hour, until it is removed", async () => {
    const stage = await withoutOwn();
    expect(await seenByBrowsers(stage)).toEqual({ kind: "none" });
    await setDefault(stage, blocking);
    expect(await seenByBrowsers(stage)).toEqual(value(blocking));
    await setDefault(stage, { ...blocking, mode: "warn" });
    expect(await seenByBrowsers(stage)).toEqual(value({ ...blocking, mode: "warn" }));
    await setDefault(stage, { ...blocking, mode: "off" });
    expect(await seenByBrowsers(stage)).toEqual(value({ ...blocking, mode: "off" }));
    await setDefault(stage, null);
    expect(await seenByBrowsers(stage)).toEqual({ kind: "none" });
    expect(stage.platform.failures).toEqual([]);
  });

  it("does not hold where the project has one of its own", async () => {
    const stage = await forgeStage({ mode: "observe" });
    await setDefault(stage, blocking);
    expect(await seenByBrowsers(stage)).toMatchObject(value({ mode: "observe" }));
  });

  it("costs no call while it stays as it is", async () => {
    const stage = await withoutOwn();
    await stage.platform.pass(2 * hourMs);
    expect(writes(stage)).toBe(0);
    await setDefault(stage, blocking);
    await stage.platform.pass(5 * hourMs);
    expect(writes(stage)).toBe(1);
  });
});
