import { type LintField, type LintFinding, lintFinding } from "./lint-finding";
import { plainWords } from "./plain-words";
import type { Statement } from "./statement";

const prose = ["problem", "cost", "successSignal"] as const satisfies readonly LintField[];
/** Shorter texts are alike by chance. */
const leastWords = 6;
/** Of all runs of three words in either text, the share in both from which one is a copy of the other. */
const copyShare = 0.6;

/**
 * A problem that stands in another statement. Certain only where nothing at all is of its own, and then the ticket should inherit.
 * `others` must not hold the statement itself in an older state.
 */
export function lintCopied(statement: Statement, others: readonly Statement[]): LintFinding[] {
  const { problem } = statement;
  if (problem === null || plainWords(problem).length < leastWords) return [];
  const alike = others.filter((it) => it.problem !== null && sharedRuns(problem, it.problem) >= copyShare);
  if (alike.length === 0) return [];
  const whole = alike.some((it) => sameParts(statement, it));
  return [
    lintFinding(
      "problem",
      "copied",
      whole ? "block" : "warn",
      whole ? "inherit-instead" : "use-own-words",
      problem,
    ),
  ];
}

const sameParts = (a: Statement, b: Statement): boolean =>
  prose.every((field) => same(a[field] ?? "", b[field] ?? "")) &&
  same(a.who ?? "", b.who ?? "") &&
  same([...a.evidence].sort().join("\n"), [...b.evidence].sort().join("\n"));

const same = (a: string, b: string): boolean => plainWords(a).join(" ") === plainWords(b).join(" ");

function sharedRuns(a: string, b: string): number {
  const [first, second] = [runsOf(a), runsOf(b)];
  const both = [...first].filter((it) => second.has(it)).length;
  return both / (first.size + second.size - both || 1);
}

function runsOf(text: string): ReadonlySet<string> {
  const words = plainWords(text);
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}
