import { writeField } from "./markdown-fields";
import { writeItems, writeList } from "./markdown-list";
import { readMechanism, writeMechanism } from "./markdown-mechanism";
import { openPage } from "./markdown-reader";
import { readRisk, writeRisk } from "./markdown-risk";
import { readSignal, writeSignal } from "./markdown-signal";
import { escapeText } from "./markdown-text";
import { pageFault } from "./page-fault";
import { none, type Reading, unreadable, value } from "./result";
import { type Sheet, sheet, sheetState } from "./sheet";
import { type Statement, statement } from "./statement";
import { day } from "./text";

/** The headings of a sheet's page, by what stands under them. */
const sheetHeadings = {
  aim: "Aim",
  mechanism: "Mechanism",
  signals: "Signals",
  stageGate: "Stage gate",
  guardrail: "Guardrail",
  owner: "Owner and cadence",
  rightToWin: "Right to win",
  risks: "Risks",
  assumptions: "Assumptions",
  nonGoals: "Non-goals",
} as const;

/** The headings of a statement's page, by what stands under them. */
const statementHeadings = {
  who: "Who",
  problem: "Problem",
  evidence: "Evidence",
  cost: "Cost of not solving",
  successSignal: "Success signal",
  workaround: "Workaround today",
  nonGoals: "Non-goals",
  author: "Author",
} as const;

/** A sheet as a page of Markdown that people can edit by hand; absent parts are headings to write under. */
export function writeSheet(it: Sheet): string {
  const heading = sheetHeadings;
  return blocks([
    "# Alignment Sheet",
    writeField("State", it.state),
    writeField("Version", String(it.version)),
    `## ${heading.aim}`,
    it.aim && escapeText(it.aim.title),
    writeField("Done when", it.aim?.definitionOfDone ?? null),
    `## ${heading.mechanism}`,
    it.mechanism && writeMechanism(it.mechanism),
    `## ${heading.signals}`,
    writeItems(it.signals.map(writeSignal)),
    `## ${heading.stageGate}`,
    writeField("Date", it.stageGate?.date ?? null),
    writeField("Rule", it.stageGate?.rule ?? null),
    `## ${heading.guardrail}`,
    writeField("Indicator", it.guardrail?.sli ?? null),
    writeField("Threshold", it.guardrail?.threshold ?? null),
    `## ${heading.owner}`,
    writeField("Owner", it.owner),
    writeField("Cadence", it.cadence),
    `## ${heading.rightToWin}`,
    it.rightToWin && escapeText(it.rightToWin),
    `## ${heading.risks}`,
    writeItems(it.risks.map(writeRisk)),
    `## ${heading.assumptions}`,
    writeList(it.assumptions),
    `## ${heading.nonGoals}`,
    writeList(it.nonGoals),
  ]);
}

/** A statement as a page of Markdown that people can edit by hand. */
export function writeStatement(it: Statement): string {
  const heading = statementHeadings;
  return blocks([
    "# Problem statement",
    `## ${heading.who}`,
    it.who && escapeText(it.who),
    `## ${heading.problem}`,
    it.problem && escapeText(it.problem),
    `## ${heading.evidence}`,
    writeList(it.evidence),
    `## ${heading.cost}`,
    it.cost && escapeText(it.cost),
    `## ${heading.successSignal}`,
    it.successSignal && escapeText(it.successSignal),
    `## ${heading.workaround}`,
    it.workaround && escapeText(it.workaround),
    `## ${heading.nonGoals}`,
    writeList(it.nonGoals),
    `## ${heading.author}`,
    it.author && escapeText(it.author),
  ]);
}

const blocks = (parts: readonly (string | null)[]): string => `${parts.filter((it) => it).join("\n\n")}\n`;

/**
 * Reads the page of a sheet, written by Plumbline or edited by hand. Missing parts are absent, the state is
 * draft and the version 1 unless given; a page without any known heading is no sheet.
 */
export function readSheet(page: string): Reading<Sheet> {
  const it = openPage(page, Object.values(sheetHeadings), "sheet-headings");
  if (it === null) return none;
  const heading = sheetHeadings;

  const top = it.fields("", ["State", "Version"], "allowed").byLabel;
  const state = sheetState.safeParse(top.get("State")?.text?.toLowerCase() ?? "draft");
  if (!state.success)
    it.report(top.get("State")?.line ?? 1, pageFault("state", sheetState.options.join(", ")));
  const version = sheet.shape.version.safeParse(Number(top.get("Version")?.text ?? 1));
  if (!version.success) it.report(top.get("Version")?.line ?? 1, pageFault("version"));

  const { above: title, byLabel } = it.fields(heading.aim, ["Done when"], "allowed");
  const definitionOfDone = byLabel.get("Done when")?.text ?? null;
  if (title.text === null && definitionOfDone !== null) it.report(title.line, pageFault("aim-title"));

  const gate = it.pair(heading.stageGate, ["Date", "Rule"]);
  if (gate !== null && !day.safeParse(gate[0].text).success) it.report(gate[0].line, pageFault("date"));
  const guardrail = it.pair(heading.guardrail, ["Indicator", "Threshold"]);
  const owner = it.fields(heading.owner, ["Owner", "Cadence"]).byLabel;

  const candidate = {
    state: state.data,
    version: version.data,
    aim: title.text === null ? null : { title: title.text, definitionOfDone },
    mechanism: it.whole(heading.mechanism, readMechanism),
    signals: it.items(heading.signals, readSignal),
    stageGate: gate && { date: gate[0].text, rule: gate[1].text },
    guardrail: guardrail && { sli: guardrail[0].text, threshold: guardrail[1].text },
    owner: owner.get("Owner")?.text ?? null,
    cadence: owner.get("Cadence")?.text ?? null,
    rightToWin: it.text(heading.rightToWin),
    risks: it.items(heading.risks, readRisk),
    assumptions: it.list(heading.assumptions),
    nonGoals: it.list(heading.nonGoals),
  };
  return it.findings.length > 0 ? unreadable(it.findings) : value(sheet.parse(candidate));
}

/** Reads the page of a statement, written by Plumbline or edited by hand. Missing parts are absent. */
export function readStatement(page: string): Reading<Statement> {
  const it = openPage(page, Object.values(statementHeadings), "statement-headings");
  if (it === null) return none;
  if (it.findings.length > 0) return unreadable(it.findings);
  const heading = statementHeadings;
  return value(
    statement.parse({
      who: it.text(heading.who),
      problem: it.text(heading.problem),
      evidence: it.list(heading.evidence),
      cost: it.text(heading.cost),
      successSignal: it.text(heading.successSignal),
      workaround: it.text(heading.workaround),
      nonGoals: it.list(heading.nonGoals),
      author: it.text(heading.author),
    }),
  );
}
