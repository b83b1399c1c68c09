import type { Bet } from "../company";
import { isIssueKey } from "./issue-key";
import type { ExportRow } from "./rows";

/** How the rows hang together. Parents may form a loop, as bad data does; whoever walks up must expect it. */
export interface Hierarchy {
  bets: Bet[];
  isBet: (row: ExportRow) => boolean;
  /** What the row hangs under: a bet's id (its key), or another ticket's row. */
  above: (row: ExportRow) => { bet: string } | { ticket: ExportRow } | null;
}

const aboveTickets = /^(epic|initiative|theme|capability)$/i;
// Jira's own issue types of level 0 and below, Cloud and older: what hangs under one of these is a sub-task.
const ticketTypes =
  /^(story|user story|task|bug|defect|incident|problem|change|spike|improvement|new feature|service request|(technical |sub-?)task)$/i;
const subTask = /^(sub-?|technical )task$/i;

/**
 * Finds the bets among the rows: epics and the like, whatever is above a bet, and any parent whose type is not one of a ticket.
 * A parent that is not in the file is a bet too, for only its key (and perhaps its summary) is known and a parent of
 * anything but a sub-task is above it; a sub-task whose parent is not in the file counts as without one.
 * An export holds no sheet, no statement and no aim, so no bet has any.
 */
export function hierarchyOf(rows: readonly ExportRow[]): Hierarchy {
  const byReference = new Map(rows.flatMap((row) => [[row.key, row] as const, [row.id, row] as const]));
  byReference.delete("");
  const parentOf = new Map<ExportRow, ExportRow>();
  const missing = new Map<ExportRow, string>();
  for (const row of rows) {
    const reference = row.parents.find((candidate) => byReference.has(candidate));
    const parent = reference === undefined ? undefined : byReference.get(reference);
    const key = row.parents.find((candidate) => isIssueKey(candidate));
    if (parent !== undefined) parentOf.set(row, parent);
    else if (key !== undefined && !subTask.test(row.type)) missing.set(row, key);
  }

  const betRows = new Set<ExportRow>();
  const markUpwards = (start: ExportRow | undefined) => {
    for (let row = start; row !== undefined && !betRows.has(row); row = parentOf.get(row)) betRows.add(row);
  };
  for (const row of rows) {
    if (aboveTickets.test(row.type)) markUpwards(row);
    const parent = parentOf.get(row);
    if (parent !== undefined && !ticketTypes.test(parent.type) && !subTask.test(row.type))
      markUpwards(parent);
  }

  const above = (row: ExportRow) => {
    const parent = parentOf.get(row);
    if (parent !== undefined) return betRows.has(parent) ? { bet: parent.key } : { ticket: parent };
    const key = missing.get(row);
    return key === undefined ? null : { bet: key };
  };
  const bets = rows.filter((row) => betRows.has(row)).map((row) => bareBet(row.key, row.summary, above(row)));
  const titles = new Map([...missing].map(([row, key]) => [key, row.parentSummary || key]));
  bets.push(...[...titles].map(([key, title]) => bareBet(key, title, null)));
  return { bets, isBet: (row) => betRows.has(row), above };
}

function bareBet(key: string, title: string, above: ReturnType<Hierarchy["above"]>): Bet {
  return {
    id: key,
    title,
    aimId: null,
    sheet: null,
    statement: null,
    signOffs: [],
    parentBetId: above !== null && "bet" in above ? above.bet : null,
    importedKey: key,
  };
}
