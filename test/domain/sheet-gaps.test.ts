import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metricTree } from "../../shared/domain/metric-tree";
import type { Sheet, Signal } from "../../shared/domain/sheet";
import { gapsOf, sheetGaps } from "../../shared/domain/sheet-gaps";
import { defaultGateDay } from "../../shared/domain/stage-gate-default";
import { anySheet } from "./arbitraries";
import { aSheet } from "./builders";

const aSignal = (name: string, over: Partial<Signal> = {}): Signal => ({
  ...{ kind: "proxy", name, unit: null, baseline: 1, target: 2, direction: "up", ...over },
});
const full: Partial<Sheet> = {
  ...{
    signals: [aSignal("form errors"), aSignal("orders", { kind: "outcome" })],
    owner: "Ana",
    cadence: "Mondays",
  },
  ...{
    rightToWin: "We see both ends",
    risks: [{ text: "r", oneWayDoor: false }],
    assumptions: ["a"],
    nonGoals: ["n"],
  },
};
const kinds = (over: Partial<Sheet>) =>
  gapsOf(aSheet({ ...full, ...over })).map(({ kind, signal }) => signal ?? kind);

describe("what a sheet lacks", () => {
  it.each<[string, Partial<Sheet>, string[]]>([
    ["nothing", {}, []],
    ["an aim, and then no definition of done is asked for", { aim: null }, ["aim"]],
    ["a definition of done", { aim: { title: "x", definitionOfDone: null } }, ["definition-of-done"]],
    ["a second signal", { signals: [aSignal("form errors")] }, ["signals"]],
    ["any signal", { signals: [] }, ["signals"]],
    ["a proxy", { signals: ["a", "b"].map((it) => aSignal(it, { kind: "outcome" })) }, ["proxy-signal"]],
    [
      "the targets of two signals",
      { signals: ["a", "b"].map((it) => aSignal(it, { target: null })) },
      ["a", "b"],
    ],
    [
      "mechanism, gate, guardrail",
      { mechanism: null, stageGate: null, guardrail: null },
      ["mechanism", "stage-gate", "guardrail"],
    ],
  ])("%s", (_, over, wanted) => {
    expect(kinds(over)).toEqual(wanted);
  });

  it("tells what is needed from what makes it clearer", () => {
    const found = gapsOf(aSheet({ ...full, owner: null, risks: [], nonGoals: [] }));
    expect(found.map(({ kind, needed }) => `${kind} ${needed}`)).toEqual([
      "owner true",
      "non-goals false",
      "risks false",
    ]);
  });

  it("stays in the order in which people fill it", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const order = gapsOf(sheet).map(({ kind }) => sheetGaps.indexOf(kind));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("the metric tree of a sheet", () => {
  const mechanism = { lever: "guest checkout", metric: "completed orders", reason: "r" };
  const signals = [
    aSignal("page views"),
    aSignal("Completed orders per day"),
    aSignal("errors"),
    aSignal("revenue", { kind: "outcome" }),
  ];

  it("has the aim, the outcome, two leading indicators and the one that moves first", () => {
    const tree = metricTree({ aim: { title: "Buying", definitionOfDone: null }, mechanism, signals });
    expect(tree).toMatchObject({
      aim: "Buying",
      outcome: { name: "revenue" },
      leading: [{ name: "page views" }, { name: "Completed orders per day" }],
      first: { name: "Completed orders per day" },
      others: [{ name: "errors" }],
    });
  });

  it("takes the first proxy where the mechanism names none, and none where there is none", () => {
    expect(metricTree({ aim: null, mechanism: null, signals }).first?.name).toBe("page views");
    expect(metricTree({ aim: null, mechanism, signals: [] })).toEqual({
      aim: null,
      outcome: null,
      leading: [],
      first: null,
      others: [],
    });
  });

  it("holds every signal once", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const { outcome, leading, others } = metricTree(sheet);
        expect(leading.length).toBeLessThanOrEqual(2);
        expect(new Set([outcome, ...leading, ...others].filter((it) => it !== null))).toEqual(
          new Set(sheet.signals),
        );
      }),
    );
  });
});

it.each([
  ["2026-11-24", "2026-12-08"],
  ["2026-12-24", "2027-01-07"],
  ["2028-02-20", "2028-03-05"],
])("a stage gate made on %s is on %s", (today, wanted) => {
  expect(defaultGateDay(today)).toBe(wanted);
});
