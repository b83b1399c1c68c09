import { type EntryReason, refusalReasons } from "../../domain/entry";
import { wordOf } from "../word-of";

/** The weightiest reason to keep an issue out, as a part of a name in the catalog; where there is none, that facts are missing. */
export const reasonWord = (reasons: readonly EntryReason[]): string =>
  wordOf(refusalReasons.find((it) => reasons.includes(it)) ?? "facts-missing");
