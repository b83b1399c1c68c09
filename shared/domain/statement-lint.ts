import { lintCopied } from "./lint-copied";
import { lintCost } from "./lint-cost";
import { lintEvidence } from "./lint-evidence";
import { isFiller, lintFiller } from "./lint-filler";
import { type LintField, type LintFinding, lintFields, lintFinding } from "./lint-finding";
import { lintProblem } from "./lint-problem";
import { lintSignal } from "./lint-signal";
import { lintWho } from "./lint-who";
import type { Statement } from "./statement";

const required = ["who", "problem", "evidence", "cost", "successSignal"] as const;

/**
 * What is wrong with a statement, in the order of its parts. `others` are statements of other objects. Words are judged in English
 * only; a part in another language is checked for what needs no words.
 */
export function lintStatement(statement: Statement, others: readonly Statement[]): LintFinding[] {
  const found = [
    ...required.flatMap((field) => lintPart(field, statement)),
    ...lintCopied(statement, others),
  ];
  return found.sort((a, b) => lintFields.indexOf(a.field) - lintFields.indexOf(b.field));
}

function lintPart(field: (typeof required)[number], statement: Statement): LintFinding[] {
  const items =
    field === "evidence" ? statement.evidence : [statement[field] ?? ""].filter((it) => it.trim() !== "");
  if (items.length === 0) return [lintFinding(field, "absent", "block", "write-it")];
  const written = items.filter((it) => !isFiller(it));
  // One empty phrase beside real evidence harms nobody.
  const [filler] =
    written.length === 0 || field !== "evidence" ? items.flatMap((it) => lintFiller(field, it)) : [];
  if (filler !== undefined) return [filler];
  const [first = ""] = written;
  return rules[field](first, written);
}

const rules: Record<(typeof required)[number], (text: string, items: readonly string[]) => LintFinding[]> = {
  who: lintWho,
  problem: lintProblem,
  evidence: (_, items) => lintEvidence(items),
  cost: lintCost,
  successSignal: lintSignal,
};

/** True where some finding keeps the statement from being saved as finished. */
export const blocks = (findings: readonly LintFinding[]): boolean =>
  findings.some((it) => it.level === "block");

/** The findings of one part. */
export const findingsIn = (findings: readonly LintFinding[], field: LintField): LintFinding[] =>
  findings.filter((it) => it.field === field);
