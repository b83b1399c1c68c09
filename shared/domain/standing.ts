import { statementHash } from "./canonical";
import { assignPeople } from "./one-person-one-function";
import type { Policy, RequiredFunction } from "./policy";
import type { Reading } from "./result";
import { type SignOffEvidence, signedAt, signOffFunction } from "./sign-off";
import { judgeComment, judgeSignOff, type SignOffRefusal, type Trial } from "./sign-off-refusal";
import { type Members, noMembers, signersOf } from "./signers";
import type { Standing, Statement } from "./statement";

/** The parts without which a statement is incomplete. */
export const requiredFields = ["who", "problem", "evidence", "cost", "successSignal"] as const;
export type RequiredField = (typeof requiredFields)[number];

/** The object that carries a statement. */
export interface Carrier {
  /** Its lasting id, which every code must name. */
  id: string;
  statement: Reading<Statement>;
  /** People whom the tracker itself names as writers of the text, besides the author that it names. */
  writers?: readonly string[];
}

/** A sign-off or a withdrawal that does not count, and why. */
export interface RefusedSignOff {
  by: SignOffEvidence["author"];
  /** A UTC ISO moment. */
  at: string;
  reason: SignOffRefusal;
}

/** Who signed; `at` is a UTC ISO moment. */
export interface SignedBy {
  id: string;
  name: string;
  at: string;
  standIn: boolean;
}

export interface FunctionStanding {
  name: RequiredFunction["name"];
  /** The first sign-off that counts. */
  signedBy: SignedBy | null;
  refused: RefusedSignOff[];
}

export interface StatementStanding {
  standing: Standing;
  /** One for each function that the policy requires, in its order. */
  functions: FunctionStanding[];
  /** Sign-offs for functions that the policy does not require or that do not exist. */
  unasked: RefusedSignOff[];
  /** Withdrawals that take nothing back. */
  refusedWithdrawals: RefusedSignOff[];
  /** Empty also where the statement cannot be read: its findings say what is wrong. */
  missingFields: RequiredField[];
}

/** Where a statement stands under `policy`, from the evidence alone. Without a readable text nothing is signed. */
export function standingOf(
  carrier: Carrier,
  evidence: readonly SignOffEvidence[],
  policy: Policy,
  members: Members = noMembers,
): StatementStanding {
  const { statement } = carrier;
  if (statement.kind !== "value") {
    return {
      standing: statement.kind === "none" ? "missing" : "incomplete",
      functions: policy.functions.map(({ name }) => ({ name, signedBy: null, refused: [] })),
      unasked: [],
      refusedWithdrawals: [],
      missingFields: statement.kind === "none" ? [...requiredFields] : [],
    };
  }
  const trial: Trial = {
    object: carrier.id,
    hash: statementHash(statement.value),
    writers: policy.separationOfDuties ? writersOf(carrier, statement.value) : new Set(),
    withdrawals: evidence.flatMap((it) => (it.act === "withdrawal" ? it : [])),
  };
  const functions = judgeFunctions(trial, evidence, policy, members);
  const missingFields = requiredFields.filter((it) => isAbsent(statement.value[it]));
  return {
    standing: missingFields.length > 0 ? "incomplete" : standingOfFunctions(functions),
    functions,
    ...judgeOthers(trial, evidence, policy),
    missingFields,
  };
}

const isAbsent = (field: string | string[] | null): boolean => field === null || field.length === 0;

const writersOf = ({ writers = [] }: Carrier, { author }: Statement): ReadonlySet<string> =>
  new Set(author === null ? writers : [author, ...writers]);

function standingOfFunctions(functions: readonly FunctionStanding[]): Standing {
  const open = functions.filter((it) => it.signedBy === null);
  if (open.length === 0) return "signed";
  if (open.some((it) => it.refused.some((refused) => refused.reason === "older-text"))) return "stale";
  return open.length < functions.length ? "partial" : "unsigned";
}

const refusal = (it: SignOffEvidence, reason: SignOffRefusal): RefusedSignOff => ({
  by: it.author,
  at: signedAt(it),
  reason,
});

const signsFor = (name: string) => (it: SignOffEvidence) => it.act === "sign-off" && it.function === name;

function judgeFunctions(
  trial: Trial,
  evidence: readonly SignOffEvidence[],
  policy: Policy,
  members: Members,
): FunctionStanding[] {
  const judged = policy.functions.map((required) => {
    const signers = signersOf(required, members);
    const refused: RefusedSignOff[] = [];
    const good: SignOffEvidence[] = [];
    for (const it of evidence.filter(signsFor(required.name))) {
      const reason = judgeSignOff(it, signers, trial);
      if (reason === null) good.push(it);
      else refused.push(refusal(it, reason));
    }
    good.sort((a, b) => Date.parse(signedAt(a)) - Date.parse(signedAt(b)));
    return { name: required.name, signers, refused, good };
  });
  const chosen = policy.onePersonOneFunction
    ? assignPeople(judged.map(({ good }) => good.map((it) => it.author.id)))
    : judged.map(({ good }) => good[0]?.author.id ?? null);
  return judged.map(({ name, signers, refused, good }, at) => {
    const first = good.find((it) => it.author.id === chosen[at]);
    // Good, and yet nobody could be given this function: all who signed it are needed for another.
    if (first === undefined) refused.push(...good.map((it) => refusal(it, "signs-for-another-function")));
    const signedBy = first && {
      id: first.author.id,
      name: first.author.name,
      at: signedAt(first),
      standIn: signers.standIns.has(first.author.id),
    };
    return { name, signedBy: signedBy ?? null, refused };
  });
}

function judgeOthers(trial: Trial, evidence: readonly SignOffEvidence[], policy: Policy) {
  const asked = new Set<string>(policy.functions.map((it) => it.name));
  const existing = new Set<string>(signOffFunction.options);
  const unasked: RefusedSignOff[] = [];
  const refusedWithdrawals: RefusedSignOff[] = [];
  for (const it of evidence) {
    const reason = judgeComment(it, trial.object);
    if (it.act === "withdrawal" && reason !== null) refusedWithdrawals.push(refusal(it, reason));
    if (it.act === "sign-off" && !asked.has(it.function))
      unasked.push(refusal(it, existing.has(it.function) ? "function-not-required" : "unknown-function"));
  }
  return { unasked, refusedWithdrawals };
}
