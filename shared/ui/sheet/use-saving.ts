import { useState } from "react";
import type { Sheet } from "../../domain/sheet";
import { sheetDifference } from "../../domain/sheet-difference";
import { type FormProblem, formOf, type SheetForm, sheetOf, sheetSoFar } from "../../domain/sheet-form";
import { mergeForms } from "../../domain/sheet-merge";
import { sheetNote } from "../../domain/sheet-note";
import type { Said } from "./desk-notes";
import { readSheetValue } from "./read-sheet-value";
import { noteWrites, saveSheet } from "./save-sheet";
import type { SheetDeskProps } from "./sheet-desk";
import type { Draft } from "./use-draft";
import type { Saves } from "./use-saves";

/** Saves what is written, lets it go, or settles it with what somebody else saved, and says what came of it. */
export function useSaving({ port, t, bet, today, onSaved }: SheetDeskProps, desk: Draft, saves: Saves) {
  const [said, say] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const { over, guide } = desk.draft;

  /** What the host could not do at all is said; for what a tracker answers it never fails. */
  async function attempt(act: () => Promise<Said | null>) {
    setBusy(true);
    say(
      await act().catch((error: unknown) => ({
        kind: "error" as const,
        text: t("sheetDesk_failure", error instanceof Error ? error.message : String(error)),
      })),
    );
    setBusy(false);
  }
  const follow = (id: string, sheet: Sheet) =>
    void port.settled(id).then((isDone) => {
      if (!isDone) return;
      say({ kind: "success", text: t("sheetDesk_saved", String(sheet.version)) });
      onSaved(sheet);
    });

  /** `decision`: the bet is taken up, and this is what the log says. Gives what stops it from being saved. */
  async function save(decision: string | null = null): Promise<FormProblem[]> {
    const typed = desk.latest().form;
    const takesUp = decision !== null && typed.state === "draft";
    const next: SheetForm = takesUp ? { ...typed, state: "active" } : typed;
    const read = sheetOf(next, (over.sheet?.version ?? 0) + 1, today);
    if (!read.ok) return read.error;
    const sheet = read.value;
    await attempt(async () => {
      if (port.room("sheet", bet.id, sheet).state === "over")
        return { kind: "error", text: t("sheetDesk_notYet", t("sheetDesk_shorten")) };
      if (over.sheet !== null && sheetDifference(over.sheet, sheet).length === 0) {
        if (decision === null) return { kind: "information", text: t("sheetDesk_unchanged") };
        await port.write(noteWrites(bet.id, [decision]));
        desk.drop({ guide: null });
        return { kind: "success", text: t("sheetDesk_decided") };
      }
      const id = await saveSheet(port, bet.id, sheet, over, decision);
      const saved = { over: { ...over, after: id, sheet }, guide: decision === null ? guide : null };
      // What was typed meanwhile stays a draft.
      if (desk.latest().form !== typed) desk.set(saved);
      else if (saved.guide !== null) desk.set({ ...saved, form: formOf(sheet) });
      else desk.drop({ ...saved, form: formOf(sheet) });
      follow(id, sheet);
      return null;
    });
    return [];
  }

  const discard = () =>
    attempt(async () => {
      // The last first, so that nothing is sent meanwhile that follows from what goes.
      for (const { id } of [...saves.sheets, ...saves.notes].reverse()) await port.discard(id);
      desk.set({ over: { ...over, after: null, sheet: readSheetValue(over.base.value) } });
      return { kind: "information", text: t("sheetDesk_discarded") };
    });

  /** `chosen` shall stand instead of theirs and mine; what was typed on top of mine stays. */
  const resolve = (id: string, theirs: Sheet | null, mine: Sheet, chosen: Sheet) =>
    attempt(async () => {
      for (const note of [...saves.notes].reverse()) await port.discard(note.id);
      await port.resolve(id, chosen);
      await port.write(noteWrites(bet.id, [theirs && sheetNote(theirs, chosen)]));
      const { form } = desk.latest();
      const onTop = sheetDifference(mine, sheetSoFar(form, mine.version, today)).map(({ part }) => part);
      const saved = { over: { ...over, after: id, sheet: chosen } };
      if (onTop.length === 0) desk.drop({ ...saved, form: formOf(chosen) });
      else desk.set({ ...saved, form: mergeForms(formOf(chosen), form, new Set(onTop)) });
      follow(id, chosen);
      return null;
    });

  return { said, say, busy, save, discard, resolve };
}
