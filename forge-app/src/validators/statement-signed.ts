import { z } from "zod";
import { evaluateEntry } from "../../../shared/domain/entry";
import { unreadable } from "../../../shared/domain/result";
import { GateReading } from "../gate/judge-issues";
import { refusalText } from "../gate/sentences";
import { askAsApp } from "../jira/ask-jira";
import { projectOf } from "../jira/project-of";
import { noteFailure } from "../storage/health";
import { getReadAlong, nothingAlong } from "../storage/read-along";

const asked = z.object({ issue: z.object({ key: z.string().min(1) }) });

/** What Jira makes of a workflow validator: the transition goes on or not, and why. */
export interface ValidatorAnswer {
  result: boolean;
  errorMessage?: string;
}

/**
 * "Problem statement signed off": a transition goes on where the gate would let the issue into a sprint. An issue that is only being
 * made has nothing to look at yet, and goes on; the trigger looks at it right after. What cannot be read is for the policy to decide.
 */
export async function statementSigned(payload: unknown): Promise<ValidatorAnswer> {
  const parsed = asked.safeParse(payload);
  if (!parsed.success) return { result: true };
  const { key } = parsed.data.issue;
  const reading = new GateReading(askAsApp, true);
  const project = projectOf(key);
  const [policy, object] = await Promise.all([
    reading.policyOf(project),
    // The platform's storage makes it faster, and nothing else depends on it.
    getReadAlong(key)
      .catch(() => nothingAlong)
      .then((along) => reading.readOne(key, along)),
  ]);
  const rules = policy.ok ? policy.value : unreadable([]);
  const now = new Date().toISOString();
  const issue = object.ok ? object.value : null;
  const judged = issue && (await reading.judge([issue], project, rules, now));
  const found = judged?.ok ? judged.value.get(issue?.item.id ?? "") : undefined;
  const verdict = found?.verdict ?? evaluateEntry({ key, facts: null }, rules, now);
  const isUnread = verdict.reasons.includes("facts-missing") || !policy.ok || reading.couldNotRead(project);
  if (isUnread) await noteUnread(key, verdict.verdict);
  return verdict.verdict === "block"
    ? { result: false, errorMessage: refusalText(key, verdict.reasons) }
    : { result: true };
}

/** Too little could be read of an issue: administrators see it, whatever the policy made of it. */
async function noteUnread(key: string, verdict: string): Promise<void> {
  const did = verdict === "block" ? "refused" : "let through";
  const what = `A transition of ${key} was ${did}, and too little could be read of it.`;
  await noteFailure("validator", what, Date.now()).catch((error) => console.warn(what, error));
}
