import type { Statement } from "./statement";

/** The parts of a statement in which something can be found. */
export const lintFields = [
  "who",
  "problem",
  "evidence",
  "cost",
  "successSignal",
  "workaround",
  "nonGoals",
] as const satisfies readonly (keyof Statement)[];
export type LintField = (typeof lintFields)[number];

/** What can be found. Closed list: the UI has one sentence for each. */
export const lintRules = [
  "absent",
  "filler",
  "nobody-in-particular",
  "solution-as-problem",
  "vague-problem",
  "no-evidence",
  "no-cost",
  "signal-without-metric",
  "signal-without-direction",
  "signal-without-date",
  "copied",
] as const;
export type LintRule = (typeof lintRules)[number];

/** What would mend it. Closed list: the UI has one sentence for each. */
export const lintSuggestions = [
  "write-it",
  "name-a-group",
  "say-what-goes-wrong",
  "be-specific",
  "add-number-link-or-quote",
  "say-what-it-costs",
  "name-what-is-measured",
  "say-up-or-down",
  "say-by-when",
  "use-own-words",
  "inherit-instead",
] as const;
export type LintSuggestion = (typeof lintSuggestions)[number];

/** `block` only where a machine can be nearly certain. */
export type LintLevel = "block" | "warn" | "info";

/** One thing found in one part. A statement has at most one finding of a rule in a part. */
export interface LintFinding {
  /** `field.rule`, for example `who.absent`; stays the same while the person types. */
  id: `${LintField}.${LintRule}`;
  field: LintField;
  rule: LintRule;
  level: LintLevel;
  suggestion: LintSuggestion;
  /** The words that gave rise to it, as they were written; null: the part as a whole. */
  words: string | null;
}

/** A finding with its id. */
export const lintFinding = (
  field: LintField,
  rule: LintRule,
  level: LintLevel,
  suggestion: LintSuggestion,
  words: string | null = null,
): LintFinding => ({ id: `${field}.${rule}`, field, rule, level, suggestion, words });
