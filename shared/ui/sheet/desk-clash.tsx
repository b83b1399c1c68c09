import type { ReactNode } from "react";
import { sheetDifference } from "../../domain/sheet-difference";
import { formOf } from "../../domain/sheet-form";
import type { Standing } from "../port";
import type { Translate } from "../translate";
import { CompareSheets } from "./compare-sheets";
import { ConflictView } from "./conflict-view";
import { readSheetValue } from "./read-sheet-value";
import type { OpenDeskState } from "./use-open-desk";

/** What must be chosen before anything else is written: somebody else saved the same sheet. Null: nobody did. */
export function deskClash(
  t: Translate,
  today: string,
  { draft, saving, head, mine, read }: OpenDeskState,
  standing: Standing<"sheet"> | null,
): ReactNode {
  if (head?.state === "conflict" && head.conflict && mine) {
    const { id, conflict } = head;
    return (
      <ConflictView
        t={t}
        today={today}
        mine={mine}
        conflict={conflict}
        onChosen={(chosen) => void saving.resolve(id, readSheetValue(conflict.theirs), mine, chosen)}
      />
    );
  }
  const { over } = draft.draft;
  const theirs = standing && standing.value !== "unreadable" ? standing.value : null;
  // The draft was begun on something that stands no more; the base says so until the person has chosen.
  const isOvertaken = standing !== null && over.after === null && standing.version !== over.base.version;
  if (!isOvertaken || theirs === null || !read.ok) return null;
  if (sheetDifference(theirs, read.value).length === 0) return null;
  const base = { version: standing.version, value: theirs };
  return (
    <CompareSheets
      t={t}
      theirs={theirs}
      mine={read.value}
      today={today}
      lead={t("sheetDesk_overtaken")}
      onChosen={(chosen) => draft.set({ form: formOf(chosen), over: { base, after: null, sheet: theirs } })}
    />
  );
}
