import type { Sheet } from "../../domain/sheet";
import type { WrittenOver } from "../../domain/sheet-draft";
import { sheetNote } from "../../domain/sheet-note";
import type { AlignmentPort, NewWrite } from "../port";

/** Writes a sheet, and below its bet what has changed and what was decided. Gives the id of the sheet's write. */
export async function saveSheet(
  port: AlignmentPort,
  object: string,
  sheet: Sheet,
  { base, after, sheet: before }: WrittenOver,
  decision: string | null,
): Promise<string> {
  const id = crypto.randomUUID();
  const changed = before === null ? null : sheetNote(before, sheet);
  // The writes of an object keep their order, so that nothing is told before it stands.
  await port.write([
    { id, object, kind: "sheet", value: sheet, base: { version: base.version, value: base.value }, after },
    ...noteWrites(object, [changed, decision]),
  ]);
  return id;
}

/** Comments under an object; blank ones are left out. */
export const noteWrites = (object: string, texts: readonly (string | null)[]): NewWrite[] =>
  texts
    .filter((text): text is string => text !== null && text.trim() !== "")
    .map((text) => ({ id: crypto.randomUUID(), object, kind: "comment", value: { act: "note", text } }));
