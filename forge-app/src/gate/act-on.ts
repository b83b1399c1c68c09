import type { GateLogEntry } from "../../../shared/domain/gate-log-entry";
import { ok, type Result } from "../../../shared/domain/result";
import type { ServerAct } from "../../../shared/domain/server-entry";
import type { StandingMirror } from "../../../shared/domain/standing-mirror";
import type { AskJira, JiraFailure } from "../jira/ask-jira";
import { editOut } from "../jira/edit-out";
import type { IssueObject } from "../jira/issue-object";
import { type Moved, moveIssues } from "../jira/move-issues";
import { claimNote, dropNote, type Note, noteTold } from "../storage/notes";
import type { GateReading, Judged } from "./judge-issues";
import { logEntry } from "./log-entries";
import { noteText } from "./sentences";
import { tellNote } from "./tell-note";

/** An issue that is kept out, and what is to be done about it. */
export interface Decided {
  object: IssueObject;
  verdict: Judged["verdict"];
  act: ServerAct;
  /** What is to be noted of its standing along with a move of it alone; null: nothing. */
  mirror: StandingMirror | null;
}

export interface Acting {
  ask: AskJira;
  /** Milliseconds since 1970. */
  now: () => number;
  sprintField: string;
  reading: GateReading;
  /** Nothing was asked since the issues were read, so that nobody can have acted on what is known by now. */
  isFresh: () => boolean;
}

/** What was done about issues that are kept out. */
export interface Acted {
  putBack: string[];
  told: string[];
  /** Those whose standing was noted along with their move. */
  noted: string[];
  /** Those that somebody touched since they were judged, or what they serve: they are to be looked at again. */
  touched: string[];
  log: GateLogEntry[];
  /** What ended it before all was done; what is named here was done all the same. */
  failure: JiraFailure | null;
}

/** Tells what stays, puts back the rest and tells that. */
export async function actOn(decided: readonly Decided[], acting: Acting): Promise<Acted> {
  const { ask, now } = acting;
  const done: Acted = { putBack: [], told: [], noted: [], touched: [], log: [], failure: null };
  for (const it of decided) {
    if (it.act.act !== "tell") continue;
    const told = await tellOnce(noteOf(it, it.act.why), it.object.item.key, ask, now);
    if (!told.ok) return { ...done, failure: told.error };
    if (!told.value) continue;
    done.told.push(it.object.item.id);
    done.log.push(logEntry(it.object, it.verdict, it.act.why, now()));
  }
  const goals = new Map<string | null, Decided[]>();
  for (const it of decided)
    if (it.act.act === "put-back") goals.set(it.act.to, [...(goals.get(it.act.to) ?? []), it]);
  for (const [to, all] of goals) {
    const still = await asBefore(all, acting);
    if (!still.ok) return { ...done, failure: still.error };
    for (const it of all) if (!still.value.includes(it)) done.touched.push(it.object.item.id);
    const [only, ...others] = still.value;
    if (only !== undefined && others.length === 0) {
      const edited = await putBackOne(only, to, acting);
      if (!edited.ok) return { ...done, failure: edited.error };
      if (edited.value) {
        done.putBack.push(only.object.item.id);
        done.noted.push(only.object.item.id);
        done.log.push(logEntry(only.object, only.verdict, "put-back", now()));
        continue;
      }
    }
    const { moved, refused, failure } = await putBack(still.value, to, acting);
    const out = new Set(moved);
    done.putBack.push(...moved);
    for (const { object, verdict } of still.value)
      if (out.has(object.item.id)) done.log.push(logEntry(object, verdict, "put-back", now()));
      else if (refused.has(object.item.id))
        done.log.push(logEntry(object, verdict, "put-back-refused", now()));
    if (failure !== null) return { ...done, failure };
  }
  return done;
}

/** Those that nobody has touched since they were judged, nor anything that they serve: whoever acts meanwhile has the last word. */
async function asBefore(
  decided: readonly Decided[],
  { reading, isFresh }: Acting,
): Promise<Result<readonly Decided[], JiraFailure>> {
  if (isFresh()) return ok(decided);
  const chainOf = ({ object }: Decided): IssueObject[] => [object, ...reading.aboveOf(object.item)];
  const ids = new Set(decided.flatMap(chainOf).map(({ item }) => item.id));
  const again = await reading.readMany([...ids]);
  if (!again.ok) return again;
  const now = new Map(again.value.map((it) => [it.item.id, it]));
  const isUntouched = ({ item, updatedAt }: IssueObject) => now.get(item.id)?.updatedAt === updatedAt;
  return ok(
    decided.filter(
      (it) => chainOf(it).every(isUntouched) && now.get(it.object.item.id)?.place === it.object.place,
    ),
  );
}

/** Moves one issue and tells and notes it in the same edit. False: Jira does not take that, and nothing has happened. */
async function putBackOne(
  it: Decided,
  to: string | null,
  { ask, now, sprintField }: Acting,
): Promise<Result<boolean, JiraFailure>> {
  const note = noteOf(it, "put-back");
  const { id, key } = it.object.item;
  const isMine = await claimNote(note, now());
  const words = isMine ? noteText(key, note) : null;
  const edited = await editOut(ask, id, { sprintField, to, words, mirror: it.mirror });
  if (!isMine) return edited;
  // Where nothing is known of the edit, it was told if it was moved, and there is nothing left to tell.
  if (edited.ok && edited.value) await noteTold(note, now());
  else await dropNote(note);
  return edited;
}

/** Moves issues and tells it on each. The note is taken on first, so that a move whose teller is killed is told by the next sweep. */
async function putBack(decided: readonly Decided[], to: string | null, { ask, now }: Acting): Promise<Moved> {
  if (decided.length === 0) return { moved: [], refused: new Map(), failure: null };
  const mine = new Set<Note>();
  const notes = decided.map((it) => noteOf(it, "put-back"));
  for (const note of notes) if (await claimNote(note, now())) mine.add(note);
  const done = await moveIssues(
    ask,
    decided.map(({ object }) => object.item.id),
    to,
  );
  const moved = new Set(done.moved);
  let { failure } = done;
  for (const [at, note] of notes.entries()) {
    const key = decided[at]?.object.item.key ?? "";
    const words = done.refused.get(note.issue);
    if (!moved.has(note.issue) && mine.has(note)) await dropNote(note);
    const told =
      words !== undefined
        ? await tellOnce({ ...note, what: "could-not-put-back", words }, key, ask, now)
        : moved.has(note.issue) && mine.has(note)
          ? await tellNote(note, key, ask, now)
          : ok(undefined);
    // What was taken on and not told is told by the next sweep.
    if (!told.ok) failure ??= told.error;
  }
  return { ...done, failure };
}

async function tellOnce(
  note: Note,
  key: string,
  ask: AskJira,
  now: () => number,
): Promise<Result<boolean, JiraFailure>> {
  if (!(await claimNote(note, now()))) return ok(false);
  const told = await tellNote(note, key, ask, now);
  return told.ok ? ok(true) : told;
}

const noteOf = ({ object: { item, place }, verdict }: Decided, what: Note["what"]): Note => ({
  ...{ issue: item.id, sprint: place ?? "", what, reasons: [...verdict.reasons], words: null },
});
