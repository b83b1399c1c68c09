import type { GateDecision } from "../../shared/gate/judge-moves";
import type { RefusedEntry } from "../store/capture-requests";

/** What a person is told of the decisions on one request, which is refused whole where any of it is; null: all of it is fine. */
export function refusedIn(decisions: readonly GateDecision[]): RefusedEntry | null {
  const isBlocked = decisions.some(({ verdict }) => verdict.verdict === "block");
  const told = isBlocked ? decisions : decisions.filter(({ verdict }) => verdict.verdict === "warn");
  const asked = told.flatMap(({ issue, sprint }) =>
    issue === null || sprint === null ? [] : { issue, sprint },
  );
  const unmade = told
    .filter(({ issue, verdict }) => issue === null && verdict.verdict === "block")
    .map(({ verdict }) => verdict.reasons[0]);
  return asked.length + unmade.length === 0 ? null : { asked, unmade, isIn: !isBlocked, isStart: false };
}
