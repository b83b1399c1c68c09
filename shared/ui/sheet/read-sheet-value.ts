import { readSheet } from "../../domain/markdown";
import { type Sheet, sheet } from "../../domain/sheet";

/** A sheet as it stands in a tracker, be it a value or a page of Markdown; null: it is none. */
export function readSheetValue(raw: unknown): Sheet | null {
  const parsed = sheet.safeParse(raw);
  if (parsed.success) return parsed.data;
  const page = typeof raw === "string" ? readSheet(raw) : null;
  return page?.kind === "value" ? page.value : null;
}
