import { z } from "zod";
import { getKept, keep, listKept } from "./kept";
import { notePerson } from "./people";

/**
 * What it took to judge an issue the last time, so that it can be asked for together the next time. It is a guess at what to read and
 * nothing else: what is read anew says itself what it serves and who signed it.
 */
const readAlong = z.object({
  /** The ids of all that is above it. */
  above: z.array(z.string()),
  /** Whose histories were asked for, by account id. */
  people: z.array(z.string()),
  /** The hash of what was last written as its note of a standing; null: nothing. */
  mirror: z.string().nullable(),
});
export type ReadAlong = z.infer<typeof readAlong>;
export const nothingAlong: ReadAlong = { above: [], people: [], mirror: null };

const keptDays = 180;
const prefix = "along:";
/** What an issue's key looks like; of anything else nothing is kept. */
const keyShape = /^[A-Z][A-Z0-9_]*-\d+$/;
const keyOf = (issueKey: string) => `${prefix}${issueKey}`;

export async function getReadAlong(issueKey: string): Promise<ReadAlong> {
  if (!keyShape.test(issueKey)) return nothingAlong;
  return (await getKept(keyOf(issueKey), readAlong)) ?? nothingAlong;
}

/** `now` in milliseconds since 1970. */
export async function keepReadAlong(issueKey: string, it: ReadAlong, now: number): Promise<void> {
  for (const person of it.people) await notePerson(person, now);
  await keep(keyOf(issueKey), it, keptDays);
}

/** Takes people out of all that is kept. */
export async function forgetInReadAlong(people: ReadonlySet<string>): Promise<void> {
  for (const { key, value } of await listKept(prefix, readAlong))
    if (value.people.some((it) => people.has(it)))
      await keep(key, { ...value, people: value.people.filter((it) => !people.has(it)) }, keptDays);
}
