import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText } from "../../shared/domain/canonical";
import { lintFields, lintRules, lintSuggestions } from "../../shared/domain/lint-finding";
import { blocks, lintStatement } from "../../shared/domain/statement-lint";
import { judgeLint } from "../bench/judge-lint";
import { seedCompany } from "../sandbox/company/seed";
import { anyStatement } from "./arbitraries";
import { aStatement } from "./builders";
import { heldOutStatements } from "./held-out-statements";
import { labelledStatements } from "./labelled-statements";

const idsOf = (...args: Parameters<typeof lintStatement>) => lintStatement(...args).map(({ id }) => id);

describe("the lint on the labelled statements", () => {
  const [tuned, heldOut] = [judgeLint(labelledStatements), judgeLint(heldOutStatements)];

  it("judges at least sixty, of every verdict, under names that differ", () => {
    const all = [...labelledStatements, ...heldOutStatements];
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const verdict of ["good", "weak", "unusable"])
      expect(all.filter((it) => it.verdict === verdict).length).toBeGreaterThanOrEqual(15);
    for (const it of all.filter(({ verdict }) => verdict === "good")) expect(it.expected).toEqual([]);
  });

  it("never blocks what a reader would let pass", () => {
    expect([...tuned.falseBlocks, ...heldOut.falseBlocks]).toEqual([]);
  });

  it.each(lintRules)("%s is nearly always right where it was tuned, and mostly where it was not", (rule) => {
    const of = (quality: typeof tuned) => quality.rules.find((it) => it.rule === rule);
    expect(of(tuned)?.precision).toBeGreaterThanOrEqual(0.95);
    expect(of(tuned)?.recall).toBeGreaterThanOrEqual(0.95);
    expect(of(heldOut)?.precision).toBeGreaterThanOrEqual(0.75);
    expect(of(heldOut)?.recall).toBeGreaterThanOrEqual(0.6);
  });

  it("counts what it gets wrong", () => {
    const [good] = labelledStatements;
    if (good === undefined) throw new Error("the set is empty");
    const judged = judgeLint([
      { ...good, name: "expects too much", expected: ["who.filler"] },
      { ...good, name: "is let through", statement: { ...good.statement, who: null } },
    ]);
    expect(judged.misses).toEqual(["expects too much: -who.filler", "is let through: +who.absent"]);
    expect(judged.falseBlocks).toEqual(["is let through: who.absent"]);
    expect(judged.rules.find(({ rule }) => rule === "absent")).toMatchObject({ precision: 0, recall: null });
  });
});

describe("a finding", () => {
  it("says where, what, how bad, what would mend it and which words gave rise to it", () => {
    expect(lintStatement(aStatement({ cost: "TBD by finance" }), [])).toEqual([
      {
        id: "cost.filler",
        field: "cost",
        rule: "filler",
        level: "warn",
        suggestion: "write-it",
        words: "TBD",
      },
    ]);
  });

  it("is found in the order of the form", () => {
    expect(idsOf(aStatement({ who: null, cost: null, problem: "tbd" }), [])).toEqual([
      "who.absent",
      "problem.filler",
      "cost.absent",
    ]);
  });

  it("stays within the closed lists, once per part, whatever is typed", () => {
    fc.assert(
      fc.property(anyStatement, fc.array(anyStatement, { maxLength: 3 }), (statement, others) => {
        const findings = lintStatement(statement, others);
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        for (const { id, field, rule, suggestion } of findings) {
          expect(id).toBe(`${field}.${rule}`);
          expect(lintFields).toContain(field);
          expect(lintRules).toContain(rule);
          expect(lintSuggestions).toContain(suggestion);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("does not depend on what the canonical text leaves out", () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const loose = { ...statement, who: statement.who && `  ${statement.who}\n` };
        expect(canonicalText(loose)).toBe(canonicalText(statement));
        expect(idsOf(loose, [])).toEqual(idsOf(statement, []));
      }),
    );
  });

  it("comes quickly on a text that nobody would type", () => {
    const long = [
      "a".repeat(20_000),
      "asdf".repeat(5_000),
      "_ ".repeat(10_000),
      '"'.repeat(20_000),
      "we need to ".repeat(2_000),
    ];
    for (const text of long)
      expect(() => lintStatement(aStatement({ problem: text, who: text }), [])).not.toThrow();
  });
});

describe("what blocks", () => {
  it.each<[string, Parameters<typeof aStatement>[0]]>([
    ["a part left out", { evidence: [] }],
    ["white space", { cost: "  \n " }],
    ["nothing but filler", { successSignal: "n/a" }],
    ["users", { who: "The users" }],
  ])("%s", (_, over) => {
    expect(blocks(lintStatement(aStatement(over), []))).toBe(true);
  });

  it.each<[string, Parameters<typeof aStatement>[0]]>([
    ["parts that may be left out", { workaround: null, nonGoals: [], author: null }],
    ["no workaround today, said in one word", { workaround: "None", nonGoals: ["n/a"] }],
    ["one empty phrase beside evidence", { evidence: ["see above", "31 of 80 calls"] }],
    ["a remedy in place of a problem", { problem: "Add a guest checkout" }],
    [
      "words of another alphabet",
      { who: "сотрудники склада", problem: "сканер теряет связь", cost: "два часа в день" },
    ],
    ["an acronym", { who: "HR", cost: "KPMG fine" }],
  ])("not: %s", (_, over) => {
    expect(lintStatement(aStatement(over), []).filter(({ level }) => level === "block")).toEqual([]);
  });

  it("not: any finished statement of the sandbox's company", () => {
    const company = seedCompany({ today: "2026-11-21" });
    const statements = [...company.bets, ...company.tickets].flatMap(({ statement }) => statement ?? []);
    const blocked = statements.filter((it) =>
      blocks(
        lintStatement(
          it,
          statements.filter((other) => other !== it),
        ),
      ),
    );
    // The one whose author stopped after the problem.
    expect(blocked.map(({ cost }) => cost)).toEqual([null]);
  });
});

describe("a copy", () => {
  const other = aStatement();

  it("is told from a statement of its own by words, not by case, points or the author", () => {
    const copy = aStatement({ who: "first-time buyers, on a phone.", author: "eve" });
    expect(lintStatement(copy, [other])).toMatchObject([
      { id: "problem.copied", level: "block", suggestion: "inherit-instead" },
    ]);
  });

  it("warns where only the problem is another's", () => {
    const half = aStatement({ who: "Returning buyers at the till", cost: "100 EUR a week" });
    expect(lintStatement(half, [other])).toMatchObject([
      { id: "problem.copied", level: "warn", suggestion: "use-own-words" },
    ]);
  });

  it("is not seen in the same report or the same people", () => {
    expect(
      idsOf(aStatement({ problem: "They cannot find the delivery date before they pay" }), [other]),
    ).toEqual([]);
  });
});
