import { afterEach, describe, expect, it, vi } from "vitest";
import { aStatement } from "../domain/builders";
import type { Fate } from "../sandbox/forge/platform";
import { setProjectProperty } from "../sandbox/jira/properties";
import { moveToBacklog, moveToSprint, updateSprint } from "../sandbox/jira/sprints";
import { forgeStage, loadApp } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

const key = "ATL-6";
const move = ({ site, person }: ForgeStage, to: number | null, who = "tom") =>
  to === null ? moveToBacklog(site, person(who), [key]) : moveToSprint(site, person(who), [key], to);
const movesOf = ({ site, platform, issue }: ForgeStage) =>
  issue(key).changelog.filter(({ author }) => author === platform.app && site.issues.size > 0).length;

describe("the app does not fight", () => {
  it("puts back where it came from", async () => {
    const stage = await forgeStage({ mode: "observe" });
    move(stage, 3);
    await stage.platform.pass(600_000);
    stage.writePolicy({ mode: "block" });
    await stage.platform.pass(600_000);
    move(stage, 2);
    await stage.platform.settle();
    expect(stage.placeOf(key)).toBe(3);
  });

  it("a person who breaks the glass", async () => {
    const stage = await forgeStage();
    stage.breakGlass(key);
    move(stage, 2);
    await stage.platform.pass(3 * 3_600_000);
    expect(stage.placeOf(key)).toBe(2);
    expect(movesOf(stage)).toBe(0);
  });

  it("what is carried over when a sprint ends", async () => {
    const stage = await forgeStage();
    const [site, ana] = [stage.site, stage.person("ana")];
    updateSprint(site, ana, 2, { state: "closed" });
    for (const it of ["ATL-1", "ATL-2"]) moveToSprint(site, ana, [it], 3);
    await stage.platform.pass(25 * 3_600_000);
    expect(["ATL-1", "ATL-2", "ATL-4"].map(stage.placeOf)).toEqual([3, 3, 3]);
    expect(["ATL-1", "ATL-2"].flatMap(stage.told)).toEqual([]);
  });

  it("the extension, which puts back before it, or in another browser after it", async () => {
    const stage = await forgeStage({ mode: "block" }, { delivery: () => [60_000] });
    move(stage, 2);
    move(stage, null);
    await stage.platform.settle();
    expect(movesOf(stage)).toBe(0);
    expect(stage.told(key)).toEqual([]);
    move(stage, 2);
    await stage.platform.settle();
    move(stage, null);
    await stage.platform.settle();
    expect(stage.placeOf(key)).toBe(null);
    expect(movesOf(stage)).toBe(1);
  });

  it("what changed after it was let in", async () => {
    const stage = await forgeStage();
    stage.write(key);
    stage.sign(key);
    move(stage, 2);
    await stage.platform.settle();
    stage.write(key, aStatement({ problem: "Something else came up." }));
    await stage.platform.pass(25 * 3_600_000);
    expect(stage.placeOf(key)).toBe(2);
    expect(stage.told(key)).toEqual([]);
  });

  it("who signs while it still reads what it is to judge", async () => {
    let act: (() => void) | null = null;
    const fate = (): Fate => {
      // The ticket was read, and what it serves, or its policy, is being read.
      if (stage.platform.proxy.calls.at(-1)?.path.endsWith("/group/member")) act?.();
      return "goes-on";
    };
    const signers = { groups: ["signers"], signers: [] };
    const stage = await forgeStage({ mode: "block", functions: [{ name: "product", ...signers }] }, { fate });
    stage.site.groups.push({ groupId: "1", name: "signers", members: [stage.person("raj")] });
    stage.write(key);
    act = () => {
      act = null;
      stage.clock.moveTo(stage.clock.now() + 1_000);
      stage.sign(key);
    };
    move(stage, 2);
    await stage.platform.settle();
    expect(act).toBe(null);
    expect(stage.placeOf(key)).toBe(2);
    expect(movesOf(stage)).toBe(0);
  });

  it("an automation that insists: three times an hour and no more", async () => {
    const stage = await forgeStage();
    const stop = new AbortController();
    stage.site.onChange((change) => {
      if (change.kind !== "issue-updated" || change.by !== stage.platform.app) return;
      if (stage.placeOf(key) === null) move(stage, 2);
    }, stop.signal);
    move(stage, 2);
    await stage.platform.pass(50 * 60_000);
    expect(movesOf(stage)).toBe(2);
    expect(stage.told(key).join("\n")).toContain("twice within an hour and came again");
    stop.abort();
    await stage.platform.pass(2 * 3_600_000);
    expect(stage.placeOf(key)).toBe(null);
  });

  it("a policy that stopped blocking before it looked", async () => {
    const stage = await forgeStage({ mode: "block" }, { delivery: () => [180_000] });
    move(stage, 2);
    stage.writePolicy({ mode: "observe" });
    await stage.platform.settle();
    expect(stage.placeOf(key)).toBe(2);
  });
});

