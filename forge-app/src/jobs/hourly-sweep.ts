import { keepLastSweeps, readLastSweeps } from "../storage/sweeps";
import { startSweep } from "./start-sweep";

const planned = "(sprint in openSprints() OR sprint in futureSprints())";
const [hourMs, dayMs, minuteMs] = [60 * 60_000, 24 * 60 * 60_000, 60_000];
/** The platform may call twice for one hour. */
const tooSoonMs = 30 * minuteMs;
/** What Jira writes while a sweep is being listed may not be found yet. */
const overlapMinutes = 15;

/**
 * Every hour: looks at what changed in open and future sprints since the last time, and once a day at all of it. What enters a sprint
 * changes, so that the hour's work does not grow with the backlog.
 */
export async function hourlySweep(): Promise<void> {
  const now = Date.now();
  const last = await readLastSweeps();
  if (last.hourly !== null && now - last.hourly < tooSoonMs) return;
  const isFull = last.hourly === null || last.full === null || now - last.full >= dayMs - hourMs / 2;
  const minutes = Math.ceil((now - (last.hourly ?? now)) / minuteMs) + overlapMinutes;
  const jql = isFull ? planned : `${planned} AND updated >= -${minutes}m`;
  await startSweep(jql, now);
  await keepLastSweeps({ hourly: now, full: isFull ? now : last.full, before: last.hourly });
}
