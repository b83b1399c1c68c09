import { expect, it } from "vitest";
import { heldOutStatements } from "../domain/held-out-statements";
import { labelledStatements } from "../domain/labelled-statements";
import { writeReportPart } from "../e2e/report";
import { judgeLint } from "./judge-lint";
import { suggestionRates } from "./suggestion-rates";

it("reports how often each rule of the lint is right and complete; no usable statement is blocked", async () => {
  const sets = { tuned: labelledStatements, heldOut: heldOutStatements };
  const judged = Object.entries(sets).map(([name, set]) => {
    const { rules, falseBlocks } = judgeLint(set);
    return [name, { statements: set.length, falseBlocks: falseBlocks.length, rules }] as const;
  });
  await writeReportPart("capture", "lint", Object.fromEntries(judged));
  expect(judged.map(([name, { falseBlocks }]) => [name, falseBlocks])).toEqual([
    ["tuned", 0],
    ["heldOut", 0],
  ]);
});

it("reports how often the right bet is suggested; chance is beaten everywhere by far", async () => {
  const rates = await suggestionRates();
  await writeReportPart("capture", "suggestions", rates);
  expect(rates.length).toBeGreaterThanOrEqual(3);
  for (const { name, asked, first, firstThree, firstByChance } of rates) {
    expect(asked, name).toBeGreaterThan(50);
    expect(first, name).toBeGreaterThan(4 * firstByChance);
    expect(firstThree, name).toBeGreaterThanOrEqual(first);
  }
  // Real exports hold thousands of tickets, of which each is asked for with all before it known.
}, 300_000);
