import { reportAccounts } from "../jira/report-accounts";
import { forgetPerson, keepReported, keptPeople, lastReportAt, notePerson } from "../storage/people";
import { forgetInReadAlong, peopleInReadAlong } from "../storage/read-along";
import { forgetInSettings, peopleInSettings } from "../storage/settings";

/** Atlassian asks for it at least so often. */
const everyMs = 7 * 24 * 60 * 60_000;

/**
 * Once a week: tells Atlassian whose account ids the app keeps, and takes out those whose accounts are closed. `now` in milliseconds
 * since 1970. Throws where Atlassian does not answer; it is done again the next day.
 */
export async function reportPeople(now: number): Promise<void> {
  const last = await lastReportAt();
  if (last !== null && now - last < everyMs) return;
  // What is kept longer than it was noted is found where it is kept.
  const kept = [...(await peopleInSettings()), ...(await peopleInReadAlong())];
  for (const it of kept) if (it !== "") await notePerson(it, now);
  const people = await keptPeople();
  const accounts = people.map(({ accountId, at }) => ({ accountId, updatedAt: new Date(at).toISOString() }));
  const closed = new Set(await reportAccounts(accounts));
  if (closed.size > 0) {
    await forgetInSettings(closed);
    await forgetInReadAlong(closed);
    for (const it of closed) await forgetPerson(it);
  }
  await keepReported(now);
}
