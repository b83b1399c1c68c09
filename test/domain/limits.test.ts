import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { laneUses } from "../../shared/domain/lane-budget";
import { limits, roomFor } from "../../shared/domain/limits";
import { utf8Length } from "../../shared/domain/utf8-length";
import { anyText } from "./arbitraries";

describe("the room that a text leaves", () => {
  it.each([
    ["half full", 16_000, "ample", 16_768],
    ["nine tenths full", 29_492, "near", 3_276],
    ["full to the last byte", 32_768, "near", 0],
    ["one byte too long", 32_769, "over", -1],
  ])("%s", (_, length, state, left) => {
    expect(roomFor("jira-property", "x".repeat(length))).toMatchObject({ used: length, state, left });
  });

  it("counts bytes where the tracker may, so that no umlaut comes as a surprise", () => {
    expect(roomFor("jira-property", "ü".repeat(16_385)).state).toBe("over");
    expect(roomFor("jira-comment", "ü".repeat(16_385)).state).toBe("ample");
  });

  it("says which limits are the tracker's own word", () => {
    expect(
      Object.entries(limits)
        .filter(([, it]) => it.source === "documented")
        .map(([name]) => name),
    ).toEqual(["jira-property"]);
  });

  it("counts bytes as the encoder does", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

describe("the use of lanes", () => {
  const work = (lane: "bug" | "spike" | null, points: number | null = 1) => ({ lane, points });
  const use = (all: Parameters<typeof laneUses>[0], budgets: Parameters<typeof laneUses>[1], lane = "bug") =>
    laneUses(all, budgets).lanes.find((it) => it.lane === lane);

  it("is a share of all work, in points where every ticket has them", () => {
    const all = [work("bug", 3), work(null, 5), work("spike", 2)];
    expect(laneUses(all, {}).by).toBe("points");
    expect(use(all, { bug: 0.2 })).toMatchObject({
      share: 0.3,
      budget: 0.2,
      used: 0.3 / 0.2,
      over: true,
      tickets: 1,
    });
  });

  it.each([
    ["without points", [work("bug", null), work(null), work(null), work(null)]],
    ["with points of nothing", [work("bug", 0), work(null), work(null), work(null)]],
  ])("counts tickets where one is %s", (_, all) => {
    expect(laneUses(all, {}).by).toBe("tickets");
    expect(use(all, { bug: 0.5 })).toMatchObject({ share: 0.25, used: 0.5, over: false });
  });

  it.each([
    ["no budget: any share is fine", [work("bug")], {}, { budget: null, used: null, over: false }],
    ["a budget of nothing, kept", [work(null)], { bug: 0 }, { used: null, over: false }],
    [
      "a budget of nothing, broken",
      [work("bug")],
      { bug: 0 },
      { used: Number.POSITIVE_INFINITY, over: true },
    ],
    ["no work at all", [], { bug: 0.1 }, { share: 0, used: 0, over: false }],
  ])("%s", (_, all, budgets, wanted) => {
    expect(use(all, budgets)).toMatchObject(wanted);
  });
});
