import type { InvocationError } from "@forge/events";
import { z } from "zod";
import { startSweep } from "../jobs/start-sweep";
import { retryContext, withRetries } from "./with-retries";

const sprintEvent = z.object({ sprint: z.object({ id: z.coerce.number().int() }), retryContext });

/** A sprint was started: all that is in it is looked at, through the same queue as the hourly sweep. */
export async function onSprintStarted(event: unknown): Promise<InvocationError | undefined> {
  const { sprint, retryContext } = sprintEvent.parse(event);
  return withRetries(retryContext, async () => {
    await startSweep(`sprint = ${sprint.id}`, Date.now());
    return null;
  });
}
