import { err, ok, type Result } from "../../domain/result";
import { type SheetDraft, sheetDraft } from "../../domain/sheet-draft";
import { formOf, type SheetForm, sheetForm } from "../../domain/sheet-form";
import type { AlignmentPort, PortFailure, Standing } from "../port";

/** A sheet as it is put before a person. */
export interface OpenedSheet {
  draft: SheetDraft;
  /** Null: the tracker could not be read, and what was being written is all there is. */
  standing: Standing<"sheet"> | null;
  failure: PortFailure | null;
}

/** What somebody was writing when they left, else the sheet as it stands, else a new one with `cadence`. */
export async function openSheet(
  port: AlignmentPort,
  bet: string,
  cadence: string,
): Promise<Result<OpenedSheet, PortFailure>> {
  const [kept, read] = await Promise.all([port.readDraft(bet, "sheet"), port.readPart(bet, "sheet")]);
  const draft = sheetDraft.safeParse(kept).data ?? null;
  if (!read.ok) return draft === null ? err(read.error) : ok({ draft, standing: null, failure: read.error });

  const standing = read.value;
  const fresh = freshDraft(standing, cadence);
  if (draft === null) return ok({ draft: fresh, standing, failure: null });
  const { form, over } = draft;
  // Nothing was changed but the clock: what stands now is what counts.
  if (isSame(form, over.sheet === null ? { ...formOf(null), cadence } : formOf(over.sheet)))
    return ok({ draft: { ...fresh, guide: draft.guide }, standing, failure: null });
  // The earlier save has arrived: this comes on top of what stands.
  if (over.after !== null && isSame(formOf(over.sheet), fresh.form))
    return ok({ draft: { ...draft, over: fresh.over }, standing, failure: null });
  return ok({ draft, standing, failure: null });
}

function freshDraft({ version, value, raw }: Standing<"sheet">, cadence: string): SheetDraft {
  const sheet = value === "unreadable" ? null : value;
  const base = { version, value: value === "unreadable" ? raw : value };
  const form = sheet === null ? { ...formOf(null), cadence } : formOf(sheet);
  return { form, over: { base, after: null, sheet }, guide: null };
}

/** What a schema gives back has one order of keys. */
const isSame = (a: SheetForm, b: SheetForm): boolean =>
  JSON.stringify(sheetForm.parse(a)) === JSON.stringify(sheetForm.parse(b));
