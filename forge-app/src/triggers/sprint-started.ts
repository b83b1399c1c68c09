import type { InvocationError } from "@forge/events";
import { z } from "zod";
import { askAsApp } from "../jira/ask-jira";
import { sprintsJql } from "../jira/sprints-jql";
import { startSweep } from "../jobs/start-sweep";
import { noteEvent } from "../storage/health";
import { knownSite } from "../storage/known-site";
import { retryContext, withRetries } from "./with-retries";

const sprintEvent = z.object({
  sprint: z.object({ id: z.coerce.number().int(), name: z.string().default("") }),
  retryContext,
});

/** A sprint was started: all that is in it is looked at and reported on, through the same queue as the hourly sweep. */
export async function onSprintStarted(event: unknown): Promise<InvocationError | undefined> {
  const { sprint, retryContext } = sprintEvent.parse(event);
  return withRetries(`start of sprint ${sprint.id}`, retryContext, async () => {
    const site = await knownSite(askAsApp);
    if (!site.ok) return site.error;
    const { sprintField } = site.value;
    if (sprintField === null) return null;
    const now = Date.now();
    await noteEvent(now);
    const report = { sprint: String(sprint.id), name: sprint.name.slice(0, 255), at: now };
    await startSweep(sprintsJql(sprintField, `= ${sprint.id}`), now, report);
    return null;
  });
}
