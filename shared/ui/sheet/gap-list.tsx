import type { Sheet } from "../../domain/sheet";
import { gapsOf, type SheetGap, type SheetGapKind } from "../../domain/sheet-gaps";
import type { Translate } from "../translate";
import { wordOf } from "../word-of";

/** The field of the form where a gap is filled. */
const fieldOf: Record<SheetGapKind, string> = {
  aim: "aim",
  "definition-of-done": "definitionOfDone",
  mechanism: "lever",
  signals: "signals",
  "proxy-signal": "signals",
  "signal-target": "signals",
  "stage-gate": "gateRule",
  guardrail: "sli",
  owner: "owner",
  cadence: "cadence",
  assumptions: "assumptions",
  "non-goals": "nonGoals",
  "right-to-win": "rightToWin",
  risks: "risks",
};

interface GapsProps {
  t: Translate;
  sheet: Sheet;
  onLead: (field: string) => void;
}

/** What the sheet lacks, each leading to where it is written. Never a score. */
export function GapList({ t, sheet, onLead }: GapsProps) {
  const gaps = gapsOf(sheet);
  const needed = gaps.filter((it) => it.needed);
  const further = gaps.filter((it) => !it.needed);
  const list = (some: readonly SheetGap[]) => (
    <ul>
      {some.map(({ kind, signal }) => (
        <li key={`${kind} ${signal}`}>
          <button type="button" className="sheet-lead" onClick={() => onLead(fieldOf[kind])}>
            {t(`sheetDesk_gap_${wordOf(kind)}`)}
            {signal !== null && `: ${signal}`}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="sheet-gaps" aria-label={t("sheetDesk_missing")}>
      {needed.length === 0 ? (
        <p>{t("sheetDesk_nothingMissing")}</p>
      ) : (
        <>
          <h3>{t("sheetDesk_missing")}</h3>
          {list(needed)}
        </>
      )}
      {further.length > 0 && (
        <>
          <h3>{t("sheetDesk_clearer")}</h3>
          {list(further)}
        </>
      )}
    </section>
  );
}
