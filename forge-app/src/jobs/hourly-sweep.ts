import { askAsApp } from "../jira/ask-jira";
import { sprintsJql } from "../jira/sprints-jql";
import { rollUpGateLog } from "../storage/gate-log";
import { noteFailure } from "../storage/health";
import { knownSite } from "../storage/known-site";
import { keepLastSweeps, readLastSweeps } from "../storage/sweeps";
import { reportPeople } from "./report-people";
import { startSweep } from "./start-sweep";

const [hourMs, dayMs, minuteMs] = [60 * 60_000, 24 * 60 * 60_000, 60_000];
/** The platform may call twice for one hour. */
const tooSoonMs = 30 * minuteMs;
/** What Jira writes while a sweep is being listed may not be found yet. */
const overlapMinutes = 15;

/**
 * Every hour: looks at what changed in open and future sprints since the last time, and once a day at all of it. What enters a sprint
 * changes, so that the hour's work does not grow with the backlog. The platform does not try again: what fails is kept to be seen.
 */
export async function hourlySweep(): Promise<void> {
  try {
    await sweepNow(Date.now());
  } catch (error) {
    console.warn("The hourly sweep failed.", error);
    await noteFailure("hourly-sweep", `The hourly job ended early. ${error}`, Date.now());
  }
}

async function sweepNow(now: number): Promise<void> {
  const last = await readLastSweeps();
  if (last.hourly !== null && now - last.hourly < tooSoonMs) return;
  const site = await knownSite(askAsApp);
  if (!site.ok) throw new Error(site.error.words ?? `Jira was ${site.error.kind}.`);
  const { sprintField } = site.value;
  if (sprintField === null) return;
  const isFull = last.hourly === null || last.full === null || now - last.full >= dayMs - hourMs / 2;
  const minutes = Math.ceil((now - (last.hourly ?? now)) / minuteMs) + overlapMinutes;
  const [open, future] = ["in openSprints()", "in futureSprints()"].map((it) => sprintsJql(sprintField, it));
  const planned = `(${open} OR ${future})`;
  const jql = isFull ? planned : `${planned} AND updated >= -${minutes}m`;
  await startSweep(jql, now);
  await keepLastSweeps({ hourly: now, full: isFull ? now : last.full, before: last.hourly });
  if (!isFull) return;
  await rollUpGateLog(now);
  await reportPeople(now);
}
