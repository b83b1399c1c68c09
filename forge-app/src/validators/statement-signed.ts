import { z } from "zod";
import { evaluateEntry } from "../../../shared/domain/entry";
import { unreadable } from "../../../shared/domain/result";
import { GateReading } from "../gate/judge-issues";
import { refusalText } from "../gate/sentences";
import { askAsApp } from "../jira/ask-jira";
import { readObjects } from "../jira/read-objects";

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
  const project = key.slice(0, key.lastIndexOf("-"));
  const policy = await reading.policyOf(project);
  const objects = await readObjects(askAsApp, [key], null);
  const object = objects.ok ? objects.value[0] : undefined;
  const rules = policy.ok ? policy.value : unreadable([]);
  const now = new Date().toISOString();
  const judged = object && (await reading.judge([object], project, rules, now));
  const found = judged?.ok ? judged.value.get(object?.item.id ?? "") : undefined;
  const verdict = found ?? evaluateEntry({ key, facts: null }, rules, now);
  return verdict.verdict === "block"
    ? { result: false, errorMessage: refusalText(key, verdict.reasons) }
    : { result: true };
}
