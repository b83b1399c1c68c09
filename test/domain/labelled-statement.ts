import type { Statement } from "../../shared/domain/statement";
import { statement as schema } from "../../shared/domain/statement";

/**
 * A problem statement as somebody might write it, with what a careful reader says of it. `good`: sign it. `weak`: usable, with
 * something to mend. `unusable`: send it back at once; only these may be blocked.
 */
export interface LabelledStatement {
  name: string;
  verdict: "good" | "weak" | "unusable";
  statement: Statement;
  others: readonly Statement[];
  /** Each `field.rule` that the reader finds. */
  expected: readonly string[];
}

/** What a person typed, field by field; what is left out is absent. */
export interface Typed {
  who?: string;
  problem?: string;
  evidence?: string[];
  cost?: string;
  success?: string;
  workaround?: string;
  nonGoals?: string[];
}

/** The statement that the form makes of it. */
export const typed = (it: Typed): Statement =>
  schema.parse({
    who: it.who ?? null,
    problem: it.problem ?? null,
    evidence: it.evidence ?? [],
    cost: it.cost ?? null,
    successSignal: it.success ?? null,
    workaround: it.workaround ?? null,
    nonGoals: it.nonGoals ?? [],
    author: null,
  });

/** One row of a labelled set. */
export const labelled = (
  verdict: LabelledStatement["verdict"],
  name: string,
  fields: Typed,
  expected: readonly string[] = [],
  others: readonly Typed[] = [],
): LabelledStatement => ({
  name,
  verdict,
  statement: typed(fields),
  others: others.map(typed),
  expected,
});
