import { type LintFinding, lintFinding } from "./lint-finding";
import { holdsAmount, readsAsEnglish } from "./plain-words";

const nothing = /^(?:none|nothing|no cost|no costs|zero|no)[.!]?$/i;
const unknown =
  /\b(?:unknown|unclear|hard to (?:say|tell|measure|estimate)|difficult to (?:say|tell|measure|estimate)|not (?:known|measured|sure|clear)|(?:do not|don't|don’t) know|no idea|cannot be measured)\b/i;
/** What somebody pays: money, time, people, safety, trust that can be counted. */
const loss =
  /\b(?:hours?|minutes?|days?|weeks?|months?|overtime|night|shift|money|revenue|sales|deals?|churn\w*|leav(?:e|es|ing)|left|cancel\w*|refund\w*|fines?|penalt\w+|los(?:e|es|t|ing|s|ses)|contracts?|renewal|risk|safety|injur\w+|accident|breach|rework|delay\w*|late|redo|blocked|complaints?|court|audit|lawsuit|hospital|waste\w*|pay|paid|costs?|slow\w*|discounts?)\b/i;

/** A cost that names no loss. Certain only where it says that there is none. */
export function lintCost(cost: string): LintFinding[] {
  if (nothing.test(cost.trim())) return [lintFinding("cost", "no-cost", "block", "say-what-it-costs", cost)];
  if (!readsAsEnglish(cost) || holdsAmount(cost)) return [];
  const [said] = unknown.exec(cost) ?? [];
  if (said !== undefined) return [lintFinding("cost", "no-cost", "warn", "say-what-it-costs", said)];
  return loss.test(cost) ? [] : [lintFinding("cost", "no-cost", "warn", "say-what-it-costs", cost)];
}
