import { type SignOffEvidence, signedAt } from "./sign-off";
import type { Signers } from "./signers";

/** Why a signature does not count. Closed list, in the order in which they are looked at: the UI has one sentence for each. */
export const signOffRefusals = [
  "unknown-function",
  "function-not-required",
  "other-object",
  "by-app",
  "edited-by-other",
  "right-lost",
  "signers-unread",
  "not-a-signer",
  "own-statement",
  "withdrawn",
  "older-text",
  "signs-for-another-function",
] as const;
export type SignOffRefusal = (typeof signOffRefusals)[number];

/** What a signature is held against. */
export interface Trial {
  object: string;
  hash: string;
  /** Who wrote the statement and so may not sign it; nobody where duties are not separate. */
  writers: ReadonlySet<string>;
  withdrawals: readonly SignOffEvidence[];
}

/** Why a sign-off for one of the required functions does not count; null: it does. */
export function judgeSignOff(it: SignOffEvidence, signers: Signers, trial: Trial): SignOffRefusal | null {
  return (
    judgeComment(it, trial.object) ??
    judgeSigner(it.author.id, signers) ??
    (trial.writers.has(it.author.id) ? "own-statement" : null) ??
    (isWithdrawn(it, trial) ? "withdrawn" : null) ??
    // Last on purpose: "older-text" means that nothing else was wrong, which is what makes it stale.
    (it.act === "sign-off" && it.hash === trial.hash ? null : "older-text")
  );
}

/** What makes a comment worth nothing whoever wrote it: it is for another object, by a machine, or rewritten by somebody else. */
export function judgeComment(it: SignOffEvidence, object: string): SignOffRefusal | null {
  if (it.object !== object) return "other-object";
  if (it.author.kind === "app") return "by-app";
  return it.edited === "by-other" ? "edited-by-other" : null;
}

function judgeSigner(person: string, signers: Signers): SignOffRefusal | null {
  if (signers.anyone || signers.people.has(person) || signers.standIns.has(person)) return null;
  if (signers.former.has(person)) return "right-lost";
  return signers.unread.length > 0 ? "signers-unread" : "not-a-signer";
}

/** Taken back by the same person for the same function, then or later. */
const isWithdrawn = (it: SignOffEvidence, trial: Trial): boolean =>
  trial.withdrawals.some(
    (taken) =>
      taken.author.id === it.author.id &&
      taken.function === it.function &&
      judgeComment(taken, trial.object) === null &&
      Date.parse(signedAt(taken)) >= Date.parse(signedAt(it)),
  );
