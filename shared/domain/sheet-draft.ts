import { z } from "zod";
import { sheet } from "./sheet";
import { sheetForm } from "./sheet-form";

export const guideSteps = ["prepare", "work", "commit"] as const;
export type GuideStep = (typeof guideSteps)[number];

/** How far somebody is in the first half hour; `decision` null: the entry as it is proposed. */
export const guide = z.object({
  step: z.enum(guideSteps),
  seconds: z.object({ prepare: z.number(), work: z.number(), commit: z.number() }),
  decision: z.string().nullable(),
});
export type Guide = z.infer<typeof guide>;

/** What somebody writes over: what stood in the tracker, or their own earlier write `after` it. `sheet`: that, as a sheet. */
export const writtenOver = z.object({
  base: z.object({ version: z.string(), value: z.unknown() }),
  after: z.string().nullable(),
  sheet: sheet.nullable(),
});
export type WrittenOver = z.infer<typeof writtenOver>;

/** What somebody was writing into a sheet when they left. */
export const sheetDraft = z.object({ form: sheetForm, over: writtenOver, guide: guide.nullable() });
export type SheetDraft = z.infer<typeof sheetDraft>;
