import { z } from "zod";
import { getKept, keep, keepForGood, listKept } from "./kept";

/** What a batch of a sweep came to. */
const batchDone = z.object({ looked: z.number(), putBack: z.number(), told: z.number() });
export type BatchDone = z.infer<typeof batchDone>;

/** The last sweeps of the whole site, by when they began, and the one before the last; milliseconds since 1970. */
const lastSweeps = z.object({
  hourly: z.number().nullable(),
  full: z.number().nullable(),
  before: z.number().nullable(),
  /** The last one's id, and from when on it was to look at what changed. */
  sweep: z.string().nullable().default(null),
  from: z.number().nullable().default(null),
});
export type LastSweeps = z.infer<typeof lastSweeps>;

const lastKey = "sweep-last";
const keptDays = 2;
const batchKey = (sweep: string, batch: number) => `sweep:${sweep}:${batch}`;
const listedKey = (sweep: string) => `sweep-listed:${sweep}`;

export const readLastSweeps = async (): Promise<LastSweeps> =>
  (await getKept(lastKey, lastSweeps)) ?? {
    ...{ hourly: null, full: null, before: null, sweep: null, from: null },
  };
export const keepLastSweeps = (it: LastSweeps): Promise<void> => keepForGood(lastKey, it);

export const isBatchDone = async (sweep: string, batch: number): Promise<boolean> =>
  (await getKept(batchKey(sweep, batch), batchDone)) !== null;
export const keepBatchDone = (sweep: string, batch: number, it: BatchDone): Promise<void> =>
  keep(batchKey(sweep, batch), it, keptDays);

/** How many issues a sweep has to look at, once they are all listed. */
export const keepListed = (sweep: string, issues: number, batches: number): Promise<void> =>
  keep(listedKey(sweep), { issues, batches }, keptDays);

export interface SweepProgress extends BatchDone {
  batchesDone: number;
  /** Null: they are still being listed. */
  batches: number | null;
}

/** Whether all that a sweep had to look at was looked at. */
export async function isSweepDone(sweep: string): Promise<boolean> {
  const { batches, batchesDone } = await sweepProgress(sweep);
  return batches === batchesDone;
}

/** How far a sweep is, counted from what is done and nothing else. */
export async function sweepProgress(sweep: string): Promise<SweepProgress> {
  const done = await listKept(batchKey(sweep, 0).slice(0, -1), batchDone);
  const listed = await getKept(listedKey(sweep), z.object({ batches: z.number() }));
  const sum = (of: keyof BatchDone) => done.reduce((all, { value }) => all + value[of], 0);
  return {
    ...{ looked: sum("looked"), putBack: sum("putBack"), told: sum("told") },
    ...{ batchesDone: done.length, batches: listed?.batches ?? null },
  };
}
