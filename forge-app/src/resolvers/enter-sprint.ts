import { z } from "zod";
import { err, ok } from "../../../shared/domain/result";
import { GateReading } from "../gate/judge-issues";
import { refusalText } from "../gate/sentences";
import { askAsApp } from "../jira/ask-jira";
import type { IssueObject } from "../jira/issue-object";
import { moveIssues } from "../jira/move-issues";
import { projectOf } from "../jira/project-of";
import { readSprint } from "../jira/read-sprint";
import { rightsAmong } from "../jira/rights";
import { confirmPlace } from "../storage/known-places";
import { knownSite } from "../storage/known-site";
import { answered, type CallHandler, numericId, refusal } from "./call-handler";
import type { Answer, Calls, KeptOut } from "./calls";

/** Jira's own limit of one move. */
const mostIssues = 50;

/**
 * The way in where only the app may schedule. The app moves for people who may edit what they move and see where it goes, and who may
 * schedule themselves unless the policy says that people enter through the app; and it moves what the gate's one rule lets in by
 * evidence read just now, whatever the page showed.
 */
export const enterSprint: CallHandler<"enterSprint"> = {
  asks: z.strictObject({ issueIds: z.array(numericId).min(1).max(mostIssues), sprintId: numericId }),
  async answer({ issueIds, sprintId }, { ask }) {
    const asked = [...new Set(issueIds)];
    const rights = answered(await rightsAmong(ask, asked));
    if (!rights.ok) return rights;
    const { edit, schedule } = rights.value;
    const sprint = answered(await readSprint(ask, sprintId));
    if (!sprint.ok) return sprint;
    if (sprint.value === null || asked.some((it) => !edit.has(it))) return refusal("forbidden");
    if (sprint.value.state === "closed") return refusal("rejected");
    return enterAsApp(asked, sprintId, schedule);
  },
};

async function enterAsApp(
  asked: readonly string[],
  sprint: string,
  mayThemselves: ReadonlySet<string>,
): Promise<Answer<Calls["enterSprint"]["gives"]>> {
  const site = answered(await knownSite(askAsApp));
  if (!site.ok) return site;
  // Somebody waits, and can try again: what Jira could not say just now is no reason to let anything in.
  const reading = new GateReading(askAsApp, false, site.value.sprintField);
  const read = answered(await reading.readMany(asked));
  if (!read.ok) return read;
  // The app itself has to see what it is to judge.
  if (read.value.length < asked.length) return refusal("forbidden");
  const kept: KeptOut[] = [];
  const ready: IssueObject[] = [];
  for (const project of new Set(read.value.map(({ item }) => projectOf(item.key)))) {
    const issues = read.value.filter(({ item }) => projectOf(item.key) === project);
    const policy = answered(await reading.policyOf(project));
    if (!policy.ok) return policy;
    const isStrict = policy.value.kind === "value" && policy.value.value.entersThroughApp === true;
    if (!isStrict && issues.some(({ item }) => !mayThemselves.has(item.id))) return refusal("forbidden");
    const judged = answered(await reading.judge(issues, project, policy.value, new Date().toISOString()));
    if (!judged.ok) return judged;
    for (const it of issues) {
      const verdict = judged.value.get(it.item.id)?.verdict;
      if (verdict?.verdict === "block") {
        const { id, key } = it.item;
        const reasons = [...verdict.reasons];
        kept.push({ id, key, reasons, words: refusalText(key, reasons) });
      } else if (verdict !== undefined) ready.push(it);
    }
  }
  if (ready.length === 0) return ok({ entered: [], kept });
  const ids = ready.map(({ item }) => item.id);
  const { moved, refused, failure } = await moveIssues(askAsApp, ids, sprint, "nowhere-else");
  const at = new Date().toISOString();
  for (const id of moved) await confirmPlace(id, { at, place: sprint, isRight: true });
  const keys = new Map(ready.map(({ item }) => [item.id, item.key]));
  for (const [id, words] of refused) kept.push({ id, key: keys.get(id) ?? "", reasons: [], words });
  // Whoever asks again finds in it what has gone in by now.
  if (failure !== null) return answered(err(failure));
  return ok({ entered: moved, kept });
}
