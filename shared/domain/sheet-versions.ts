import type { Sheet } from "./sheet";
import { type SheetPart, sheetDifference } from "./sheet-difference";

/** A sheet as it was, and who made it so. */
export interface SheetText {
  sheet: Sheet;
  /** A UTC ISO moment; null: it is not known. */
  at: string | null;
  /** Names, as far as they are known. */
  by: readonly string[];
}

/** One of the versions of a sheet, with the parts that it changed; null: nothing is known before it. */
export interface SheetVersion extends SheetText {
  changed: SheetPart[] | null;
}

/** The versions of a sheet, oldest first, with what each changed. A text that changes nothing is none; `now` is the sheet as it stands. */
export function sheetVersions(texts: readonly SheetText[], now: Sheet | null): SheetVersion[] {
  const versions: SheetVersion[] = [];
  for (const it of [...texts, ...(now === null ? [] : [{ sheet: now, at: null, by: [] }])]) {
    const before = versions.at(-1)?.sheet;
    const changed = before === undefined ? null : sheetDifference(before, it.sheet).map(({ part }) => part);
    if (changed === null || changed.length > 0) versions.push({ ...it, changed });
  }
  return versions;
}
