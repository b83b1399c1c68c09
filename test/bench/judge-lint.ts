import { type LintRule, lintRules } from "../../shared/domain/lint-finding";
import { lintStatement } from "../../shared/domain/statement-lint";
import type { LabelledStatement } from "../domain/labelled-statement";

/** How one rule did on a labelled set, counted by part of a statement. */
export interface RuleQuality {
  rule: LintRule;
  found: number;
  wrong: number;
  missed: number;
  /** Null where there was nothing to be right about. */
  precision: number | null;
  recall: number | null;
}

/** How the lint did on a labelled set. Each miss is `name: +field.rule` for one too many, `-` for one too few. */
export interface LintQuality {
  rules: RuleQuality[];
  falseBlocks: string[];
  misses: string[];
}

/** Compares what the lint says with what the reader said. */
export function judgeLint(set: readonly LabelledStatement[]): LintQuality {
  const misses: string[] = [];
  const falseBlocks: string[] = [];
  const counts = new Map(lintRules.map((rule) => [rule as string, { found: 0, wrong: 0, missed: 0 }]));
  const count = (id: string, what: "found" | "wrong" | "missed") => {
    const entry = counts.get(id.slice(id.indexOf(".") + 1));
    if (entry === undefined) throw new Error(`No rule is called like ${id}`);
    entry[what] += 1;
  };
  for (const { name, statement, others, expected, verdict } of set) {
    const findings = lintStatement(statement, others);
    const ids = new Set<string>(findings.map(({ id }) => id));
    for (const { id, level } of findings) {
      const right = expected.includes(id);
      count(id, right ? "found" : "wrong");
      if (!right) misses.push(`${name}: +${id}`);
      if (level === "block" && (verdict !== "unusable" || !right)) falseBlocks.push(`${name}: ${id}`);
    }
    for (const id of expected.filter((it) => !ids.has(it))) {
      count(id, "missed");
      misses.push(`${name}: -${id}`);
    }
  }
  const share = (part: number, other: number) => (part + other === 0 ? null : part / (part + other));
  const rules = lintRules.map((rule) => {
    const entry = counts.get(rule) ?? { found: 0, wrong: 0, missed: 0 };
    return {
      rule,
      ...entry,
      precision: share(entry.found, entry.wrong),
      recall: share(entry.found, entry.missed),
    };
  });
  return { rules, falseBlocks, misses };
}
