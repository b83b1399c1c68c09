import { parse } from "csv-parse/sync";
import { none } from "../../shared/domain/result";
import { createBetSuggester, type LinkedTicket, type Suggestion } from "../../shared/domain/suggest-bets";

interface Row extends Omit<LinkedTicket, "betId"> {
  number: number;
  names: string[];
}

/**
 * Real exports without parents still hold links that their authors made: a text names an earlier ticket. The named one stands in for
 * the bet: its key is hidden, earlier tickets and their links are known, and every earlier ticket that is ever named is a candidate.
 */
export function rateNamedTickets(csv: string): {
  answers: { suggested: Suggestion[]; right: string }[];
  /** How many there were to choose from, on average. */
  candidates: number;
} {
  const rows = readRows(csv);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const links = rows.flatMap((row) =>
    row.names.flatMap((name) =>
      (byKey.get(name)?.number ?? Number.POSITIVE_INFINITY) < row.number ? { row, name } : [],
    ),
  );
  const named = new Set(links.map(({ name }) => name));
  const answers: { suggested: Suggestion[]; right: string }[] = [];
  let candidates = 0;
  for (const { row, name } of links) {
    const bets = rows
      .filter((it) => named.has(it.key) && it.number < row.number)
      .map(({ key, title }) => ({ id: key, title, sheet: none, statement: none }));
    const own = rows
      .filter((it) => named.has(it.key) && it.number < row.number)
      .map((it) => ({ ...it, betId: it.key }));
    const past = links
      .filter((it) => it.row.number < row.number)
      .map((it) => ({ ...it.row, betId: it.name }));
    answers.push({ suggested: createBetSuggester(bets, [...own, ...past])(row, 3), right: name });
    candidates += bets.length;
  }
  return { answers, candidates: candidates / Math.max(1, answers.length) };
}

function readRows(csv: string): Row[] {
  const records: Record<string, string>[] = parse(csv, { columns: true });
  return records.map((record) => {
    const key = record["Issue key"] ?? "";
    const [project = "", number = "0"] = key.split("-");
    const [title, description] = [record.Summary ?? "", record.Description ?? ""];
    const mention = new RegExp(String.raw`\b${project}-\d+\b`, "g");
    const names = new Set(`${title} ${description}`.match(mention) ?? []);
    const hide = (text: string) => text.replace(mention, " ");
    return {
      key,
      number: Number(number),
      names: [...names].filter((it) => it !== key),
      title: hide(title),
      description: hide(description),
      labels: [],
      components: [],
      reporter: null,
    };
  });
}
