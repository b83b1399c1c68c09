import { type Judge, judgeMoves } from "../../shared/gate/judge-moves";
import type { SprintMove } from "../../shared/tracker/sprint-entry";
import type { SprintPort } from "../../shared/tracker/sprint-port";
import { isStartAsked, noteStartAsked } from "../store/asked-starts";
import type { RefusedEntry } from "../store/capture-requests";

/**
 * What a person is asked who starts a sprint with tickets that are not ready: once, so that the same start goes through the second
 * time. Null: nothing; where the sprint cannot be read, nobody is kept from starting it.
 */
export async function askedStart(
  moves: readonly SprintMove[],
  judge: Judge,
  sprints: Pick<SprintPort, "readKeys">,
): Promise<RefusedEntry | null> {
  for (const it of moves) {
    if (it.act !== "start" || (await isStartAsked(judge.site.id, it.sprint))) continue;
    const asked = await notReady(it.sprint, judge, sprints);
    if (asked.length === 0) continue;
    await noteStartAsked(judge.site.id, it.sprint);
    return { asked, unmade: [], isIn: true, isStart: true };
  }
  return null;
}

async function notReady(
  sprint: string,
  judge: Judge,
  sprints: Pick<SprintPort, "readKeys">,
): Promise<RefusedEntry["asked"]> {
  const keys = await sprints.readKeys(sprint, judge.signal);
  if (!keys.ok) return [];
  const moves = keys.value.map((issue) => ({ act: "enter" as const, issue, sprint }));
  // They are in it: what is asked is whether they would be let in.
  const decisions = await judgeMoves(moves, { ...judge, isAwaited: false });
  return decisions
    .filter(({ verdict }) => verdict.verdict !== "allow")
    .map(({ issue }) => ({ issue: issue ?? "", sprint }));
}
