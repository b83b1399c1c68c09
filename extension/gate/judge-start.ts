import type { RefusedEntry } from "../store/capture-requests";
import type { SprintPort } from "../trackers/sprint-port";
import { type Judge, judgeMoves } from "./judge-moves";

/** What of a sprint that somebody starts is not ready, for them to be asked once; null: nothing, or its tickets cannot be read. */
export async function judgeStart(
  sprint: string,
  judge: Judge,
  sprints: Pick<SprintPort, "readKeys">,
): Promise<RefusedEntry | null> {
  const keys = await sprints.readKeys(sprint, judge.signal);
  if (!keys.ok) return null;
  const moves = keys.value.map((issue) => ({ act: "enter" as const, issue, sprint }));
  // They are in it: what is asked is whether they would be let in.
  const decisions = await judgeMoves(moves, { ...judge, isAwaited: false });
  const asked = decisions
    .filter(({ verdict }) => verdict.verdict !== "allow")
    .map(({ issue }) => ({ issue: issue ?? "", sprint }));
  return asked.length === 0 ? null : { asked, unmade: [], isIn: true, isStart: true };
}
