import { createHash } from "node:crypto";
import type { Policy } from "../../../shared/domain/policy";
import type { StandingMirror } from "../../../shared/domain/standing-mirror";
import type { IssueObject } from "../jira/issue-object";
import { mostPeopleAlong } from "../jira/read-objects";
import { keepReadAlong, nothingAlong, type ReadAlong } from "../storage/read-along";
import { type GateReading, type Judged, signersIn } from "./judge-issues";
import { knownMirror } from "./mirrors-of";

/** What is to be noted beside an issue, unless that was noted the last time; null: nothing. `at` is a UTC ISO moment. */
export function mirrorAlong(it: Judged, rules: Policy, along: ReadAlong, at: string): StandingMirror | null {
  const mirror = knownMirror(it, rules, at);
  return mirror !== null && hashOf(mirror) !== along.mirror ? mirror : null;
}

/** Remembers what it took to judge an issue, and what was noted beside it; null: nothing new. `now` in milliseconds since 1970. */
export async function learn(
  it: Judged,
  noted: StandingMirror | null,
  reading: GateReading,
  before: ReadAlong,
  now: number,
): Promise<void> {
  const { issue } = it.facts;
  const along: ReadAlong = {
    above: reading.chainOf(issue).ancestors.map(({ id }) => id),
    people: [...new Set(signersIn(it.facts))].slice(-mostPeopleAlong),
    mirror: noted === null ? before.mirror : hashOf(noted),
  };
  if (JSON.stringify(along) !== JSON.stringify(before)) await keepReadAlong(issue.key, along, now);
}

/** Remembers what is above an issue that was only made, so that its first move is judged in one reading. */
export async function learnAbove(object: IssueObject, reading: GateReading, now: number): Promise<void> {
  const { item } = object;
  if (item.parentId === null) return;
  const climbed = await reading.climb([object]);
  const above = reading.chainOf(item).ancestors.map(({ id }) => id);
  // What could not be read is read when it is needed.
  if (climbed.ok && above.length > 0) await keepReadAlong(item.key, { ...nothingAlong, above }, now);
}

/** A note names people, whose ids are kept nowhere twice. */
const hashOf = (mirror: StandingMirror): string =>
  createHash("sha256").update(JSON.stringify(mirror)).digest("base64");
