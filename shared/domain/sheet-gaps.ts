import type { Sheet } from "./sheet";

/** What a sheet can lack. Closed list, in the order in which people should fill it: the UI has one sentence for each. */
export const sheetGaps = [
  "aim",
  "definition-of-done",
  "mechanism",
  "signals",
  "proxy-signal",
  "signal-target",
  "stage-gate",
  "guardrail",
  "owner",
  "cadence",
  "assumptions",
  "non-goals",
  "right-to-win",
  "risks",
] as const;
export type SheetGapKind = (typeof sheetGaps)[number];

/** One thing that is missing; `signal` names the signal that lacks it, null for all else. */
export interface SheetGap {
  kind: SheetGapKind;
  /** Without `needed` parts nobody can steer by the sheet; the others make it clearer. */
  needed: boolean;
  signal: string | null;
}

const needed = new Set<SheetGapKind>([
  "aim",
  "definition-of-done",
  "mechanism",
  "signals",
  "proxy-signal",
  "signal-target",
  "stage-gate",
  "guardrail",
  "owner",
  "cadence",
]);

/** What is missing from a sheet: a list to work through, never a score. */
export function gapsOf(sheet: Sheet): SheetGap[] {
  const { aim, signals } = sheet;
  const lacks: Record<SheetGapKind, boolean> = {
    aim: aim === null,
    "definition-of-done": aim !== null && aim.definitionOfDone === null,
    mechanism: sheet.mechanism === null,
    signals: signals.length < 2,
    "proxy-signal": signals.length > 0 && !signals.some(({ kind }) => kind === "proxy"),
    "signal-target": false,
    "stage-gate": sheet.stageGate === null,
    guardrail: sheet.guardrail === null,
    owner: sheet.owner === null,
    cadence: sheet.cadence === null,
    assumptions: sheet.assumptions.length === 0,
    "non-goals": sheet.nonGoals.length === 0,
    "right-to-win": sheet.rightToWin === null,
    risks: sheet.risks.length === 0,
  };
  const gap = (kind: SheetGapKind, signal: string | null = null): SheetGap => ({
    kind,
    needed: needed.has(kind),
    signal,
  });
  return sheetGaps.flatMap((kind) => {
    if (kind === "signal-target")
      return signals.filter((it) => it.target === null).map((it) => gap(kind, it.name));
    return lacks[kind] ? [gap(kind)] : [];
  });
}
