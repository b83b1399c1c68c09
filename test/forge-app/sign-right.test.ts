import { afterEach, describe, expect, it, vi } from "vitest";
import { moveToSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

const key = "ATL-6";

/** The policy names the app's own permission for product, which only Raj holds. */
async function stageWithRight(): Promise<ForgeStage & { permission: string }> {
  const stage = await forgeStage();
  const permission = stage.platform.permissionKey("sign-statements");
  stage.site.appPermissions.get(permission)?.add(stage.person("raj"));
  stage.writePolicy({ mode: "block", functions: [{ name: "product", signers: [], roles: [permission] }] });
  stage.write(key);
  return { ...stage, permission };
}

const enter = async ({ site, person, platform }: ForgeStage) => {
  moveToSprint(site, person("tom"), [key], 2);
  await platform.settle();
};

describe("the permission to sign off problem statements", () => {
  it("lets who holds it sign", async () => {
    const stage = await stageWithRight();
    stage.sign(key, "raj");
    await enter(stage);
    expect(stage.placeOf(key)).toBe(2);
  });

  it("lets nobody else sign", async () => {
    const stage = await stageWithRight();
    stage.sign(key, "tom");
    await enter(stage);
    expect(stage.placeOf(key)).toBe(null);
  });

  it("is told to a page, of who asks and of nobody else", async () => {
    const stage = await stageWithRight();
    const projectId = stage.site.projects[0]?.id;
    for (const [who, isHeld] of [["raj", true] as const, ["tom", false] as const])
      expect(await stage.call("mySignRight", { projectId }, who)).toEqual({
        ok: true,
        value: { isHeld, permission: stage.permission },
      });
  });

  it.each([
    [
      "nobody lets the app see who holds it",
      ({ site }: ForgeStage) => void site.grants.admin.delete("ADMINISTER_PROJECTS"),
    ],
    ["it is another app's, or gone", ({ site }: ForgeStage) => site.appPermissions.clear()],
  ])("is not known where %s, and the policy decides", async (_, prepare) => {
    for (const [withoutFacts, place] of [["allow-and-flag", 2] as const, ["block", null] as const]) {
      const stage = await stageWithRight();
      const functions = [{ name: "product" as const, signers: [], roles: [stage.permission] }];
      stage.writePolicy({ mode: "block", withoutFacts, functions });
      stage.sign(key, "raj");
      prepare(stage);
      await enter(stage);
      expect(stage.placeOf(key)).toBe(place);
      stage.end();
    }
  });
});
