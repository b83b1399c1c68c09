import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alignment, chainOf, resolveAlignment } from "../../shared/domain/alignment";
import type { WorkItem } from "../../shared/domain/issue";
import { lane, noLanePolicy } from "../../shared/domain/lane";
import type { Reading } from "../../shared/domain/result";
import type { Sheet } from "../../shared/domain/sheet";
import { anySheet } from "./arbitraries";
import { aSheet, aWorkItem } from "./builders";

const now = "2026-11-21T10:00:00.000Z";
const unreadable: Reading<Sheet> = { kind: "unreadable", findings: [{ line: 3, message: "no such state" }] };
const withSheet = (over: Partial<Sheet> = {}) => ({ sheet: { kind: "value" as const, value: aSheet(over) } });

const finder = (items: readonly WorkItem[]) => {
  const byId = new Map(items.map((it) => [it.id, it]));
  return (id: string) => byId.get(id);
};

/** The alignment of the first item, whose ancestors are the others, each the parent of the one before. */
function alignmentOf(items: readonly Partial<WorkItem>[], lanes = noLanePolicy, at = now): Alignment {
  const all = items.map((it, index) =>
    aWorkItem({ id: String(index), parentId: index + 1 < items.length ? String(index + 1) : null, ...it }),
  );
  const issue = all[0] ?? aWorkItem();
  return resolveAlignment(issue, chainOf(issue, finder(all)), lanes, at);
}

/** The parts of an alignment that a table can hold. */
const told = (it: Alignment) => ({
  kind: it.kind,
  from: it.from?.id ?? null,
  ...(it.kind === "aligned" && { inherited: it.inherited }),
  ...(it.kind === "lane" && { lane: it.lane, by: it.by }),
  ...(it.kind === "orphan" && { reasons: it.reasons }),
  ...(it.kind === "unknown" && { reason: it.reason, findings: it.findings.length }),
});

