import { err, ok, type Result } from "../../../../shared/domain/result";
import { isIssueKey } from "./issue-key";
import { readTable, type SkippedRow } from "./table";

/** One issue of the export, its cells still as they were written. Absent columns and empty cells are "" or []. */
export interface ExportRow {
  line: number;
  key: string;
  id: string;
  summary: string;
  type: string;
  status: string;
  statusCategory: string;
  priority: string;
  assignee: string;
  points: string;
  description: string;
  labels: string[];
  /** Keys or ids of what is above it, the most telling column first. */
  parents: string[];
  parentSummary: string;
  /** Names, the current one last. */
  sprints: string[];
}

/** Column names of Jira's "Export CSV", as it writes them for all fields and for the current fields; lower case. */
const columnNames = {
  key: ["issue key", "key"],
  id: ["issue id"],
  summary: ["summary"],
  type: ["issue type"],
  status: ["status"],
  statusCategory: ["status category"],
  priority: ["priority"],
  assignee: ["assignee"],
  points: [
    "story points",
    "custom field (story points)",
    "story point estimate",
    "custom field (story point estimate)",
  ],
  description: ["description"],
  labels: ["labels"],
  parents: ["parent key", "parent", "parent id", "epic link", "custom field (epic link)"],
  parentSummary: ["parent summary"],
  sprints: ["sprint", "custom field (sprint)"],
} as const;
type Field = keyof typeof columnNames;
const fields = Object.keys(columnNames) as Field[];

/**
 * Reads the rows of a Jira CSV export. Error: one sentence, why the file is no such export.
 * A row without a usable key or summary, or with a key that came before, is skipped and reported.
 */
export function readRows(text: string): Result<{ rows: ExportRow[]; skipped: SkippedRow[] }, string> {
  const table = readTable(text);
  if (!table.ok) return table;
  const { columns } = table.value;
  const skipped = [...table.value.skipped];
  const places = placesOf(columns);
  for (const [field, name] of [
    ["key", "Issue key"],
    ["summary", "Summary"],
  ] as const) {
    if (places.get(field)?.length === 0) {
      return err(
        `The file is no Jira CSV export: its first line has no column “${name}”, but ${listed(columns)}.`,
      );
    }
  }
  const rows: ExportRow[] = [];
  const lineOfKey = new Map<string, number>();
  for (const { line, cells } of table.value.rows) {
    const row = rowOf(line, cells, places);
    const earlier = lineOfKey.get(row.key);
    if (row.key === "") skipped.push({ line, reason: "has no issue key" });
    else if (!isIssueKey(row.key))
      skipped.push({ line, reason: `has “${shortened(row.key)}” for an issue key` });
    else if (row.summary === "") skipped.push({ line, reason: `${row.key} has no summary` });
    else if (earlier !== undefined)
      skipped.push({ line, reason: `${row.key} was already on line ${earlier}` });
    else {
      lineOfKey.set(row.key, line);
      rows.push(row);
    }
  }
  skipped.sort((a, b) => a.line - b.line);
  if (rows.length > 0) return ok({ rows, skipped });
  const [first] = skipped;
  if (first === undefined) return err("The file is a Jira CSV export without a single ticket.");
  return err(`No row of the file could be read; the first one, on line ${first.line}, ${first.reason}.`);
}

/** Where each field stands, looked up once per file: an export may have hundreds of columns. */
function placesOf(columns: readonly string[]): ReadonlyMap<Field, readonly number[]> {
  return new Map(
    fields.map((field) => {
      const names: readonly string[] = columnNames[field];
      return [field, names.flatMap((name) => columns.flatMap((column, at) => (column === name ? [at] : [])))];
    }),
  );
}

function rowOf(
  line: number,
  cells: readonly string[],
  places: ReadonlyMap<Field, readonly number[]>,
): ExportRow {
  const all = (field: Field) => (places.get(field) ?? []).flatMap((at) => cells[at]?.trim() || []);
  const one = (field: Field) => all(field)[0] ?? "";
  return {
    line,
    key: one("key"),
    id: one("id"),
    summary: one("summary"),
    type: one("type"),
    status: one("status"),
    statusCategory: one("statusCategory"),
    priority: one("priority"),
    assignee: one("assignee"),
    points: one("points"),
    description: one("description"),
    labels: all("labels"),
    parents: all("parents"),
    parentSummary: one("parentSummary"),
    sprints: all("sprints"),
  };
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function listed(columns: string[]): string {
  const shown = columns.slice(0, 6).map((name) => `“${shortened(name)}”`);
  return columns.length > shown.length
    ? `${shown.join(", ")} and ${columns.length - shown.length} more`
    : shown.join(", ");
}
