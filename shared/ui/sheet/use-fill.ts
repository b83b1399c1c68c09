import { type ClipboardEvent, useState } from "react";
import { readSheet } from "../../domain/markdown";
import type { Sheet } from "../../domain/sheet";
import { formOf, type SheetForm } from "../../domain/sheet-form";
import type { Translate } from "../translate";
import type { Said } from "./desk-notes";
import type { Draft } from "./use-draft";

/** Fills the form from a page, and gives back what was there before. */
export function useFill(t: Translate, desk: Draft, say: (said: Said | null) => void) {
  const [before, setBefore] = useState<SheetForm | null>(null);
  function fill(sheet: Sheet) {
    setBefore(desk.latest().form);
    desk.set({ form: formOf(sheet) });
  }
  return {
    canUndo: before !== null,
    fill,
    /** A page of Markdown fills the whole form, whichever field it was pasted into. */
    paste(event: ClipboardEvent) {
      const page = readSheet(event.clipboardData.getData("text/plain"));
      if (page.kind !== "value") return;
      event.preventDefault();
      fill(page.value);
      say({ kind: "information", text: t("sheetDesk_filled") });
    },
    undo() {
      if (before !== null) desk.set({ form: before });
      setBefore(null);
      say(null);
    },
    /** It stands now: there is nothing to go back to. */
    settle: () => setBefore(null),
  };
}
