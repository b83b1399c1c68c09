import { afterEach, describe, expect, it, vi } from "vitest";
import { readyFilters } from "../../shared/jira/ready-filters";
import { aSheet } from "../domain/builders";
import { compileJql, findByJql } from "../sandbox/jira/jql";
import { setProperty } from "../sandbox/jira/properties";
import { moveToSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

function found({ site, person }: ForgeStage, jql: string, who = "tom"): string[] {
  const asker = { site, by: person(who) };
  const compiled = compileJql(`${jql} ORDER BY key`, asker, { bounded: true });
  if (!compiled.ok) throw new Error(compiled.error.join());
  return findByJql(compiled.value, asker).map(({ key }) => key);
}

const betOf = ({ site }: ForgeStage) =>
  [...site.issues.values()].find(({ type }) => type.name === "Epic")?.key ?? "";
const put = ({ site, person }: ForgeStage, key: string, name: string, value: unknown) =>
  setProperty(site, person("tom"), key, name, JSON.stringify(value));

describe("JQL finds tickets", () => {
  it("by where their statements stand, once the app has looked at them", async () => {
    const stage = await forgeStage({ mode: "block" });
    stage.write("ATL-6");
    stage.sign("ATL-6");
    moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
    await stage.platform.settle();
    expect(found(stage, "plumblineStanding = signed")).toEqual(["ATL-6"]);
    await stage.platform.pass(2 * 3_600_000);
    expect(found(stage, "plumblineStanding = signed")).toEqual(["ATL-6"]);
    expect(found(stage, "plumblineStanding = missing")).toEqual(["ATL-1", "ATL-2"]);
    expect(found(stage, "issue.property[plumbline.standing].state in (missing, signed)")).toEqual([
      ...["ATL-1", "ATL-2", "ATL-6"],
    ]);
    expect(stage.platform.failures).toEqual([]);
  });

  it("also where the policy only watches", async () => {
    const stage = await forgeStage({ mode: "observe" });
    stage.write("ATL-6");
    moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
    await stage.platform.settle();
    expect(found(stage, "plumblineStanding = unsigned")).toEqual(["ATL-6"]);
    expect(stage.placeOf("ATL-6")).toBe(2);
  });

  it("that are put back too, noted in the same edit", async () => {
    const stage = await forgeStage({ mode: "block" });
    moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
    await stage.platform.settle();
    expect(stage.placeOf("ATL-6")).toBe(null);
    expect(found(stage, "plumblineStanding = missing")).toEqual(["ATL-6"]);
    expect(stage.platform.proxy.calls.filter(({ method }) => method === "PUT")).toHaveLength(1);
  });

  it("by what they inherit, and says of whom it is, so that a badge does not take it for the ticket's own", async () => {
    const stage = await forgeStage({ mode: "block" });
    const bet = betOf(stage);
    put(stage, bet, "plumbline.sheet", aSheet());
    stage.write(bet);
    stage.sign(bet);
    await stage.platform.runHourly();
    await stage.platform.settle();
    expect(found(stage, "plumblineStanding = signed")).toEqual(["ATL-1", bet].sort());
    expect(found(stage, 'plumblineServes = "Buying without an account"')).toContain("ATL-1");
    expect(found(stage, 'plumblineAim = "Buying without an account"')).toEqual([bet]);
    expect(stage.issue("ATL-1").properties.get("plumbline.standing")).toMatchObject({
      ...{ state: "signed", of: stage.issue(bet).id, link: "aligned" },
    });
  });

  it("by a note that was forged, and the gate does not care", async () => {
    const stage = await forgeStage({ mode: "block" });
    put(stage, "ATL-6", "plumbline.standing", { state: "signed", of: stage.issue("ATL-6").id });
    expect(found(stage, "plumblineStanding = signed")).toEqual(["ATL-6"]);
    moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
    await stage.platform.settle();
    expect(stage.placeOf("ATL-6")).toBe(null);
    expect(found(stage, "plumblineStanding = signed")).toEqual([]);
  });
});

describe("the ready-made filters", () => {
  const filters = readyFilters("ATL");
  const jqlOf = (name: string) => filters.find((it) => it.name === name)?.jql ?? "";

  it("find orphans, what is unsigned in open sprints, and what waits for who asks", async () => {
    const stage = await forgeStage({ mode: "observe" });
    const raj = stage.person("raj").accountId;
    stage.writePolicy({ mode: "observe", functions: [{ name: "product", signers: [raj] }] });
    put(stage, betOf(stage), "plumbline.sheet", aSheet());
    stage.write("ATL-2");
    await stage.platform.runHourly();
    await stage.platform.settle();
    expect(found(stage, jqlOf("orphans"))).toEqual(["ATL-2"]);
    expect(found(stage, jqlOf("unsigned-in-open-sprints"))).toEqual(["ATL-1", "ATL-2"]);
    expect(found(stage, jqlOf("waiting-for-me"), "raj")).toEqual(["ATL-2"]);
    expect(found(stage, jqlOf("waiting-for-me"), "tom")).toEqual([]);
  });
});
