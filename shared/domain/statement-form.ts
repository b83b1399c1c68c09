import { z } from "zod";
import { type LintField, lintFields } from "./lint-finding";
import type { Statement } from "./statement";

/** A statement as it is typed: lists have an item on each line. */
export type StatementForm = Record<LintField, string>;

const text = z.string().default("");
export const statementForm: z.ZodType<StatementForm> = z.object({
  who: text,
  problem: text,
  evidence: text,
  cost: text,
  successSignal: text,
  workaround: text,
  nonGoals: text,
});

/** A statement to type over; null: an empty one. */
export function formOfStatement(it: Statement | null): StatementForm {
  const shown = (field: LintField) => {
    const value = it?.[field] ?? "";
    return typeof value === "string" ? value : value.join("\n");
  };
  return Object.fromEntries(lintFields.map((field) => [field, shown(field)])) as StatementForm;
}

/** What was typed as a statement; what is blank is absent. */
export function statementOfForm(form: StatementForm, author: string | null): Statement {
  const one = (it: string) => it.trim() || null;
  const lines = (it: string) =>
    it.split(/\r\n?|\n/).flatMap((line) => line.replace(/^\s*[-*]\s+/, "").trim() || []);
  return {
    who: one(form.who),
    problem: one(form.problem),
    evidence: lines(form.evidence),
    cost: one(form.cost),
    successSignal: one(form.successSignal),
    workaround: one(form.workaround),
    nonGoals: lines(form.nonGoals),
    author,
  };
}
