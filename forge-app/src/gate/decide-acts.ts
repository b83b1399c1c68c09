import type { EntryReason } from "../../../shared/domain/entry";
import type { GateLogEntry } from "../../../shared/domain/gate-log-entry";
import { ok, type Result } from "../../../shared/domain/result";
import { decideServerEntry } from "../../../shared/domain/server-entry";
import type { StandingMirror } from "../../../shared/domain/standing-mirror";
import type { JiraFailure } from "../jira/ask-jira";
import type { IssueObject } from "../jira/issue-object";
import { readHistories } from "../jira/read-histories";
import type { SiteFacts } from "../jira/read-site";
import { confirmPlace, type SeenPlace } from "../storage/known-places";
import type { Unready } from "../storage/sprint-reports";
import type { Acted, Decided } from "./act-on";
import type { GateReading, Judged } from "./judge-issues";
import { logEntry } from "./log-entries";

/** Issues of one project as they were judged at `at`, a UTC ISO moment. */
export interface Look {
  issues: readonly IssueObject[];
  judged: ReadonlyMap<string, Judged>;
  /** What is to be noted beside them, by id. */
  mirrors: Map<string, StandingMirror>;
  /** Since when the project's policy has kept out or warned; null: it does neither. */
  since: string | null;
  at: string;
}

/** Reasons of a verdict that may be another one once more can be read. */
const unread: ReadonlySet<EntryReason> = new Set(["facts-missing", "policy-unreadable"]);

/**
 * Remembers where issues may be that are somewhere new or were moved since, and gives a line for the log of each where an event is about
 * it. What is only watched, or let in because too little could be read, is let in for now and has no right to stay.
 */
export async function letIn(
  { issues, judged, since }: Look,
  known: ReadonlyMap<string, SeenPlace>,
  isByEvent: boolean,
  now: number,
): Promise<GateLogEntry[]> {
  const log: GateLogEntry[] = [];
  for (const object of issues) {
    const verdict = judged.get(object.item.id)?.verdict;
    if (verdict?.verdict !== "allow") continue;
    const isRight = since !== null && !verdict.reasons.some((it) => unread.has(it));
    const { updatedAt: at, place } = object;
    const was = known.get(object.item.id);
    if (was?.place === place && was.isRight === isRight && was.at >= at) continue;
    await confirmPlace(object.item.id, { at, place, isRight });
    if (isByEvent) log.push(logEntry(object, verdict, verdict.flagged ? "let-in" : null, now));
  }
  return log;
}

/** What is to be done about those that are not let in. */
export async function decideActs(
  { issues, judged, mirrors, since, at }: Look,
  known: ReadonlyMap<string, SeenPlace>,
  { app }: SiteFacts,
  sprintField: string,
  reading: GateReading,
): Promise<Result<Decided[], JiraFailure>> {
  if (since === null) return ok([]);
  const suspects = issues.filter(({ item }) => judged.get(item.id)?.verdict.verdict !== "allow");
  const unread = suspects.filter(({ changes }) => changes === null);
  const histories = await readHistories(
    reading.ask,
    unread.map(({ item }) => item.id),
    sprintField,
  );
  if (!histories.ok) return histories;
  return ok(
    suspects.flatMap((object) => {
      const { id } = object.item;
      const verdict = judged.get(id)?.verdict;
      if (verdict === undefined) return [];
      object.changes ??= histories.value.get(id) ?? [];
      const { createdAt, place, changes, endedAt } = object;
      const was = known.get(id);
      const rules = { since, app, endedAt, known: was?.isRight ? was : null };
      const act = decideServerEntry(verdict, { createdAt, place, changes }, rules, at);
      return { object, verdict, act, mirror: mirrors.get(id) ?? null };
    }),
  );
}

/** Those that would be kept out under a gate that blocks, and what was done about each. */
export function unreadyOf({ issues, judged }: Look, { putBack, told }: Acted): Unready[] {
  return issues.flatMap(({ item: { id, key } }): Unready[] => {
    const verdict = judged.get(id)?.verdict;
    if (verdict === undefined || !verdict.flagged) return [];
    const did = putBack.includes(id) ? "put-back" : told.includes(id) ? "told" : "left";
    return [{ id, key, reasons: [...verdict.reasons], did }];
  });
}
