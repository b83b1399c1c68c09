import Button from "@atlaskit/button/new";
import { writeSheet } from "../../domain/markdown";
import type { Sheet } from "../../domain/sheet";
import type { Pending } from "../port";
import { Raw } from "../raw";
import type { Translate } from "../translate";
import { CompareSheets } from "./compare-sheets";
import { readSheetValue } from "./read-sheet-value";

interface ConflictProps {
  t: Translate;
  today: string;
  mine: Sheet;
  conflict: NonNullable<Pending["conflict"]>;
  onChosen: (sheet: Sheet) => void;
}

/** Somebody else saved the same sheet: theirs beside mine, and what neither shows any more. */
export function ConflictView({ t, today, mine, conflict, onChosen }: ConflictProps) {
  const theirs = readSheetValue(conflict.theirs);
  const covered = readSheetValue(conflict.covered);
  return (
    <>
      {theirs === null ? (
        <section className="sheet-compare" aria-label={t("sheetDesk_conflict")}>
          <h2>{t("sheetDesk_conflict")}</h2>
          <p>{conflict.theirs === null ? t("sheetDesk_theirsGone") : t("sheetDesk_theirsUnreadable")}</p>
          {conflict.theirs !== null && <Raw value={conflict.theirs} />}
          <Button appearance="primary" onClick={() => onChosen({ ...mine, version: mine.version + 1 })}>
            {t("sheetDesk_keepMine")}
          </Button>
        </section>
      ) : (
        <CompareSheets
          t={t}
          theirs={theirs}
          mine={mine}
          today={today}
          lead={t("sheetDesk_conflictLead")}
          onChosen={onChosen}
        />
      )}
      {conflict.covered !== null && (
        <details>
          <summary>{t("sheetDesk_covered")}</summary>
          <Raw value={covered === null ? conflict.covered : writeSheet(covered)} />
        </details>
      )}
    </>
  );
}
