import type { SheetPart } from "./sheet-difference";
import type { SheetForm } from "./sheet-form";

/** The fields of the form that hold one part of a sheet. */
export const fieldsOfPart: Readonly<Record<SheetPart, readonly (keyof SheetForm)[]>> = {
  state: ["state"],
  aim: ["aim"],
  definitionOfDone: ["definitionOfDone"],
  mechanism: ["lever", "metric", "reason"],
  signals: ["signals"],
  stageGateDate: ["gateDate"],
  stageGateRule: ["gateRule"],
  guardrail: ["sli", "threshold"],
  owner: ["owner"],
  cadence: ["cadence"],
  rightToWin: ["rightToWin"],
  risks: ["risks"],
  assumptions: ["assumptions"],
  nonGoals: ["nonGoals"],
};

/** Theirs, with the parts that the person chose of mine. */
export function mergeForms(theirs: SheetForm, mine: SheetForm, mineIn: ReadonlySet<SheetPart>): SheetForm {
  const fields = [...mineIn].flatMap((part) => fieldsOfPart[part]);
  return { ...theirs, ...Object.fromEntries(fields.map((field) => [field, mine[field]])) };
}
