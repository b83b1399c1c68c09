import type { RefusalReason } from "../../../shared/domain/entry";
import type { Note } from "../storage/notes";

/** What is wrong with an issue that is kept out; the sentence goes on from its key. */
export const whys: Record<RefusalReason, string> = {
  "statement-missing": "has no problem statement, and inherits none",
  "statement-unreadable": "has a problem statement that cannot be read",
  "statement-incomplete": "has a problem statement that is not complete",
  "statement-unsigned": "has a problem statement that nobody has signed off",
  "statement-partial": "has a problem statement that is not signed off by every function that has to",
  "statement-stale": "has a problem statement that changed since it was signed off",
  "facts-missing":
    "could not be looked at closely enough, and the policy of this project then lets nothing in",
};

/** How each is mended, where people work. */
const fixes: Record<RefusalReason, string> = {
  "statement-missing": "Write the statement on this issue or on what it serves, or declare a lane for it.",
  "statement-unreadable": "Write the statement anew.",
  "statement-incomplete": "Complete it: who, problem, evidence, cost and success signal.",
  "statement-unsigned":
    "Ask for a sign-off: each is a comment by somebody who may sign, below the statement.",
  "statement-partial": "Ask for the sign-offs that are missing: each is a comment by somebody who may sign.",
  "statement-stale": "Ask for new sign-offs of the statement as it is now.",
  "facts-missing": "Give the app access to this issue and everything above it, or try again in a while.",
};

const isRefusal = (it: string): it is RefusalReason => Object.hasOwn(whys, it);
const firstOf = (reasons: readonly string[]): RefusalReason =>
  reasons.filter(isRefusal).find((it) => it !== "facts-missing") ?? "facts-missing";

const glass = "If it cannot wait, break the glass with a reason.";

/** The sentence that a refused transition shows. */
export const refusalText = (key: string, reasons: readonly string[]): string => {
  const first = firstOf(reasons);
  return `${key} ${whys[first]}. ${fixes[first]} ${glass}`;
};

const heads: Record<Note["what"], string> = {
  "put-back": "was taken out of the sprint again, because it",
  "could-not-put-back": "should not be in its sprint, and could not be taken out, because it",
  warned: "may stay in its sprint, though it",
  "comes-again":
    "was taken out of the sprint twice within an hour and came again; it stays for the hour, though it",
};

/** The comment that tells people what the gate did about an issue, in Markdown. */
export function noteText(key: string, { what, reasons, words }: Note): string {
  const first = firstOf(reasons);
  return [
    `**Plumbline**: ${key} ${heads[what]} ${whys[first]}.`,
    `${fixes[first]} Then put it in again. ${what === "warned" ? "" : glass}`.trim(),
    ...(words === null ? [] : [`Jira said: ${words}`]),
  ].join("\n\n");
}
