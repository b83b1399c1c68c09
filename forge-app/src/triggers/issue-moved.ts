import type { InvocationError } from "@forge/events";
import { z } from "zod";
import { enteredBy, sprintIdsIn } from "../../../shared/domain/sprint-history";
import { settleIssue } from "../gate/settle-issues";
import { askAsApp } from "../jira/ask-jira";
import { noteEvent } from "../storage/health";
import { knownSite } from "../storage/known-site";
import { retryContext, withRetries } from "./with-retries";

const change = z.object({
  field: z.string().nullish(),
  fieldId: z.string().nullish(),
  fieldtype: z.string().nullish(),
  from: z.string().nullish(),
  to: z.string().nullish(),
});
type Change = z.infer<typeof change>;
const issueEvent = z.object({
  eventType: z.string(),
  selfGenerated: z.boolean().default(false),
  issue: z.object({ id: z.coerce.string().min(1), key: z.string().nullish() }),
  changelog: z.object({ items: z.array(change).default([]) }).nullish(),
  retryContext,
});
const made = "avi:jira:created:issue";

/**
 * An issue was made or changed. What the event says is believed only so far as to look at the issue: it may come late, twice, or
 * after the one that followed it. What fails for a while is tried again by the platform, and after that by the hourly sweep.
 */
export async function onIssueMoved(event: unknown): Promise<InvocationError | undefined> {
  const { eventType, selfGenerated, issue, changelog, retryContext } = issueEvent.parse(event);
  const items = changelog?.items ?? [];
  const isNew = eventType === made;
  if (selfGenerated || (!isNew && !items.some(mayBeEntry))) return undefined;
  const happened = { id: issue.id, key: issue.key ?? null, isNew };
  return withRetries(`event of ${happened.key ?? issue.id}`, retryContext, async (isLastTry) => {
    const site = await knownSite(askAsApp);
    if (!site.ok) return site.error;
    const isIt = ({ fieldId }: Change) => fieldId == null || fieldId === site.value.sprintField;
    if (!isNew && !items.some((it) => mayBeEntry(it) && isIt(it))) return null;
    const settling = { ask: askAsApp, now: Date.now, isLastTry };
    const [settled] = await Promise.all([settleIssue(happened, site.value, settling), noteEvent(Date.now())]);
    return settled.ok ? null : settled.error;
  });
}

/** By its kind and its ids. A field's name is no help: every site can have another one. */
const mayBeEntry = ({ field, fieldtype, from, to }: Change): boolean =>
  (field === "Sprint" || fieldtype !== "jira") &&
  enteredBy({ from: sprintIdsIn(from), to: sprintIdsIn(to) }).length > 0;
