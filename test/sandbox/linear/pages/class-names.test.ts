import { expect, it } from "vitest";
import { classNameIn, selectorIn } from "./class-names";

it("gives one name the same class within a build and another in the next", () => {
  expect(classNameIn("75210", "row")).toBe(classNameIn("75210", "row"));
  expect(classNameIn("75210", "row")).not.toBe(classNameIn("75211", "row"));
  expect(classNameIn("75210", "row")).toMatch(/^(sx-|_row_)/);
});

it("renames every class of a selector, and keeps those that are real", () => {
  const renamed = selectorIn("1", ".dark .row-focused > a.row:hover .ProseMirror");
  const [focused, row] = [classNameIn("1", "row-focused"), classNameIn("1", "row")];
  expect(renamed).toBe(`.dark .${focused} > a.${row}:hover .ProseMirror`);
});
