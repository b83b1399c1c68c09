import type { InvocationError } from "@forge/events";
import { z } from "zod";
import { inChunks } from "../../../shared/tracker/in-chunks";
import { settleIssues } from "../gate/settle-issues";
import { tellOverdue } from "../gate/tell-note";
import { askAsApp, type JiraFailure } from "../jira/ask-jira";
import { searchIssues } from "../jira/search-issues";
import { keepReportPart } from "../storage/sprint-reports";
import { isBatchDone, keepBatchDone, keepListed } from "../storage/sweeps";
import { retryContext, withRetries } from "../triggers/with-retries";
import { shareDefaultPolicy } from "./share-default-policy";
import { pushSweep, type SweepStep, sweepStep } from "./sweep-queue";

const delivered = z.object({ body: sweepStep, retryContext });
/** As many as one call of Jira reads, and as many batches as one push takes. */
const [perBatch, batchesPerPage] = [100, 50];
/** Batches wait until the list is likely to be whole: what they put back leaves it, and would shift its pages. */
const [firstBatchS, betweenBatchesS, latestS] = [60, 1, 900];

/**
 * One step of a sweep, from the queue. A step that was ended on the way is delivered again and begins anew: batches that are done are
 * known, and settling an issue twice does no harm.
 */
export async function onSweepStep(event: unknown): Promise<InvocationError | undefined> {
  const { body, retryContext } = delivered.parse(event);
  return withRetries(`step of sweep ${body.sweep}`, retryContext, (isLastTry) =>
    body.step === "list" ? listPage(body) : settleBatch(body, isLastTry),
  );
}

async function listPage(it: SweepStep & { step: "list" }): Promise<JiraFailure | null> {
  const found = await searchIssues(askAsApp, it.jql, it.token, perBatch * batchesPerPage);
  if (!found.ok) return found.error;
  const { issues, next } = found.value;
  const chunks = inChunks(
    issues.map(({ id }) => id),
    perBatch,
  );
  const totals = { batches: it.batches + chunks.length, issues: it.issues + issues.length };
  await pushSweep(
    chunks.map((some, at) => ({
      body: {
        ...{ step: "batch" as const, sweep: it.sweep, batch: it.batches + at },
        ...{ issues: some, report: it.report },
      },
      delayInSeconds: Math.min(latestS, firstBatchS + (it.batches + at) * betweenBatchesS),
    })),
  );
  if (next !== null) await pushSweep([{ body: { ...it, ...totals, token: next } }]);
  else await keepListed(it.sweep, totals.issues, totals.batches);
  return null;
}

async function settleBatch(
  { sweep, batch, issues, report }: SweepStep & { step: "batch" },
  isLastTry: boolean,
): Promise<JiraFailure | null> {
  if (await isBatchDone(sweep, batch)) return null;
  if (batch === 0) {
    const told = await tellOverdue(askAsApp, Date.now);
    if (!told.ok) return told.error;
  }
  const settled = await settleIssues(issues, { ask: askAsApp, now: Date.now, isLastTry });
  if (!settled.ok) return settled.error;
  for (const project of settled.value.projects) await shareDefaultPolicy(askAsApp, project);
  if (report !== null)
    for (const [project, found] of settled.value.found)
      await keepReportPart(project, { ...report, sweep, batch, ...found });
  const { looked, putBack, told } = settled.value;
  await keepBatchDone(sweep, batch, { looked, putBack, told });
  return null;
}
