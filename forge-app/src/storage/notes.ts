import { z } from "zod";
import { entryReasons } from "../../../shared/domain/entry";
import { serverFlags } from "../../../shared/domain/server-entry";
import { forget, getKept, keep, keepNew, listKept } from "./kept";

/** What is to be told on an issue, once. */
export const note = z.object({
  issue: z.string(),
  /** The sprint that it entered. */
  sprint: z.string(),
  what: z.enum(["put-back", "could-not-put-back", ...serverFlags]),
  reasons: z.array(z.enum(entryReasons)),
  /** Jira's own words, where it would not move the issue. */
  words: z.string().nullable(),
});
export type Note = z.infer<typeof note>;

const keptNote = z.object({ note, at: z.number(), isTold: z.boolean() });
const prefix = "note:";
const dayMs = 24 * 60 * 60_000;
/** That it was put back is not told again for a day: who puts it in again hears of it. Of what stays, longer than a sprint lasts. */
const keptDaysOf = ({ what }: Note): number => (what === "put-back" ? 1 : 60);
/** Who has not told it after so long never will: it was ended on the way. */
const overdueMs = 2 * 60_000;

/** For the same reasons it is the same, into whichever sprint the issue goes; where it stays, it is told of each sprint. */
const keyOf = ({ issue, sprint, what, reasons }: Note): string =>
  `${prefix}${[issue, what, ...(what === "put-back" ? [] : [sprint]), ...reasons].join(":")}`;

/** Takes it on to tell something; false: somebody does or did. `now` is milliseconds since 1970. */
export async function claimNote(it: Note, now: number): Promise<boolean> {
  const key = keyOf(it);
  const mine = { note: it, at: now, isTold: false };
  const keptDays = keptDaysOf(it);
  if (await keepNew(key, mine, keptDays)) return true;
  const known = await getKept(key, keptNote);
  // Storage takes its time to forget what has expired.
  const isOver = known === null || now - known.at >= (known.isTold ? keptDays * dayMs : overdueMs);
  if (isOver) await keep(key, mine, keptDays);
  return isOver;
}

export const noteTold = (it: Note, now: number): Promise<void> =>
  keep(keyOf(it), { note: it, at: now, isTold: true }, keptDaysOf(it));

/** Gives back what was not told, for example because the issue could not be moved. */
export const dropNote = (it: Note): Promise<void> => forget(keyOf(it));

/** What somebody took on to tell and never did. */
export async function overdueNotes(now: number): Promise<Note[]> {
  const all = await listKept(prefix, keptNote);
  return all.flatMap(({ value: { note, at, isTold } }) => (!isTold && now - at >= overdueMs ? note : []));
}