describe("the chain above an item", () => {
  const ids = (item: WorkItem, all: readonly WorkItem[]) => {
    const chain = chainOf(item, finder(all));
    return [...chain.ancestors.map((it) => it.id), chain.end];
  };
  const item = aWorkItem({ id: "a", parentId: "b" });

  it.each([
    ["ends at the root", [aWorkItem({ id: "b", parentId: "c" }), aWorkItem({ id: "c" })], ["b", "c", "root"]],
    ["ends at a gap", [aWorkItem({ id: "b", parentId: "c" })], ["b", "gap"]],
    ["ends at a gap at once", [], ["gap"]],
    ["ends where it comes back to the item", [aWorkItem({ id: "b", parentId: "a" })], ["b", "loop"]],
    [
      "ends where it turns in a circle above",
      [aWorkItem({ id: "b", parentId: "c" }), aWorkItem({ id: "c", parentId: "b" })],
      ["b", "c", "loop"],
    ],
  ])("%s", (_, above, wanted) => {
    expect(ids(item, [item, ...above])).toEqual(wanted);
  });

  it("is empty for an item without parent, a loop for its own parent", () => {
    expect(ids(aWorkItem({ parentId: null }), [])).toEqual(["root"]);
    expect(ids(aWorkItem({ id: "1", parentId: "1" }), [aWorkItem({ id: "1", parentId: "1" })])).toEqual([
      "loop",
    ]);
  });

  it("may be 50,000 deep", () => {
    const deep = Array.from({ length: 50_000 }, (_, index) =>
      aWorkItem({ id: String(index), parentId: String(index + 1) }),
    );
    expect(ids(deep[0] ?? item, deep)).toHaveLength(50_000);
  });

  it("ends for any graph of parents, without naming anything twice", () => {
    const graph = fc.array(fc.option(fc.nat(12), { nil: null }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(graph, (parents) => {
        const all = parents.map((it, index) =>
          aWorkItem({ id: String(index), parentId: it === null ? null : String(it) }),
        );
        const [first = item] = all;
        const named = [first.id, ...ids(first, all).slice(0, -1)];
        expect(new Set(named).size).toBe(named.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("how an issue links to the strategy", () => {
  const bet = { isBet: true, type: "Epic" };
  it.each<[string, Partial<WorkItem>[], object]>([
    ["its own sheet", [withSheet()], { kind: "aligned", from: "0", inherited: false }],
    ["its parent's sheet", [{}, { ...bet, ...withSheet() }], { kind: "aligned", from: "1", inherited: true }],
    [
      "a sheet three levels up",
      [{}, {}, bet, { ...bet, ...withSheet() }],
      { kind: "aligned", from: "3", inherited: true },
    ],
    [
      "the nearest of two sheets",
      [{}, withSheet({ mechanism: null }), withSheet()],
      { kind: "orphan", from: "1", reasons: ["no-mechanism"] },
    ],
    ["a draft", [{}, withSheet({ state: "draft" })], { kind: "aligned", from: "1", inherited: true }],
    [
      "a changed sheet",
      [{}, withSheet({ state: "changed" })],
      { kind: "aligned", from: "1", inherited: true },
    ],
    [
      "a sheet below a gap",
      [{}, { ...withSheet(), parentId: "gone" }],
      { kind: "aligned", from: "1", inherited: true },
    ],
    [
      "a sheet inside a loop",
      [{}, { ...withSheet(), parentId: "0" }],
      { kind: "aligned", from: "1", inherited: true },
    ],
    ["no parent", [{}], { kind: "orphan", from: null, reasons: ["no-parent"] }],
    [
      "a bet of its own without sheet",
      [bet],
      { kind: "orphan", from: "0", reasons: ["parent-without-sheet"] },
    ],
    ["bets without sheet", [{}, bet, bet], { kind: "orphan", from: "1", reasons: ["parent-without-sheet"] }],
    ["a parent that is no bet", [{}, {}], { kind: "orphan", from: "1", reasons: ["parent-without-sheet"] }],
    ["no aim", [{}, withSheet({ aim: null })], { kind: "orphan", from: "1", reasons: ["no-aim"] }],
    [
      "a stopped bet",
      [{}, withSheet({ state: "stopped" })],
      { kind: "orphan", from: "1", reasons: ["bet-stopped"] },
    ],
    [
      "an achieved bet",
      [{}, withSheet({ state: "achieved" })],
      { kind: "orphan", from: "1", reasons: ["bet-stopped"] },
    ],
    ["its own faulty sheet", [withSheet({ aim: null })], { kind: "orphan", from: "0", reasons: ["no-aim"] }],
    [
      "every fault of a live bet",
      [{}, withSheet({ aim: null, mechanism: null, stageGate: { date: "2026-11-20", rule: "go" } })],
      { kind: "orphan", from: "1", reasons: ["no-aim", "no-mechanism", "gate-overdue"] },
    ],
    [
      "a stopped bet, whose gate no longer matters",
      [{}, withSheet({ aim: null, state: "stopped", stageGate: { date: "2020-01-01", rule: "go" } })],
      { kind: "orphan", from: "1", reasons: ["no-aim", "bet-stopped"] },
    ],
    [
      "a lane of its own",
      [{ lane: "spike", ...withSheet() }, withSheet()],
      { kind: "lane", from: "0", lane: "spike", by: "declaration" },
    ],
    [
      "a lane of its parent",
      [{}, { lane: "upkeep" }, withSheet()],
      { kind: "lane", from: "1", lane: "upkeep", by: "declaration" },
    ],
    [
      "a sheet nearer than a lane",
      [{}, withSheet(), { lane: "upkeep" }],
      { kind: "aligned", from: "1", inherited: true },
    ],
    [
      "an unreadable sheet",
      [{}, { sheet: unreadable }, withSheet()],
      { kind: "unknown", from: "1", reason: "sheet-unreadable", findings: 1 },
    ],
    [
      "a parent that cannot be read",
      [{ parentId: "gone" }],
      { kind: "unknown", from: "0", reason: "parent-unreadable", findings: 0 },
    ],
    [
      "a grandparent that cannot be read",
      [{}, { ...bet, parentId: "gone" }],
      { kind: "unknown", from: "1", reason: "parent-unreadable", findings: 0 },
    ],
    [
      "parents in a circle",
      [{}, bet, { parentId: "1" }],
      { kind: "orphan", from: "2", reasons: ["parent-loop"] },
    ],
  ])("%s", (_, items, wanted) => {
    expect(told(alignmentOf(items))).toEqual(wanted);
  });

  it.each([
    ["the day before", "2026-12-03T12:00:00Z", "aligned"],
    ["the gate's last moment", "2026-12-04T23:59:59.999Z", "aligned"],
    ["the first moment after", "2026-12-05T00:00:00.000Z", "orphan"],
  ])("the gate of 2026-12-04 on %s", (_, at, kind) => {
    expect(alignmentOf([{}, withSheet()], noLanePolicy, at).kind).toBe(kind);
  });

  const lanes = { byType: { Incident: "incident" as const } };
  const byType = { kind: "lane", from: "0", lane: "incident", by: "issue-type" };
  it.each<[string, Partial<WorkItem>[], object]>([
    ["saves an orphan, whatever the case of the type", [{ type: "INCIDENT" }], byType],
    ["saves what a stopped bet left", [{ type: "incident" }, withSheet({ state: "stopped" })], byType],
    [
      "leaves an aligned issue aligned",
      [{ type: "Incident" }, withSheet()],
      { kind: "aligned", from: "1", inherited: true },
    ],
    [
      "leaves a declared lane",
      [{ type: "Incident", lane: "bug" }],
      { kind: "lane", from: "0", lane: "bug", by: "declaration" },
    ],
    [
      "hides nothing unread",
      [{ type: "Incident", parentId: "gone" }],
      { kind: "unknown", from: "0", reason: "parent-unreadable", findings: 0 },
    ],
    [
      "is not inherited",
      [{}, { type: "Incident" }],
      { kind: "orphan", from: "1", reasons: ["parent-without-sheet"] },
    ],
  ])("a lane by issue type %s", (_, items, wanted) => {
    expect(told(alignmentOf(items, lanes))).toEqual(wanted);
  });

  it("is aligned only with an aim and a mechanism on a live bet inside its gate", () => {
    const anyLane = fc.option(fc.constantFrom(...lane.options), { nil: null });
    fc.assert(
      fc.property(anySheet, anyLane, (value, ownLane) => {
        const found = alignmentOf([{ lane: ownLane }, { sheet: { kind: "value", value } }]);
        const live =
          value.aim !== null &&
          value.mechanism !== null &&
          !["stopped", "achieved"].includes(value.state) &&
          (value.stageGate === null || Date.parse(value.stageGate.date) + 86_400_000 > Date.parse(now));
        expect(found.kind).toBe(ownLane !== null ? "lane" : live ? "aligned" : "orphan");
      }),
      { numRuns: 2000 },
    );
  });
});
