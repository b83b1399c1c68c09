import type { InvocationError } from "@forge/events";
import { z } from "zod";
import { enteredBy, sprintIdsIn } from "../../../shared/domain/sprint-history";
import { settleIssues } from "../gate/settle-issues";
import { askAsApp } from "../jira/ask-jira";
import { retryContext, withRetries } from "./with-retries";

const change = z.object({
  field: z.string().nullish(),
  fieldId: z.string().nullish(),
  from: z.string().nullish(),
  to: z.string().nullish(),
});
const issueEvent = z.object({
  eventType: z.string(),
  selfGenerated: z.boolean().default(false),
  issue: z.object({ id: z.coerce.string().min(1) }),
  changelog: z.object({ items: z.array(change).default([]) }).nullish(),
  retryContext,
});

/**
 * An issue was made or changed. What the event says is believed only so far as to look at the issue: it may come late, twice, or
 * after the one that followed it. What fails for a while is tried again by the platform, and after that by the hourly sweep.
 */
export async function onIssueMoved(event: unknown): Promise<InvocationError | undefined> {
  const parsed = issueEvent.parse(event);
  const { eventType, selfGenerated, issue, changelog } = parsed;
  const isMove = (changelog?.items ?? []).some(
    (it) =>
      (it.field === "Sprint" || it.fieldId?.startsWith("customfield_")) &&
      enteredBy({ from: sprintIdsIn(it.from), to: sprintIdsIn(it.to) }).length > 0,
  );
  if (selfGenerated || (eventType === "avi:jira:updated:issue" && !isMove)) return undefined;
  return withRetries(parsed.retryContext, async (isLastTry) => {
    const settled = await settleIssues([issue.id], { ask: askAsApp, now: Date.now, isLastTry });
    return settled.ok ? null : settled.error;
  });
}
