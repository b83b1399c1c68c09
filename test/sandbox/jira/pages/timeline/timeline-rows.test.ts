import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WireIssue, WireReference } from "../wire";
import { aWireIssue, aWireSprint } from "../wire-issue-builder";
import { type Span, spanOf, timelineRows, union } from "./timeline-rows";

const from = "2026-11-16T08:00:00Z";
const to = "2026-11-27T16:00:00Z";
const firstStart = "2026-11-02T08:00:00Z";
const sprints = [
  { ...aWireSprint(1, "CLOSED"), startDate: firstStart, endDate: "2026-11-13T16:00:00Z" },
  { ...aWireSprint(2, "ACTIVE"), startDate: from, endDate: to },
  aWireSprint(3, "FUTURE"),
];

describe("an issue's bar", () => {
  it.each<[string, Partial<WireIssue>, Span | null]>([
    ["is its latest sprint", { sprintIds: [1, 2] }, { from, to }],
    ["ends at the due date", { sprintIds: [2], dueDate: "2026-12-04" }, { from, to: "2026-12-04" }],
    [
      "is the due date alone where there is no sprint",
      { dueDate: "2026-12-04" },
      { from: "2026-12-04", to: "2026-12-04" },
    ],
    [
      "never ends before it starts",
      { sprintIds: [2], dueDate: "2026-11-01" },
      { from: "2026-11-01", to: "2026-11-01" },
    ],
    ["is missing in a sprint without dates", { sprintIds: [3] }, null],
    ["is missing where nothing has a date", {}, null],
  ])("%s", (_, parts, span) => {
    expect(spanOf(aWireIssue("A-1", parts), sprints)).toEqual(span);
  });

  it("covers, for several, each of them and no more", () => {
    const day = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true });
    const span = fc.tuple(day, day).map(([one, other]): Span => {
      const [first, last] = [one.toISOString(), other.toISOString()].sort();
      return { from: first ?? "", to: last ?? "" };
    });
    fc.assert(
      fc.property(fc.array(fc.option(span)), (spans) => {
        const all = spans.flatMap((it) => it ?? []);
        const whole = union(spans);
        if (all.length === 0) expect(whole).toBeNull();
        else
          expect(whole).toEqual({
            from: all.map((it) => it.from).sort()[0],
            to: all
              .map((it) => it.to)
              .sort()
              .at(-1),
          });
      }),
    );
  });
});

describe("the rows of a timeline", () => {
  const epic = (key: string) => aWireIssue(key, { hierarchyLevel: 1 });
  const under = (parent: WireReference, key: string, sprintIds: number[]) =>
    aWireIssue(key, { parent, sprintIds });
  const [one, other] = [epic("A-10"), epic("A-20")];
  const issues = [one, under(one, "A-1", [1]), other, under(one, "A-2", [2]), aWireIssue("A-3")];
  const rows = (openIds: string[]) => timelineRows({ issues, sprints }, (id) => openIds.includes(id));

  it("are the epics, with what is under those that are open", () => {
    const shown = (openIds: string[]) =>
      rows(openIds).map(({ issue, depth, open }) => [issue.key, depth, open]);
    expect(shown([])).toEqual([
      ["A-10", 0, false],
      ["A-20", 0, null],
    ]);
    expect(shown(["A-10", "A-20"])).toEqual([
      ["A-10", 0, true],
      ["A-1", 1, null],
      ["A-2", 1, null],
      ["A-20", 0, null],
    ]);
  });

  it("give an epic the time of what is under it, open or not", () => {
    const whole = { from: firstStart, to };
    expect(rows([])[0]?.span).toEqual(whole);
    expect(rows(["A-10"])[0]?.span).toEqual(whole);
    expect(rows([])[1]?.span).toBeNull();
  });
});
