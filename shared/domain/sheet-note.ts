import { roomFor } from "./limits";
import type { ItemDifference } from "./list-difference";
import { escapeInline } from "./markdown-text";
import { mechanismSentence } from "./mechanism-sentence";
import type { Sheet } from "./sheet";
import { type PartDifference, type SheetPart, sheetDifference } from "./sheet-difference";

/** What the parts of a sheet are called on its page. */
const names: Record<SheetPart, string> = {
  state: "State",
  aim: "Aim",
  definitionOfDone: "Done when",
  mechanism: "Mechanism",
  signals: "Signals",
  stageGateDate: "Stage gate, date",
  stageGateRule: "Stage gate, rule",
  guardrail: "Guardrail",
  owner: "Owner",
  cadence: "Cadence",
  rightToWin: "Right to win",
  risks: "Risks",
  assumptions: "Assumptions",
  nonGoals: "Non-goals",
};

/** The comment that says what became of a sheet, in Markdown; null: nothing has changed. */
export function sheetNote(before: Sheet, after: Sheet): string | null {
  const parts = sheetDifference(before, after);
  if (parts.length === 0) return null;
  const head = `Alignment Sheet, version ${after.version}. What changed:`;
  const note = `${head}\n\n${parts.flatMap(linesOf).join("\n")}`;
  if (roomFor("jira-comment", note).state !== "over") return note;
  return `${head}\n\n${parts.map(({ part }) => `- **${names[part]}**`).join("\n")}`;
}

function linesOf(it: PartDifference<SheetPart>): string[] {
  const name = `- **${names[it.part]}**`;
  if (it.kind === "list") return it.items.flatMap((item) => itemLine(name, item));
  if (it.before === null) return [`${name}: ${quoted(it.after)} (new)`];
  if (it.after === null) return [`${name}: removed, was ${quoted(it.before)}`];
  return [`${name}: ${quoted(it.after)}, was ${quoted(it.before)}`];
}

function itemLine(name: string, item: ItemDifference): string[] {
  if (item.kind === "same") return [];
  if (item.kind === "changed") return [`${name}: ${quoted(item.after)}, was ${quoted(item.before)}`];
  return [`${name}: ${item.kind} ${quoted(item.text)}`];
}

/** On one line, so that a list stays a list. */
const quoted = (text: string | null): string => `"${escapeInline((text ?? "").replace(/\s+/g, " "))}"`;

/** The entry of the decision log for a bet that is taken up, in Markdown. `today` is `YYYY-MM-DD`. */
export function decisionEntry({ aim, mechanism, stageGate, guardrail, owner }: Sheet, today: string): string {
  const line = (name: string, text: string | null | undefined): string[] =>
    text ? [`- **${name}**: ${escapeInline(text.replace(/\s+/g, " "))}`] : [];
  return [
    `Decision of ${today}: we take up this bet.`,
    "",
    ...line("Aim", aim?.title),
    ...line("Mechanism", mechanism && mechanismSentence(mechanism)),
    ...line("Stage gate", stageGate && `${stageGate.date}: ${stageGate.rule}`),
    ...line("Guardrail", guardrail && `${guardrail.sli}: ${guardrail.threshold}`),
    ...line("Owner", owner),
  ].join("\n");
}