describe("what goes wrong on the way", () => {
  it.each(["ended-before", "ended-after"] as const)(
    "an invocation that is %s any one of its requests leaves nothing undone or told twice",
    async (how) => {
      for (let deadly = 1; deadly <= 14; deadly += 1) {
        let asked = 0;
        const fate = (): Fate => {
          asked += 1;
          return asked === deadly ? how : "goes-on";
        };
        const stage = await forgeStage({ mode: "block" }, { fate, load: loadApp });
        move(stage, 2);
        await stage.platform.settle();
        await stage.platform.pass(2 * 3_600_000);
        expect(stage.placeOf(key), `ended at request ${deadly}`).toBe(null);
        expect(stage.told(key), `ended at request ${deadly}`).toHaveLength(1);
        expect(stage.platform.failures).toEqual([]);
        stage.end();
      }
    },
  );

  it("Jira that is busy is asked again when it says so", async () => {
    const stage = await forgeStage();
    let isBusy = true;
    stage.site.faults.push({
      match: (it) => isBusy && it.url.includes("bulkfetch"),
      respond: () => new Response("{}", { status: 429, headers: { "Retry-After": "120" } }),
      times: 100,
    });
    move(stage, 2);
    await stage.platform.pass(60_000);
    expect(stage.placeOf(key)).toBe(2);
    isBusy = false;
    await stage.platform.pass(120_000);
    expect(stage.placeOf(key)).toBe(null);
    expect(stage.platform.invoked.map(({ outcome }) => outcome)).toEqual(["retry", "done"]);
  });

  it("Jira that is down for an hour is asked by the next sweeps", async () => {
    const stage = await forgeStage();
    await stage.platform.pass(3_700_000);
    let isDown = true;
    stage.site.faults.push({
      match: () => isDown,
      respond: () => new Response("down", { status: 503 }),
      times: 10_000,
    });
    move(stage, 2);
    await stage.platform.pass(3_400_000);
    expect(stage.placeOf(key)).toBe(2);
    isDown = false;
    await stage.platform.pass(3_600_000);
    expect(stage.placeOf(key)).toBe(null);
  });

  it("an app that may not schedule says so on the ticket, once", async () => {
    const stage = await forgeStage({ mode: "block" }, { delivery: () => [1_000, 2_000] });
    stage.platform.app.role = "signer";
    stage.site.grants.signer.delete("SCHEDULE_ISSUES");
    move(stage, 2);
    await stage.platform.pass(3 * 3_600_000);
    expect(stage.placeOf(key)).toBe(2);
    expect(stage.told(key)).toEqual([expect.stringContaining("could not be taken out")]);
    expect(stage.told(key)[0]).toContain("does not have permission to assign issues to sprints");
  });

  it("a policy that nobody can read keeps nothing out", async () => {
    const stage = await forgeStage();
    setProjectProperty(stage.site, stage.person("ana"), "ATL", "plumbline.policy", '{"mode":"sometimes"}');
    move(stage, 2);
    await stage.platform.settle();
    expect(stage.placeOf(key)).toBe(2);
  });
});
