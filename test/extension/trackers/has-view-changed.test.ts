import { expect, it } from "vitest";
import { hasViewChanged, type ViewEvidence } from "../../../extension/trackers/has-view-changed";

const asExpected: ViewEvidence = { known: 1, found: 20, units: 20, links: 40, placedByLink: 0, telling: 3 };

it.each<[string, Partial<ViewEvidence>, boolean]>([
  ["every row placed by its rule", {}, false],
  ["rows by rule, and other links beside them", { placedByLink: 9 }, false],
  ["some of the rows by rule only", { found: 1, placedByLink: 30 }, false],
  ["no row by rule, many by their links", { found: 0, placedByLink: 20 }, true],
  ["no row recognised at all, many by their links", { found: 0, units: 0, placedByLink: 20 }, true],
  ["two links beside an empty list", { found: 0, units: 0, links: 2, placedByLink: 2 }, false],
  ["the page's own ticket by its link alone", { found: 0, units: 0, placedByLink: 1, telling: 1 }, true],
  ["a page with no ticket", { found: 0, units: 0, links: 0 }, false],
  ["rows that lead nowhere any more", { found: 0, links: 0 }, true],
  ["badges turned off", { found: 0 }, false],
  ["a view that nothing is known of", { known: 0, found: 0, units: 0, placedByLink: 50 }, false],
  ["a landmark and a ticket without a rule", { found: 1, units: 0, placedByLink: 1, telling: 1 }, false],
])("%s", (_, seen, changed) => {
  expect(hasViewChanged({ ...asExpected, ...seen })).toBe(changed);
});
