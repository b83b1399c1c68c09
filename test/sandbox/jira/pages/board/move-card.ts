import type { BoardData, WireIssue } from "../wire";

export interface CardMove {
  key: string;
  columnId: string;
  /** The card that it was dropped beside; absent on an empty part of a column. */
  beside?: { key: string; edge: "before" | "after" };
}

/** The column that shows an issue. */
export const columnOf = (data: BoardData, issue: WireIssue): string | undefined =>
  data.columnsData.columns.find((column) => column.statusIds.includes(issue.status.id))?.id;

/** The board as it will look once the site has agreed; the column's first status is the issue's next one. */
export function applyCardMove(data: BoardData, move: CardMove): BoardData {
  const { issues } = data.issuesData;
  const issue = issues.find((it) => it.key === move.key);
  const statusId = data.columnsData.columns.find((column) => column.id === move.columnId)?.statusIds[0];
  const status = data.statuses.find((it) => it.id === statusId);
  if (!issue || !status) return data;
  const stays = columnOf(data, issue) === move.columnId;
  const moved = stays ? issue : { ...issue, status, done: status.category === "done" };
  if (!move.beside)
    return { ...data, issuesData: { issues: issues.map((it) => (it === issue ? moved : it)) } };
  const rest = issues.filter((it) => it !== issue);
  const neighbour = rest.findIndex((it) => it.key === move.beside?.key);
  const at = neighbour < 0 ? rest.length : neighbour + (move.beside.edge === "before" ? 0 : 1);
  return { ...data, issuesData: { issues: rest.toSpliced(at, 0, moved) } };
}
