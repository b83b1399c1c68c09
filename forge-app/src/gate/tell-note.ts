import { ok, type Result } from "../../../shared/domain/result";
import { adfText } from "../../../shared/jira/adf";
import { addComment } from "../jira/add-comment";
import type { AskJira, JiraFailure } from "../jira/ask-jira";
import { readAllComments } from "../jira/read-all-comments";
import { readObjects } from "../jira/read-objects";
import { knownSite } from "../storage/known-site";
import { type Note, noteTold, overdueNotes } from "../storage/notes";
import { noteText } from "./sentences";

/** Tells a note that was taken on. An issue that takes no comment cannot be told anything, and that is the end of it. */
export async function tellNote(
  note: Note,
  key: string,
  ask: AskJira,
  now: () => number,
): Promise<Result<void, JiraFailure>> {
  const added = await addComment(ask, note.issue, noteText(key, note));
  if (!added.ok && added.error.kind !== "hidden" && added.error.kind !== "refused") return added;
  if (!added.ok) console.warn("A note could not be written as a comment.", note.issue, added.error);
  await noteTold(note, now());
  return ok(undefined);
}

/** Tells what somebody took on to tell and was ended before, unless it arrived all the same. */
export async function tellOverdue(ask: AskJira, now: () => number): Promise<Result<number, JiraFailure>> {
  const site = await knownSite(ask);
  if (!site.ok) return site;
  let told = 0;
  for (const note of await overdueNotes(now())) {
    const read = await readObjects(ask, [note.issue], site.value);
    if (!read.ok) return read;
    const [object] = read.value;
    // It was never moved, or is gone: the issue is settled again by itself.
    const isMoot = object === undefined || (note.what === "put-back" && object.place === note.sprint);
    const isThere = !isMoot && (await isTold(note, object.item.key, site.value.app, ask));
    if (isMoot || isThere) await noteTold(note, now());
    else {
      const done = await tellNote(note, object.item.key, ask, now);
      if (!done.ok) return done;
      told += 1;
    }
  }
  return ok(told);
}

async function isTold(note: Note, key: string, app: string, ask: AskJira): Promise<boolean> {
  const comments = await readAllComments(ask, note.issue);
  const [line = ""] = noteText(key, note).replaceAll("**", "").split("\n");
  return (
    comments.ok &&
    (comments.value ?? []).some((it) => it.author?.accountId === app && adfText(it.body)?.includes(line))
  );
}
