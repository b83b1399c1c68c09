import { statementHash } from "./canonical";
import type { Policy, RequiredFunction } from "./policy";
import type { Reading } from "./result";
import type { SignOffEvidence } from "./sign-off";
import type { Standing, Statement } from "./statement";

/** Why a sign-off does not count. Closed list, in the order in which they are looked at. */
export const signOffRefusals = [
  "unknown-function",
  "by-app",
  "edited-by-other",
  "not-a-signer",
  "own-statement",
  "older-text",
] as const;
export type SignOffRefusal = (typeof signOffRefusals)[number];

const requiredFields = ["who", "problem", "evidence", "cost", "successSignal"] as const;
/** A part without which a statement is incomplete. */
export type RequiredField = (typeof requiredFields)[number];

export interface RefusedSignOff {
  by: SignOffEvidence["author"];
  reason: SignOffRefusal;
}

export interface FunctionStanding {
  name: RequiredFunction["name"];
  /** The first sign-off that counts; `at` is a UTC ISO moment. */
  signedBy: { id: string; name: string; at: string } | null;
  refused: RefusedSignOff[];
}

export interface StatementStanding {
  standing: Standing;
  /** One for each function that the policy requires, in its order. */
  functions: FunctionStanding[];
  /** Sign-offs for functions that the policy does not require. */
  unasked: RefusedSignOff[];
  /** Empty also where the statement cannot be read: its findings say what is wrong. */
  missingFields: RequiredField[];
}

/** Where a statement stands under `policy`, from the evidence alone. Without a readable text nothing is signed. */
export function standingOf(
  statement: Reading<Statement>,
  signOffs: readonly SignOffEvidence[],
  policy: Policy,
): StatementStanding {
  if (statement.kind !== "value") {
    return {
      standing: statement.kind === "none" ? "missing" : "incomplete",
      functions: policy.functions.map(({ name }) => ({ name, signedBy: null, refused: [] })),
      unasked: [],
      missingFields: statement.kind === "none" ? [...requiredFields] : [],
    };
  }
  const hash = statementHash(statement.value);
  const judge = judgeFor(statement.value, hash, policy.separationOfDuties);
  const functions = policy.functions.map((it) => judge(it, signOffs));
  const asked = new Set<string>(policy.functions.map((it) => it.name));
  const missingFields = requiredFields.filter((it) => isAbsent(statement.value[it]));
  return {
    standing: missingFields.length > 0 ? "incomplete" : standingOfFunctions(functions),
    functions,
    unasked: signOffs
      .filter((it) => !asked.has(it.function))
      .map((it) => ({ by: it.author, reason: "unknown-function" })),
    missingFields,
  };
}

const isAbsent = (field: string | string[] | null): boolean => field === null || field.length === 0;

function standingOfFunctions(functions: readonly FunctionStanding[]): Standing {
  const open = functions.filter((it) => it.signedBy === null);
  if (open.length === 0) return "signed";
  if (open.some((it) => it.refused.some((refused) => refused.reason === "older-text"))) return "stale";
  return open.length < functions.length ? "partial" : "unsigned";
}

function judgeFor(statement: Statement, hash: string, separationOfDuties: boolean) {
  const refusalOf = (it: SignOffEvidence, signers: readonly string[]): SignOffRefusal | null => {
    if (it.author.kind === "app") return "by-app";
    if (it.edited === "by-other") return "edited-by-other";
    if (signers.length > 0 && !signers.includes(it.author.id)) return "not-a-signer";
    if (separationOfDuties && it.author.id === statement.author) return "own-statement";
    // Last on purpose: "older-text" means that nothing else was wrong, which is what makes it stale.
    return it.hash === hash ? null : "older-text";
  };
  return (required: RequiredFunction, signOffs: readonly SignOffEvidence[]): FunctionStanding => {
    const refused: RefusedSignOff[] = [];
    let first: SignOffEvidence | null = null;
    for (const it of signOffs) {
      if (it.function !== required.name) continue;
      const reason = refusalOf(it, required.signers);
      if (reason !== null) refused.push({ by: it.author, reason });
      else if (first === null || Date.parse(it.createdAt) < Date.parse(first.createdAt)) first = it;
    }
    const signedBy = first && { id: first.author.id, name: first.author.name, at: first.createdAt };
    return { name: required.name, signedBy, refused };
  };
}
