import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listDifference } from "../../shared/domain/list-difference";
import { sheetDifference, statementDifference } from "../../shared/domain/sheet-difference";
import { textDifference } from "../../shared/domain/text-difference";
import { anySheet, anyStatement, anyText } from "./arbitraries";
import { aSheet, aStatement } from "./builders";

describe("what became of a text", () => {
  it("is told by words", () => {
    expect(textDifference("We pay late fees", "We pay high late fees today")).toEqual([
      { kind: "same", text: "We pay " },
      { kind: "added", text: "high " },
      { kind: "same", text: "late " },
      { kind: "removed", text: "fees" },
      { kind: "added", text: "fees today" },
    ]);
  });

  it("gives both texts back, and is one same stretch where nothing changed", () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const join = (without: string) =>
          textDifference(before, after)
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join("");
        expect(join("added")).toBe(before);
        expect(join("removed")).toBe(after);
        expect(textDifference(before, before).map(({ kind }) => kind)).toEqual(before === "" ? [] : ["same"]);
      }),
      { numRuns: 1000 },
    );
  });

  it("does not compare very long texts pair by pair", () => {
    const [before, after] = ["a ", "b "].map((it) => it.repeat(5_000));
    expect(textDifference(`x ${before}`, `x ${after}`).map(({ kind }) => kind)).toEqual([
      "same",
      "removed",
      "added",
    ]);
  });
});

describe("what became of a list", () => {
  it("is told by items, whatever their order", () => {
    const before = ["Loyalty points", "Gift cards for shops", "Refunds"];
    const after = ["Refunds", "Gift cards for large shops", "Returns by post"];
    expect(
      listDifference(before, after).map((it) =>
        it.kind === "changed" ? `${it.before} > ${it.after}` : `${it.kind} ${it.text}`,
      ),
    ).toEqual([
      "same Refunds",
      "Gift cards for shops > Gift cards for large shops",
      "added Returns by post",
      "removed Loyalty points",
    ]);
  });

  it("accounts for every item of both lists", () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 5 }),
        fc.array(anyText, { maxLength: 5 }),
        (before, after) => {
          const found = listDifference(before, after);
          const [old, fresh] = [
            found.flatMap((it) => (it.kind === "changed" ? it.before : it.kind === "added" ? [] : it.text)),
            found.flatMap((it) => (it.kind === "changed" ? it.after : it.kind === "removed" ? [] : it.text)),
          ];
          expect(old.sort()).toEqual(before.toSorted());
          expect(fresh.sort()).toEqual(after.toSorted());
        },
      ),
    );
  });
});

describe("what became of a sheet or a statement", () => {
  it("is told part by part, and only what changed", () => {
    const after = aSheet({ version: 2, owner: "Raj", nonGoals: [...aSheet().nonGoals, "Gift cards"] });
    expect(sheetDifference(aSheet(), after).map(({ part }) => part)).toEqual(["owner", "nonGoals"]);
    expect(statementDifference(aStatement(), aStatement({ cost: null, author: "eve" }))).toEqual([
      {
        part: "cost",
        kind: "text",
        before: aStatement().cost,
        after: null,
        stretches: [{ kind: "removed", text: aStatement().cost }],
      },
    ]);
  });

  it("is nothing between two that are equal, whatever they hold", () => {
    fc.assert(
      fc.property(anySheet, anyStatement, (sheet, statement) => {
        expect(sheetDifference(sheet, structuredClone(sheet))).toEqual([]);
        expect(statementDifference(statement, structuredClone(statement))).toEqual([]);
      }),
    );
  });

  it("names every part of a sheet that can be written", () => {
    const empty = aSheet({
      ...{
        aim: null,
        mechanism: null,
        signals: [],
        stageGate: null,
        guardrail: null,
        owner: null,
        cadence: null,
      },
      ...{ rightToWin: null, risks: [], assumptions: [], nonGoals: [], state: "draft" },
    });
    const full = aSheet({
      rightToWin: "x",
      assumptions: ["y"],
      risks: [{ text: "z", oneWayDoor: true }],
      nonGoals: ["n"],
      owner: "o",
      cadence: "c",
    });
    expect(sheetDifference(empty, full)).toHaveLength(14);
  });
});
