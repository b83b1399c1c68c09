import { z } from "zod";
import { forget, getKept, keep, keepForGood, listKept } from "./kept";

const prefix = "person:";
const reportKey = "people-reported";
const keptDays = 200;
const moment = z.object({ at: z.number() });

/** What an account's id looks like; anything else in its place is nobody's. */
const idShape = /^[\w:.-]{1,128}$/;

/** Notes that an account's id is kept somewhere in this storage; `now` in milliseconds since 1970, as all moments here. */
export async function notePerson(accountId: string, now: number): Promise<void> {
  if (idShape.test(accountId)) await keep(`${prefix}${accountId}`, { at: now }, keptDays);
}
export const forgetPerson = (accountId: string): Promise<void> => forget(`${prefix}${accountId}`);

/** Whose ids are kept, and since when. */
export async function keptPeople(): Promise<{ accountId: string; at: number }[]> {
  const all = await listKept(prefix, moment);
  return all.map(({ key, value }) => ({ accountId: key.slice(prefix.length), at: value.at }));
}

export const lastReportAt = async (): Promise<number | null> =>
  (await getKept(reportKey, moment))?.at ?? null;
export const keepReported = (now: number): Promise<void> => keepForGood(reportKey, { at: now });
