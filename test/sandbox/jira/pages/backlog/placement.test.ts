import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aWireIssue } from "../wire-issue-builder";
import { heights, place, rowsBetween } from "./placement";
import type { Section } from "./sections";

const aSection = (id: string, count: number, open: boolean): Section => {
  const issues = Array.from({ length: count }, (_, index) => aWireIssue(`${id}-${index + 1}`));
  return { id, sprint: null, issues, visible: issues, open };
};

const sections = fc
  .array(fc.record({ count: fc.nat(30), open: fc.boolean() }), { maxLength: 6 })
  .map((wanted) => wanted.map(({ count, open }, index) => aSection(`S${index}`, count, open)));

describe("the places of a backlog", () => {
  it("gives closed sections no rows and open empty ones room for their sentence", () => {
    const placement = place([aSection("A", 2, false), aSection("B", 0, true), aSection("C", 1, true)]);
    expect(placement.sections.map(({ top, height }) => [top, height])).toEqual([
      [0, heights.header],
      [64, heights.header + heights.empty + heights.footer],
      [224, heights.header + heights.row + heights.footer],
    ]);
    expect(placement.rows.map(({ issue, top }) => [issue.key, top])).toEqual([["C-1", 272]]);
  });

  it("has no two rows on one spot, and numbers them from the top", () => {
    fc.assert(
      fc.property(sections, (some) => {
        const { rows, height } = place(some);
        rows.forEach((row, index) => {
          expect(row.index).toBe(index);
          expect(row.top).toBeGreaterThanOrEqual((rows[index - 1]?.top ?? -heights.row) + heights.row);
          expect(row.top + heights.row).toBeLessThanOrEqual(height);
        });
      }),
    );
  });

  it.each([
    [48, 49, ["A-1"]],
    [88, 128, ["A-2"]],
    [87, 128, ["A-1", "A-2"]],
    [88, 129, ["A-2", "A-3"]],
    [168, 500, []],
  ])("between %i and %i px shows %j", (from, to, keys) => {
    const { rows } = place([aSection("A", 3, true)]);
    expect(rowsBetween(rows, from, to).map((row) => row.issue.key)).toEqual(keys);
  });

  it("finds exactly the rows that touch a stretch", () => {
    fc.assert(
      fc.property(sections, fc.nat(4000), fc.nat(1000), (some, from, length) => {
        const { rows } = place(some);
        const to = from + length;
        expect(rowsBetween(rows, from, to)).toEqual(
          rows.filter((row) => row.top + heights.row > from && row.top < to),
        );
      }),
    );
  });
});
