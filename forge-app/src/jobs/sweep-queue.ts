import { Queue } from "@forge/events";
import { z } from "zod";

/** The started sprint that a sweep reports on; `at` in milliseconds since 1970. */
const sweepReport = z.object({ sprint: z.string().min(1), name: z.string(), at: z.number() });
export type SweepReport = z.infer<typeof sweepReport>;

/** One step of a sweep. `list` finds the next page of issues and makes batches of them; `batch` looks at some. */
export const sweepStep = z.discriminatedUnion("step", [
  z.object({
    step: z.literal("list"),
    sweep: z.string().min(1),
    jql: z.string().min(1),
    /** Where the list goes on; null: at its beginning. */
    token: z.string().nullable(),
    /** How many batches and issues there are so far. */
    batches: z.number().int(),
    issues: z.number().int(),
    report: sweepReport.nullable().default(null),
  }),
  z.object({
    step: z.literal("batch"),
    sweep: z.string().min(1),
    batch: z.number().int(),
    issues: z.array(z.string().min(1)).max(100),
    report: sweepReport.nullable().default(null),
  }),
]);
export type SweepStep = z.infer<typeof sweepStep>;

/** Puts steps into the queue, at most 50 at once; `delayInSeconds` at most 900. */
export async function pushSweep(steps: { body: SweepStep; delayInSeconds?: number }[]): Promise<void> {
  if (steps.length > 0) await new Queue({ key: "sweep" }).push(steps);
}
