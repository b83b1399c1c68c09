import { expect, it } from "vitest";
import { median } from "./median";

it.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[10, 2, 4, 1], 3],
])("of %j is %d", (values, middle) => {
  expect(median(values)).toBe(middle);
});

it("of nothing is an error", () => {
  expect(() => median([])).toThrow(RangeError);
});
