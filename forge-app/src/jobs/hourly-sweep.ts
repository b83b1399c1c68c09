import { z } from "zod";
import { askAsApp } from "../jira/ask-jira";
import { sprintsJql } from "../jira/sprints-jql";
import { rollUpGateLog } from "../storage/gate-log";
import { noteFailure } from "../storage/health";
import { getKept, keepForGood } from "../storage/kept";
import { knownSite } from "../storage/known-site";
import { isSweepDone, keepLastSweeps, readLastSweeps } from "../storage/sweeps";
import { reportPeople } from "./report-people";
import { defaultPolicyVersion } from "./share-default-policy";
import { startSweep } from "./start-sweep";

const [hourMs, dayMs, minuteMs] = [60 * 60_000, 24 * 60 * 60_000, 60_000];
/** The platform may call twice for one hour. */
const tooSoonMs = 30 * minuteMs;
/** Where the version of the app's own policy is kept by which everything was looked at. */
const sweptBy = "swept-policy";
/** What Jira writes while a sweep is being listed may not be found yet, and what was put back too often is looked at after an hour. */
const overlapMinutes = 75;

/**
 * Every hour: looks at what changed in open and future sprints since the last time, and at all of it once a day, and where the app's own
 * policy is another. What enters a sprint changes, so that the hour's work does not grow with the backlog. The platform does not try
 * again: what fails is kept to be seen.
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
  const policy = await defaultPolicyVersion();
  const isDue = last.hourly === null || last.full === null || now - last.full >= dayMs - hourMs / 2;
  // Another policy is a matter of all tickets, and of each of their projects.
  const isFull = isDue || (await getKept(sweptBy, z.string())) !== policy;
  // A sweep that was not finished, or is not yet, has not looked at what was its.
  const isDone = last.sweep === null || (await isSweepDone(last.sweep));
  const from = (isDone ? last.hourly : last.from) ?? last.hourly ?? now;
  const minutes = Math.ceil((now - from) / minuteMs) + overlapMinutes;
  const [open, future] = ["in openSprints()", "in futureSprints()"].map((it) => sprintsJql(sprintField, it));
  const planned = `(${open} OR ${future})`;
  const jql = isFull ? planned : `${planned} AND updated >= -${minutes}m`;
  const sweep = await startSweep(jql, now);
  await keepForGood(sweptBy, policy);
  await keepLastSweeps({ hourly: now, full: isFull ? now : last.full, before: last.hourly, sweep, from });
  if (!isFull) return;
  await rollUpGateLog(now);
  await reportPeople(now);
}
