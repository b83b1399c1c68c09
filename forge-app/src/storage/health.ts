import { z } from "zod";
import { getKept, keep, keepForGood, listKept } from "./kept";

const eventKey = "last-event";
const failurePrefix = "failure:";
const keptDays = 14;
const moment = z.object({ at: z.number() });
const failure = z.object({ at: z.number(), what: z.string() });
export type Failure = z.infer<typeof failure>;

/** An event arrived; `now` in milliseconds since 1970, as all moments here. */
export const noteEvent = (now: number): Promise<void> => keepForGood(eventKey, { at: now });

/** Something was given up. The last of each kind within an hour is kept, so that a storm of failures fills nothing. */
export function noteFailure(kind: string, what: string, now: number): Promise<void> {
  const hour = new Date(now).toISOString().slice(0, 13);
  return keep(`${failurePrefix}${hour}:${kind}`, { at: now, what: what.slice(0, 500) }, keptDays);
}

export const lastEventAt = async (): Promise<number | null> => (await getKept(eventKey, moment))?.at ?? null;

/** What was given up, newest first. */
export async function keptFailures(): Promise<Failure[]> {
  const all = await listKept(failurePrefix, failure);
  return all.map(({ value }) => value).sort((a, b) => b.at - a.at);
}
