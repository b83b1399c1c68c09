import type { BacklogData, SprintRank, WireIssue } from "../wire";
import { sprintOf } from "./sections";

/** An issue going to a sprint (null: the backlog), next to another issue or, with neither named, to the end. */
export interface Move {
  key: string;
  sprintId: number | null;
  beforeKey?: string;
  afterKey?: string;
}

const lastOf = (data: BacklogData, sprintId: number | null, except: string): WireIssue | undefined =>
  data.issues.findLast((issue) => issue.key !== except && sprintOf(issue, data) === sprintId);

/** The move with its neighbour named, where the target holds any issue. */
export function withNeighbour(data: BacklogData, move: Move): Move {
  if (move.beforeKey || move.afterKey) return move;
  const last = lastOf(data, move.sprintId, move.key);
  return last ? { ...move, afterKey: last.key } : move;
}

/** True where the move would leave everything as it is. */
export const isIdle = (move: Move): boolean => move.key === move.beforeKey || move.key === move.afterKey;

/** The backlog as it will look once the site has agreed. */
export function applyMove(data: BacklogData, move: Move): BacklogData {
  const issue = data.issues.find((it) => it.key === move.key);
  if (!issue) return data;
  const present = sprintOf(issue, data);
  const closed = issue.sprintIds.filter((id) => id !== present);
  const moved = { ...issue, sprintIds: move.sprintId === null ? closed : [...closed, move.sprintId] };
  const rest = data.issues.filter((it) => it !== issue);
  const neighbour = rest.findIndex((it) => it.key === (move.beforeKey ?? move.afterKey));
  const at = neighbour < 0 ? rest.length : neighbour + (move.beforeKey ? 0 : 1);
  return { ...data, issues: rest.toSpliced(at, 0, moved) };
}

/** Several issues going to the end of a sprint (null: the backlog) together: the backlog as it will look, and the request. */
export function moveTogether(
  data: BacklogData,
  boardId: number,
  keys: readonly string[],
  sprintId: number | null,
): { next: BacklogData; body: SprintRank } {
  const [first = ""] = keys;
  const others = { ...data, issues: data.issues.filter(({ key }) => !keys.includes(key)) };
  const last = lastOf(others, sprintId, "");
  const body = rankBody(data, boardId, { key: first, sprintId, ...(last && { afterKey: last.key }) });
  const next = keys.reduce((all, key) => applyMove(all, withNeighbour(all, { key, sprintId })), data);
  return { next, body: { ...body, idOrKeys: [...keys] } };
}

/** The request that the front end sends for a move (reference 2.2). */
export const rankBody = (data: BacklogData, boardId: number, move: Move): SprintRank => ({
  idOrKeys: [move.key],
  sprintId: move.sprintId,
  addToBacklog: move.sprintId === null,
  customFieldId: data.rankCustomFieldId,
  rapidViewId: boardId,
  calculateNewIssuesOrder: false,
  ...(move.beforeKey ? { idOrKeyBefore: move.beforeKey } : {}),
  ...(move.afterKey ? { idOrKeyAfter: move.afterKey } : {}),
});
