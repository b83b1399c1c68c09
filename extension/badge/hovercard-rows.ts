import { mechanismSentence } from "../../shared/domain/mechanism-sentence";
import type { Sheet, Signal } from "../../shared/domain/sheet";
import type { Translate } from "../../shared/ui/translate";
import { wordOf } from "../../shared/ui/word-of";
import type { SourceFacts, TicketFacts } from "../messaging/facts";
import { type Remedy, troubleRows } from "./trouble-rows";

/** One line or paragraph of the hovercard. `href` makes its text a link. */
export interface CardRow {
  kind: "title" | "subtitle" | "sentence" | "field" | "alert" | "fix";
  label?: string;
  text: string;
  href?: string;
  action?: "openOptions" | "reload" | "ask-again" | "openStatement";
}

/** All that the hovercard says of a ticket, top to bottom. */
export function hovercardRows(
  facts: TicketFacts,
  source: SourceFacts | undefined,
  t: Translate,
  formatDay: (day: string) => string,
  remedy: Remedy,
): CardRow[] {
  const origin = source ? originRows(facts, source, t) : [];
  const sheet = source?.sheet ? sheetRows(source.sheet, t, formatDay) : [];
  const [words, details] = [sheet.filter(isProse), sheet.filter((row) => !isProse(row))];
  const standing: CardRow = {
    kind: "field",
    label: t("cardStatement"),
    text: t(`standing_${facts.standing}`),
  };
  switch (facts.state) {
    case "aligned":
      return [...words, ...origin, standing, ...details];
    case "lane":
      return [
        { kind: "title", text: t(`lane_${facts.lane}`) },
        { kind: "sentence", text: t(`lane_${facts.lane}_means`) },
        { kind: "field", label: t("cardLane"), text: t(`laneBy_${wordOf(facts.by)}`) },
      ];
    case "orphan":
      return [
        { kind: "title", text: t("cardOrphan") },
        ...facts.reasons.flatMap((reason): CardRow[] => [
          { kind: "alert", text: t(`orphan_${wordOf(reason)}`) },
          { kind: "fix", text: t(`orphan_${wordOf(reason)}_fix`) },
        ]),
        ...words,
        ...origin,
        standing,
        ...details,
      ];
    case "unknown":
      return [{ kind: "title", text: t("cardUnknown") }, ...troubleRows(facts.reason, t, remedy), ...origin];
  }
}

const isProse = ({ kind }: CardRow): boolean => kind !== "field";

function originRows(facts: TicketFacts, source: SourceFacts, t: Translate): CardRow[] {
  const own = source.key === facts.key;
  if (own && source.sheet === null) return [];
  const text = source.key === source.title ? source.title : `${source.key} ${source.title}`;
  return [{ kind: "field", label: t(own ? "cardOwn" : "cardFrom"), text, href: source.url }];
}

function sheetRows(sheet: Sheet, t: Translate, formatDay: (day: string) => string): CardRow[] {
  const rows: CardRow[] = [];
  const field = (label: string, text: string | null | undefined) => {
    if (text) rows.push({ kind: "field", label: t(label), text });
  };
  if (sheet.aim) rows.push({ kind: "title", label: t("cardAim"), text: sheet.aim.title });
  if (sheet.aim?.definitionOfDone) {
    rows.push({ kind: "subtitle", text: t("cardDone", sheet.aim.definitionOfDone) });
  }
  if (sheet.mechanism) rows.push({ kind: "sentence", text: mechanismSentence(sheet.mechanism) });
  field("cardSignals", sheet.signals.map((it) => signalLine(it, t)).join("\n"));
  if (sheet.stageGate) {
    field("cardGate", t("cardGateText", formatDay(sheet.stageGate.date), sheet.stageGate.rule));
  }
  if (sheet.guardrail) field("cardGuardrail", `${sheet.guardrail.sli}: ${sheet.guardrail.threshold}`);
  field("cardOwner", sheet.owner);
  if (sheet.state !== "active") field("cardState", t(`sheetState_${sheet.state}`));
  return rows;
}

function signalLine({ kind, name, unit, baseline, target, direction }: Signal, t: Translate): string {
  const amount = (it: number | null) => (it === null ? "?" : unit ? `${it} ${unit}` : String(it));
  const arrow = direction === "up" ? "↑" : "↓";
  const range = baseline === null && target === null ? "" : ` ${amount(baseline)} → ${amount(target)}`;
  return `${arrow} ${name}${range} (${t(`signal_${kind}`)})`;
}
