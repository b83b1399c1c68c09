import type { Aim } from "../../domain/aim";
import type { SheetForm } from "../../domain/sheet-form";
import type { Translate } from "../translate";

/** What a part of the page needs to show and change what is typed. */
export interface FormAccess {
  t: Translate;
  form: SheetForm;
  /** `YYYY-MM-DD`. */
  today: string;
  /** The aims that are shared with other bets, to choose from. */
  aims: readonly Aim[];
  change(over: Partial<SheetForm>): void;
  /** The id of the element for a field, so that what is missing can be led to. */
  idOf(field: string): string;
  /** What stops the field from being saved, as a sentence. */
  problemOf(field: string): string | null;
}

/** The fields of the form that are one text. */
export type TextName = {
  [Name in keyof SheetForm]: string extends SheetForm[Name] ? Name : never;
}[keyof SheetForm];
