import { describe, expect, it } from "vitest";
import type { Sheet } from "../../shared/domain/sheet";
import { type SheetText, sheetVersions } from "../../shared/domain/sheet-versions";
import { aSheet } from "./builders";

const text = (sheet: Sheet, day: number, by = "Ana"): SheetText => ({
  sheet,
  at: `2026-11-0${day}T09:00:00.000Z`,
  by: [by],
});
const one = aSheet();
const two = aSheet({ version: 2, owner: "Raj", nonGoals: [] });
const three = aSheet({ version: 3, owner: "Raj" });

describe("the versions of a sheet", () => {
  it.each<[string, SheetText[], Sheet | null, [number, string | null, string[] | null][]]>([
    ["none, where there is no sheet", [], null, []],
    ["what stands, where nothing else is known", [], one, [[1, null, null]]],
    [
      "each with what it changed",
      [text(one, 1), text(two, 2, "Raj"), text(three, 3)],
      three,
      [
        [1, "2026-11-01T09:00:00.000Z", null],
        [2, "2026-11-02T09:00:00.000Z", ["owner", "nonGoals"]],
        [3, "2026-11-03T09:00:00.000Z", ["nonGoals"]],
      ],
    ],
    [
      "not those that change nothing but the count",
      [text(one, 1), text({ ...one, version: 2 }, 2)],
      { ...one, version: 3 },
      [[1, "2026-11-01T09:00:00.000Z", null]],
    ],
    [
      "also what somebody changed whom nobody saw",
      [text(one, 1)],
      two,
      [
        [1, "2026-11-01T09:00:00.000Z", null],
        [2, null, ["owner", "nonGoals"]],
      ],
    ],
  ])("are %s", (_, texts, now, expected) => {
    expect(sheetVersions(texts, now).map((it) => [it.sheet.version, it.at, it.changed])).toEqual(expected);
  });
});
