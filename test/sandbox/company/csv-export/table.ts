import { CsvError, type Info, parse } from "csv-parse/sync";
import { err, ok, type Result } from "../../../../shared/domain/result";

/** Something in the file that could not be used; `line` counts from 1, where the row begins. */
export interface SkippedRow {
  line: number;
  reason: string;
}

export interface Table {
  /** Column names as compared: trimmed, single spaces, lower case. May repeat. */
  columns: string[];
  rows: { line: number; cells: string[] }[];
  skipped: SkippedRow[];
}

/**
 * Cuts a CSV text into cells: byte order mark, quoted line breaks and stray quotes are borne; the separator is a comma, or a
 * semicolon where the first column name ends with one (as spreadsheets save it in many countries).
 * A row with another number of cells than the header is skipped. Error: one sentence, why the text is no CSV at all.
 */
export function readTable(text: string): Result<Table, string> {
  // csv-parse counts a CRLF inside quotes as two lines (seen in 7.0.3).
  const clean = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  if (clean.trim() === "") return err("The file is empty.");
  const [firstLine = ""] = clean.split("\n", 1);
  if (/[^\P{Cc}\t\n]|\ufffd/u.test(firstLine))
    return err("The file is not UTF-8 text; a Jira export in CSV is.");
  if (/^\s*</.test(clean)) {
    return err("The file is a web page, not CSV; Jira may have answered the download with its login page.");
  }
  const { records, unreadable } = cut(clean, /^\s*"?[^",;]*"?\s*;/.test(clean) ? ";" : ",");
  const [header, ...body] = records;
  if (header === undefined)
    return err("The first line opens a quote that is never closed, so it names no columns.");
  const columns = header.cells.map((name) => name.trim().replace(/\s+/g, " ").toLowerCase());
  const skipped: SkippedRow[] = [];
  const rows = body.filter(({ line, cells }) => {
    const isBlank = cells.length === 1 && cells[0]?.trim() === "";
    const fits = cells.length === columns.length;
    if (!fits && !isBlank) {
      skipped.push({ line, reason: `has ${cells.length} fields where the header has ${columns.length}` });
    }
    return fits;
  });
  return ok({ columns, rows, skipped: [...skipped, ...unreadable] });
}

/** Records with the line on which each begins. After a quote that never closes, what came before it still counts. */
function cut(text: string, delimiter: string) {
  const records: Table["rows"] = [];
  const unreadable: SkippedRow[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }: Info) => {
        records.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED")) throw error;
    unreadable.push({
      line,
      reason: "opens a quote that is never closed; the rest of the file cannot be read",
    });
  }
  return { records, unreadable };
}
