import type { EntryVerdict } from "../../../shared/domain/entry";
import { ok, type Result } from "../../../shared/domain/result";
import { decideServerEntry, type ServerAct } from "../../../shared/domain/server-entry";
import type { AskJira, JiraFailure } from "../jira/ask-jira";
import type { IssueObject } from "../jira/issue-object";
import { moveIssues } from "../jira/move-issues";
import { readHistories } from "../jira/read-histories";
import { readObjects } from "../jira/read-objects";
import { confirmPlace, knownPlaces } from "../storage/known-places";
import { knownSite } from "../storage/known-site";
import { claimNote, dropNote, type Note } from "../storage/notes";
import { watchedSince } from "../storage/watched-since";
import { GateReading } from "./judge-issues";
import { tellNote } from "./tell-note";

export interface Settling {
  ask: AskJira;
  /** Milliseconds since 1970. */
  now: () => number;
  /** True: nobody will try again, so that what fails counts as not known. */
  isLastTry: boolean;
}

/** What was done about issues, in numbers. */
export interface Settled {
  looked: number;
  putBack: number;
  told: number;
}

/**
 * Looks at issues as they are now, whatever was said to have happened to them, and puts back, tells or lets in. Doing it twice, late,
 * or for an issue that nothing happened to does no harm.
 */
export async function settleIssues(
  refs: readonly string[],
  settling: Settling,
): Promise<Result<Settled, JiraFailure>> {
  const { ask, now, isLastTry } = settling;
  const done: Settled = { looked: 0, putBack: 0, told: 0 };
  const site = await knownSite(ask);
  if (!site.ok) return site;
  const { sprintField, app } = site.value;
  if (sprintField === null || refs.length === 0) return ok(done);
  const objects = await readObjects(ask, refs, sprintField);
  if (!objects.ok) return objects;
  const planned = objects.value.filter((it) => it.place !== null && !it.isSubtask);
  const reading = new GateReading(ask, isLastTry);
  for (const [project, issues] of byProject(planned)) {
    const policy = await reading.policyOf(project);
    if (!policy.ok) return policy;
    const since = await watchedSince(project, policy.value, now());
    if (since === null) continue;
    done.looked += issues.length;
    const at = new Date(now()).toISOString();
    const verdicts = await reading.judge(issues, project, policy.value, at);
    if (!verdicts.ok) return verdicts;
    const known = await knownPlaces(issues.map(({ item }) => item.id));
    const open = issues.filter(({ item, place }) => known.get(item.id)?.place !== place);
    const isAllowed = ({ item }: IssueObject) => verdicts.value.get(item.id)?.verdict === "allow";
    for (const it of open.filter(isAllowed))
      await confirmPlace(it.item.id, { at: it.updatedAt, place: it.place });
    const suspects = issues.filter((it) => !isAllowed(it));
    const histories = await readHistories(
      ask,
      suspects.map(({ item }) => item.id),
      sprintField,
    );
    if (!histories.ok) return histories;
    const acts: Decided[] = suspects.flatMap((object) => {
      const verdict = verdicts.value.get(object.item.id);
      if (verdict === undefined) return [];
      const changes = histories.value.get(object.item.id) ?? [];
      const rules = { since, app, endedAt: object.endedAt, known: known.get(object.item.id) ?? null };
      return { object, verdict, act: decideServerEntry(verdict, { ...object, changes }, rules, at) };
    });
    const acted = await actOn(acts, sprintField, settling);
    if (!acted.ok) return acted;
    done.putBack += acted.value.putBack;
    done.told += acted.value.told;
  }
  return ok(done);
}

interface Decided {
  object: IssueObject;
  verdict: EntryVerdict;
  act: ServerAct;
}

async function actOn(
  decided: readonly Decided[],
  sprintField: string,
  { ask, now }: Settling,
): Promise<Result<Pick<Settled, "putBack" | "told">, JiraFailure>> {
  const done = { putBack: 0, told: 0 };
  for (const { object, verdict, act } of decided) {
    if (act.act !== "tell") continue;
    const told = await tellOnce(noteOf(object, verdict, act.why), object.item.key, ask, now);
    if (!told.ok) return told;
    if (told.value) done.told += 1;
  }
  const goals = new Map<string | null, Decided[]>();
  for (const it of decided)
    if (it.act.act === "put-back") goals.set(it.act.to, [...(goals.get(it.act.to) ?? []), it]);
  for (const [to, all] of goals) {
    const still = await asBefore(all, sprintField, ask);
    if (!still.ok) return still;
    const moved = await putBack(still.value, to, ask, now);
    if (!moved.ok) return moved;
    done.putBack += moved.value;
  }
  return ok(done);
}

/** Those that nobody has touched since they were judged: whoever acts meanwhile has the last word. */
async function asBefore(
  decided: readonly Decided[],
  sprintField: string,
  ask: AskJira,
): Promise<Result<Decided[], JiraFailure>> {
  const again = await readObjects(
    ask,
    decided.map(({ object }) => object.item.id),
    sprintField,
  );
  if (!again.ok) return again;
  const now = new Map(again.value.map((it) => [it.item.id, it]));
  return ok(
    decided.filter(({ object }) => {
      const it = now.get(object.item.id);
      return it?.place === object.place && it.updatedAt === object.updatedAt;
    }),
  );
}

/** Moves issues and tells it on each. The note is taken on first, so that a move whose teller is killed is told by the next sweep. */
async function putBack(
  decided: readonly Decided[],
  to: string | null,
  ask: AskJira,
  now: () => number,
): Promise<Result<number, JiraFailure>> {
  if (decided.length === 0) return ok(0);
  const mine = new Set<Note>();
  const notes = decided.map(({ object, verdict }) => noteOf(object, verdict, "put-back"));
  for (const note of notes) if (await claimNote(note, now())) mine.add(note);
  const moved = await moveIssues(
    ask,
    decided.map(({ object }) => object.item.id),
    to,
  );
  if (!moved.ok) {
    for (const note of mine) await dropNote(note);
    return moved;
  }
  for (const [at, note] of notes.entries()) {
    const key = decided[at]?.object.item.key ?? "";
    const words = moved.value.refused.get(note.issue);
    if (words !== undefined) {
      if (mine.has(note)) await dropNote(note);
      const told = await tellOnce({ ...note, what: "could-not-put-back", words }, key, ask, now);
      if (!told.ok) return told;
    } else if (mine.has(note)) {
      const told = await tellNote(note, key, ask, now);
      if (!told.ok) return told;
    }
  }
  return ok(moved.value.moved.length);
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

const noteOf = ({ item, place }: IssueObject, { reasons }: EntryVerdict, what: Note["what"]): Note => ({
  ...{ issue: item.id, sprint: place ?? "", what, reasons: [...reasons], words: null },
});

function byProject(issues: readonly IssueObject[]): Map<string, IssueObject[]> {
  const found = new Map<string, IssueObject[]>();
  for (const it of issues) {
    const project = it.item.key.slice(0, it.item.key.lastIndexOf("-"));
    found.set(project, [...(found.get(project) ?? []), it]);
  }
  return found;
}
