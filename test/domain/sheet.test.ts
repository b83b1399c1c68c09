import { expect, it } from "vitest";
import { sheet, signal } from "../../shared/domain/sheet";
import { aSheet } from "./builders";

it("a signal's numbers are what JSON can keep", () => {
  const first = aSheet().signals[0];
  expect(signal.parse({ ...first, baseline: -0 }).baseline).toBe(0);
  expect(signal.safeParse({ ...first, target: Number.POSITIVE_INFINITY }).success).toBe(false);
});

it("a sheet's day is a day of the calendar", () => {
  expect(sheet.safeParse(aSheet({ stageGate: { date: "2026-02-30", rule: "go on" } })).success).toBe(false);
});
