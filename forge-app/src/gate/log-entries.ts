import type { EntryVerdict } from "../../../shared/domain/entry";
import type { GateLogEntry } from "../../../shared/domain/gate-log-entry";
import { enteredBy } from "../../../shared/domain/sprint-history";
import type { IssueObject } from "../jira/issue-object";

/** A reason can be as long as a comment. */
const mostCharacters = 300;

/** One line of the gate's log about an issue in a sprint, at `now`, in milliseconds since 1970. `why` null: nothing was special. */
export const logEntry = (
  object: IssueObject,
  verdict: EntryVerdict,
  why: GateLogEntry["why"],
  now: number,
): GateLogEntry => ({
  // There is one site, and whoever reads the log knows it.
  ...{ site: "", at: now, ring: "server" as const, issue: object.item.key, sprint: object.place },
  ...{ verdict: verdict.verdict, strict: verdict.strict, reasons: [...verdict.reasons], why },
  override: verdict.glass && { how: "glass", reason: verdict.glass.reason.slice(0, mostCharacters) },
  ms: Math.max(0, now - Date.parse(enteredAt(object))),
});

/** When it came into the sprint that it is in, as far as that came along. */
const enteredAt = ({ changes, place, updatedAt, createdAt }: IssueObject): string => {
  if (changes === null) return updatedAt;
  return changes.findLast((it) => enteredBy(it).includes(place ?? ""))?.at ?? createdAt;
};
