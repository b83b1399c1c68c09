import { defaultPolicy } from "../../../shared/domain/policy";
import { err, ok, type Result } from "../../../shared/domain/result";
import type { AskJira, JiraFailure } from "../jira/ask-jira";
import type { IssueObject } from "../jira/issue-object";
import { projectOf } from "../jira/project-of";
import type { SiteFacts } from "../jira/read-site";
import { writeMirrors } from "../jira/write-mirrors";
import { noteDecisions } from "../storage/gate-log";
import { noteFailure } from "../storage/health";
import { knownPlaces } from "../storage/known-places";
import { knownSite } from "../storage/known-site";
import { getReadAlong, nothingAlong, type ReadAlong } from "../storage/read-along";
import { watchedSince } from "../storage/watched-since";
import { actOn } from "./act-on";
import { decideActs, type Look, letIn, unreadyOf } from "./decide-acts";
import { GateReading } from "./judge-issues";
import { learn, learnAbove, mirrorAlong } from "./learn-along";
import { mirrorsOf } from "./mirrors-of";
import { merged, nothing, type Settled } from "./settled";

export interface Settling {
  ask: AskJira;
  /** Milliseconds since 1970. */
  now: () => number;
  /** True: nobody will try again, so that what fails counts as not known. */
  isLastTry: boolean;
}

/** How often something is looked at again that somebody touched between the look and the act. */
const mostLooks = 3;

/** An issue that something happened to, as an event names it. */
export interface Happened {
  id: string;
  /** As far as the event says. */
  key: string | null;
  /** It was only made just now, and is in no sprint as a rule. */
  isNew: boolean;
}

/**
 * Looks at an issue as it is now, whatever was said to have happened to it, and puts back, tells or lets in. Doing it twice, late, or
 * for an issue that nothing happened to does no harm.
 */
export async function settleIssue(
  { id, key, isNew }: Happened,
  site: SiteFacts,
  settling: Settling,
): Promise<Result<Settled, JiraFailure>> {
  const { ask, isLastTry } = settling;
  const { sprintField } = site;
  if (sprintField === null) return ok(nothing());
  const along = key === null ? nothingAlong : await getReadAlong(key);
  const reading = new GateReading(ask, isLastTry, sprintField);
  const [object] = await Promise.all([
    reading.readOne(id, along),
    // Asked for at the same time; where it fails, whoever needs it is told.
    key === null ? null : reading.policyOf(projectOf(key)),
  ]);
  if (!object.ok) return object;
  if (object.value === null) return ok(nothing());
  if (object.value.place !== null && !object.value.isSubtask)
    return again(
      await settleRead([object.value], { ...settling, reading, site, sprintField, along }),
      settling,
    );
  if (isNew) await learnAbove(object.value, reading, settling.now());
  return ok(nothing());
}

/** The same for many issues, by key or id. */
export async function settleIssues(
  refs: readonly string[],
  settling: Settling,
  looks = 1,
): Promise<Result<Settled, JiraFailure>> {
  const { ask, isLastTry } = settling;
  const site = await knownSite(ask);
  if (!site.ok) return site;
  const { sprintField } = site.value;
  if (sprintField === null || refs.length === 0) return ok(nothing());
  const reading = new GateReading(ask, isLastTry, sprintField);
  const objects = await reading.readMany(refs);
  if (!objects.ok) return objects;
  const planned = objects.value.filter((it) => it.place !== null && !it.isSubtask);
  return again(
    await settleRead(planned, { ...settling, reading, site: site.value, sprintField, along: null }),
    settling,
    looks,
  );
}

/** Administrators see what verdicts had to do without: each of them lets in, unless the policy says otherwise. */
async function noteMissed({ missed }: GateReading, now: number): Promise<void> {
  if (missed.size === 0) return;
  const what = `Tickets were judged without ${[...missed].slice(0, 3).join(", ")}.`;
  await noteFailure("reading", what, now).catch((error) => console.warn(what, error));
}

/** Looks again at what was touched meanwhile: an event tells of it once, and the next sweep may be an hour away. */
async function again(
  done: Result<Settled, JiraFailure>,
  settling: Settling,
  looks = 1,
): Promise<Result<Settled, JiraFailure>> {
  if (!done.ok || done.value.touched.length === 0 || looks >= mostLooks) return done;
  const then = await settleIssues(done.value.touched, settling, looks + 1);
  return then.ok ? ok(merged(done.value, then.value)) : then;
}

interface ReadSettling extends Settling {
  reading: GateReading;
  site: SiteFacts;
  sprintField: string;
  /** What the one issue was read along with; null: there are many. */
  along: ReadAlong | null;
}

async function settleRead(
  planned: readonly IssueObject[],
  settling: ReadSettling,
): Promise<Result<Settled, JiraFailure>> {
  const { ask, reading, now, along, site, sprintField } = settling;
  const askedForIssues = reading.asked;
  const done = nothing();
  for (const [project, issues] of byProject(planned)) {
    done.projects.add(project);
    const policy = await reading.policyOf(project);
    if (!policy.ok) return policy;
    const at = new Date(now()).toISOString();
    // Of a policy that could not be read nothing is known, and what was known of it stays.
    const since = reading.couldNotRead(project) ? null : await watchedSince(project, policy.value, now());
    const rules = policy.value.kind === "value" ? policy.value.value : defaultPolicy;
    if (rules.mode === "off") continue;
    const judged = await reading.judge(issues, project, policy.value, at);
    if (!judged.ok) return judged;
    const [only] = judged.value.values();
    const one = along === null || only === undefined ? null : { it: only, along };
    const fresh = one && mirrorAlong(one.it, rules, one.along, at);
    const mirrors = one
      ? new Map(fresh ? [[one.it.facts.issue.id, fresh]] : [])
      : mirrorsOf(issues, judged.value, rules, reading, at);
    const look: Look = { issues, judged: judged.value, mirrors, since, at };
    const known = since === null && one === null ? null : await knownPlaces(idsOf(issues));
    const log = known === null ? [] : await letIn(look, known, one !== null, now());
    const decided = await decideActs(look, known ?? new Map(), site, sprintField, reading);
    if (!decided.ok) return decided;
    const isFresh = () => reading.asked === askedForIssues;
    const acted = await actOn(decided.value, { ask, now, sprintField, reading, isFresh });
    for (const id of acted.noted) mirrors.delete(id);
    // After a comment, a note can wait for the next sweep: an event is to cost few calls.
    const mayWait = one !== null && acted.told.length > 0;
    const areNoted = mirrors.size === 0 || (!mayWait && (await writeMirrors(ask, mirrors)));
    if (one) await learn(one.it, areNoted ? fresh : null, reading, one.along, now());
    log.push(...acted.log);
    if (log.length > 0) await noteDecisions(project, log, now());
    if (acted.failure !== null) return err(acted.failure);
    done.looked += issues.length;
    done.touched.push(...acted.touched);
    done.putBack += acted.putBack.length;
    done.told += acted.told.length;
    done.found.set(project, { looked: issues.length, notReady: unreadyOf(look, acted) });
  }
  await noteMissed(reading, now());
  return ok(done);
}

const idsOf = (issues: readonly IssueObject[]): string[] => issues.map(({ item }) => item.id);

function byProject(issues: readonly IssueObject[]): Map<string, IssueObject[]> {
  const found = new Map<string, IssueObject[]>();
  for (const it of issues) {
    const project = projectOf(it.item.key);
    found.set(project, [...(found.get(project) ?? []), it]);
  }
  return found;
}
