import { expect, it } from "vitest";
import { timeScale } from "./time-scale";

const { months, width, leftOf } = timeScale({ from: "2026-11-16T08:00:00Z", to: "2027-01-08" });

it("a scale shows whole months, one more on each side", () => {
  expect(months.map((month) => month.label)).toEqual([
    "Oct 2026",
    "Nov 2026",
    "Dec 2026",
    "Jan 2027",
    "Feb 2027",
  ]);
});

it("months lie side by side and fill the width", () => {
  for (const [index, month] of months.entries()) {
    expect(month.left + month.width).toBeCloseTo(months[index + 1]?.left ?? width);
  }
});

it("a date lies in its month, and later ones further right", () => {
  const [, november, december] = months;
  expect(leftOf("2026-11-01")).toBe(november?.left);
  expect(leftOf("2026-11-30T23:59:59Z")).toBeLessThan(december?.left ?? 0);
  expect(leftOf("2026-12-01")).toBe(december?.left);
});
