import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formOf, type SheetForm, sheetOf, sheetSoFar } from "../../shared/domain/sheet-form";
import { anySheet, anyText } from "./arbitraries";
import { aSheet } from "./builders";

const today = "2026-11-24";
const form = (over: Partial<SheetForm> = {}): SheetForm => ({ ...formOf(aSheet()), ...over });
const blankSignal = { kind: "proxy", name: "", unit: "", baseline: "", target: "", direction: "up" } as const;

describe("a sheet while it is typed", () => {
  it("gives back any sheet that it was filled with", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        expect(sheetOf(formOf(sheet), sheet.version, today)).toEqual({ ok: true, value: sheet });
      }),
    );
  });

  it("says something whatever was typed", () => {
    const anyForm = fc.record({
      aim: anyText,
      definitionOfDone: anyText,
      lever: anyText,
      gateDate: anyText,
      gateRule: anyText,
      sli: anyText,
      signals: fc.array(
        fc
          .record({ name: anyText, baseline: anyText, target: anyText })
          .map((it) => ({ ...blankSignal, ...it })),
      ),
    });
    fc.assert(fc.property(anyForm, (over) => void sheetSoFar(form(over), 1, today)));
  });

  it.each<[string, Partial<SheetForm>, string, string]>([
    ["an aim without a title", { aim: " " }, "aim", "aim-title"],
    ["a mechanism with a blank", { metric: "" }, "metric", "mechanism-blank"],
    ["a gate with a day and no rule", { gateRule: "" }, "gateRule", "gate-rule"],
    ["a gate with no real day", { gateDate: "2026-02-30" }, "gateDate", "gate-date"],
    ["half a guardrail", { threshold: "" }, "threshold", "guardrail-half"],
    [
      "a signal without a name",
      { signals: [{ ...blankSignal, unit: "%" }] },
      "signals.0.name",
      "signal-name",
    ],
    [
      "a word for a number",
      { signals: [{ ...blankSignal, name: "a", target: "few" }] },
      "signals.0.target",
      "number",
    ],
    [
      "a comma that may mean thousands",
      { signals: [{ ...blankSignal, name: "a", baseline: "1,200" }] },
      "signals.0.baseline",
      "number",
    ],
  ])("is no sheet with %s", (_, over, field, problem) => {
    expect(sheetOf(form(over), 1, today)).toEqual({ ok: false, error: [{ field, problem }] });
    expect(() => sheetSoFar(form(over), 1, today)).not.toThrow();
  });

  it("leaves out rows that nobody filled, and sets the gate two weeks on", () => {
    const read = sheetOf(
      form({
        signals: [blankSignal],
        assumptions: ["", "a"],
        risks: [{ text: " ", oneWayDoor: true }],
        gateDate: "",
      }),
      1,
      today,
    );
    expect(read).toMatchObject({
      ok: true,
      value: { signals: [], assumptions: ["a"], risks: [], stageGate: { date: "2026-12-08" } },
    });
  });
});
