import { z } from "zod";
import { projectOf } from "../jira/project-of";
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
/** Of a whole project no more is asked for along with an issue than is likely to be above it. */
const [mostAbove, mostPeople] = [10, 2];
const prefix = "along:";
/** What an issue's key looks like; of anything else nothing is kept. */
const keyShape = /^[A-Z][A-Z0-9_]*-\d+$/;
/** Of an issue or of its project, by key. */
const keyOf = (key: string) => `${prefix}${key}`;

/** What to ask for along with an issue: what it took the last time, or where it was never judged what the last ones of its project took. */
export async function getReadAlong(issueKey: string): Promise<ReadAlong> {
  if (!keyShape.test(issueKey)) return nothingAlong;
  const own = await getKept(keyOf(issueKey), readAlong);
  return own ?? (await getKept(keyOf(projectOf(issueKey)), readAlong)) ?? nothingAlong;
}

/** `now` in milliseconds since 1970. */
export async function keepReadAlong(issueKey: string, it: ReadAlong, now: number): Promise<void> {
  if (!keyShape.test(issueKey)) return;
  for (const person of it.people) await notePerson(person, now);
  await keep(keyOf(issueKey), it, keptDays);
  const project = keyOf(projectOf(issueKey));
  const known = (await getKept(project, readAlong)) ?? nothingAlong;
  const latest = (now: string[], before: string[], most: number) =>
    [...new Set([...now, ...before])].slice(0, most);
  const above = latest(it.above, known.above, mostAbove);
  const people = latest(it.people, known.people, mostPeople);
  const isNew = [...above, ...people].some((one) => ![...known.above, ...known.people].includes(one));
  if (isNew) await keep(project, { above, people, mirror: null }, keptDays);
}

/** Whose account ids are kept here. */
export const peopleInReadAlong = async (): Promise<string[]> =>
  (await listKept(prefix, readAlong)).flatMap(({ value }) => value.people);

/** Takes people out of all that is kept. */
export async function forgetInReadAlong(people: ReadonlySet<string>): Promise<void> {
  for (const { key, value } of await listKept(prefix, readAlong))
    if (value.people.some((it) => people.has(it)))
      await keep(key, { ...value, people: value.people.filter((it) => !people.has(it)) }, keptDays);
}
