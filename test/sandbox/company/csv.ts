import { defaultPolicy } from "../../../shared/domain/policy";
import { ok, type Result } from "../../../shared/domain/result";
import type { Company, Ticket } from "./company";
import { hierarchyOf } from "./csv-export/hierarchy";
import { peopleOf } from "./csv-export/people";
import { type ExportRow, readRows } from "./csv-export/rows";
import { sprintsOf } from "./csv-export/sprints";
import type { SkippedRow } from "./csv-export/table";
import { pointsOf, priorityOf, statusOf } from "./csv-export/values";

export interface CsvCompany {
  company: Company;
  /** Rows that were left out, by line. */
  skipped: SkippedRow[];
}

/**
 * A company out of a Jira CSV export ("Export CSV", all or current fields). Only "Issue key" and "Summary" must be there; columns may
 * be in any order, in any case, and repeated. File order is rank order. Keys stay as they are, of several projects too.
 *
 * What an export does not hold is not invented: there are no aims, sheets, statements or lanes, so a ticket under an epic is an
 * orphan for `parent-without-sheet` and any other for `no-parent`. Sprint states and dates are guessed, see `sprintsOf`.
 *
 * `today` is `YYYY-MM-DD`. Error: one sentence, why the file is no such export.
 */
export function companyFromCsv(text: string, { today }: { today: string }): Result<CsvCompany, string> {
  const read = readRows(text);
  if (!read.ok) return read;
  const { rows, skipped } = read.value;
  const { bets, isBet, above } = hierarchyOf(rows);
  const ticketRows = rows.filter((row) => !isBet(row));
  const { people, idOf: personId } = peopleOf(ticketRows.map(({ assignee }) => assignee));
  const { sprints, idOf: sprintId } = sprintsOf(ticketRows, today);
  const numbers = numbersOf(ticketRows);
  const tickets = ticketRows.map((row): Ticket => {
    const over = above(row);
    return {
      number: numbers.get(row) ?? unreachable(row),
      summary: row.summary,
      description: row.description,
      type: row.type || "Task",
      status: statusOf(row),
      points: pointsOf(row.points),
      priority: priorityOf(row.priority),
      assigneeId: personId.get(row.assignee) ?? null,
      betId: over !== null && "bet" in over ? over.bet : null,
      parentNumber:
        over !== null && "ticket" in over ? (numbers.get(over.ticket) ?? unreachable(over.ticket)) : null,
      sprintId: sprintId.get(row.sprints.at(-1) ?? "") ?? null,
      lane: null,
      statement: null,
      labels: row.labels,
      importedKey: row.key,
    };
  });
  return ok({
    company: {
      name: "Northwind",
      people,
      policy: structuredClone(defaultPolicy),
      aims: [],
      bets,
      sprints,
      tickets,
    },
    skipped,
  });
}

/** The number in each key; where two projects share one, the later row gets the next number that is free. */
function numbersOf(rows: readonly ExportRow[]): ReadonlyMap<ExportRow, number> {
  const wished = rows.map((row) => Number(row.key.slice(row.key.lastIndexOf("-") + 1)));
  let free = wished.reduce((highest, number) => Math.max(highest, number), 0) + 1;
  const taken = new Set<number>();
  return new Map(
    rows.map((row, index) => {
      const wish = wished[index] ?? 0;
      const number = wish === 0 || taken.has(wish) ? free++ : wish;
      taken.add(number);
      return [row, number];
    }),
  );
}

function unreachable(row: ExportRow): never {
  throw new Error(`${row.key} has no number`);
}
