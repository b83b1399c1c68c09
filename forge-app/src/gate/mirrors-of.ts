import type { Policy } from "../../../shared/domain/policy";
import { mirrorOf, type StandingMirror, standingMirror } from "../../../shared/domain/standing-mirror";
import type { IssueObject } from "../jira/issue-object";
import { projectOf } from "../jira/project-of";
import type { GateReading, Judged } from "./judge-issues";

/** What is to be noted beside issues of one project and beside what carries their statements, where that is not noted yet; by id. */
export function mirrorsOf(
  issues: readonly IssueObject[],
  judged: ReadonlyMap<string, Judged>,
  policy: Policy,
  reading: GateReading,
  now: string,
): Map<string, StandingMirror> {
  const found = new Map<string, StandingMirror>();
  const carriers = new Map<string, Judged>();
  for (const object of issues) {
    const it = judged.get(object.item.id);
    const mirror = it && knownMirror(it, policy, now);
    if (mirror && !isNoted(object.mirror, mirror)) found.set(object.item.id, mirror);
    if (it?.verdict.carrier && it.verdict.standing) carriers.set(it.verdict.carrier.id, it);
  }
  for (const [id, { facts, verdict }] of carriers) {
    const object = reading.readAbove(id);
    const isElsewhere = object && projectOf(object.item.key) !== projectOf(facts.issue.key);
    if (object === undefined || isElsewhere) continue;
    const itself = { ...facts, issue: object.item, chain: reading.chainOf(object.item) };
    const mirror = knownMirror({ facts: itself, verdict }, policy, now);
    if (mirror && !isNoted(object.mirror, mirror)) found.set(id, mirror);
  }
  return found;
}

/** Null: too little is known to note anything. */
export const knownMirror = (
  { facts, verdict }: Judged,
  policy: Policy,
  now: string,
): StandingMirror | null =>
  verdict.reasons.includes("facts-missing") ? null : mirrorOf(facts, verdict, policy, now);

const isNoted = (raw: unknown, mirror: StandingMirror): boolean =>
  JSON.stringify(standingMirror.safeParse(raw).data) === JSON.stringify(mirror);
