import { canonicalStatement } from "./canonical";
import { type ItemDifference, listDifference } from "./list-difference";
import { mechanismSentence } from "./mechanism-sentence";
import type { Risk, Sheet, Signal } from "./sheet";
import type { Statement } from "./statement";
import { type Stretch, textDifference } from "./text-difference";

/** What became of one part: a text by its words, a list by its items. A part that stayed the same is not told. */
export type PartDifference<Part extends string> =
  | { part: Part; kind: "text"; before: string | null; after: string | null; stretches: Stretch[] }
  | { part: Part; kind: "list"; items: ItemDifference[] };

/** A value as people compare it: prose, or a list of lines. */
type Shown = string | null | readonly string[];

/** The parts of a sheet as people compare them. */
export type SheetPart = Exclude<keyof Sheet, "version" | "aim" | "stageGate" | "guardrail"> | AddedPart;
type AddedPart = "aim" | "definitionOfDone" | "stageGateDate" | "stageGateRule" | "guardrail";

/** What became of a sheet, part by part, in the order of the page. The version is no part: it counts the changes. */
export const sheetDifference = (before: Sheet, after: Sheet): PartDifference<SheetPart>[] =>
  differences(shownSheet(before), shownSheet(after));

/** The parts of a statement that people write. */
export type StatementPart = Exclude<keyof Statement, "author">;

/** What became of a statement, part by part, in the order of the page. */
export const statementDifference = (before: Statement, after: Statement): PartDifference<StatementPart>[] =>
  differences(shownStatement(before), shownStatement(after));

/** What became of a statement as a signature sees it: white space and the order of lists change nothing. */
export const materialDifference = (before: Statement, after: Statement): PartDifference<StatementPart>[] => {
  const [a, b] = [before, after].map((it) => shownStatement({ ...canonicalStatement(it), author: null }));
  return a === undefined || b === undefined ? [] : differences(a, b);
};

function differences<Part extends string>(
  before: Readonly<Record<Part, Shown>>,
  after: Readonly<Record<Part, Shown>>,
): PartDifference<Part>[] {
  return (Object.keys(before) as Part[]).flatMap((part): PartDifference<Part>[] => {
    const [a, b] = [before[part], after[part]];
    if (isList(a) && isList(b)) {
      const items = listDifference(a, b);
      return items.every(({ kind }) => kind === "same") ? [] : [{ part, kind: "list", items }];
    }
    if (isList(a) || isList(b) || a === b) return [];
    return [{ part, kind: "text", before: a, after: b, stretches: textDifference(a ?? "", b ?? "") }];
  });
}

const isList = (it: Shown): it is readonly string[] => Array.isArray(it);

const shownSheet = (it: Sheet): Record<SheetPart, Shown> => ({
  state: it.state,
  aim: it.aim?.title ?? null,
  definitionOfDone: it.aim?.definitionOfDone ?? null,
  mechanism: it.mechanism && mechanismSentence(it.mechanism),
  signals: it.signals.map(signalLine),
  stageGateDate: it.stageGate?.date ?? null,
  stageGateRule: it.stageGate?.rule ?? null,
  guardrail: it.guardrail && `${it.guardrail.sli}: ${it.guardrail.threshold}`,
  owner: it.owner,
  cadence: it.cadence,
  rightToWin: it.rightToWin,
  risks: it.risks.map(riskLine),
  assumptions: it.assumptions,
  nonGoals: it.nonGoals,
});

const shownStatement = (it: Statement): Record<StatementPart, Shown> => ({
  who: it.who,
  problem: it.problem,
  evidence: it.evidence,
  cost: it.cost,
  successSignal: it.successSignal,
  workaround: it.workaround,
  nonGoals: it.nonGoals,
});

function signalLine({ kind, name, direction, baseline, target, unit }: Signal): string {
  const from = baseline === null ? "" : ` from ${baseline}`;
  const to = target === null ? "" : ` to ${target}`;
  return `${kind}: ${name} ${direction}${from}${to}${unit === null ? "" : ` ${unit}`}`;
}

const riskLine = ({ text, oneWayDoor }: Risk): string => (oneWayDoor ? `One-way door: ${text}` : text);
