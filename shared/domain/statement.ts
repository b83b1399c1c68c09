import { z } from "zod";
import { line, text } from "./text";

/** The problem statement of a bet or an issue. Parts not written yet are absent. */
export const statement = z.object({
  who: text.nullable(),
  problem: text.nullable(),
  evidence: z.array(text),
  cost: text.nullable(),
  successSignal: text.nullable(),
  workaround: text.nullable(),
  nonGoals: z.array(text),
  /** The tracker's account id of the person who wrote it; a hint, never a proof. */
  author: line.nullable(),
});
export type Statement = z.infer<typeof statement>;

/** Where a statement stands with the people who must accept it. */
export const standing = z.enum(["missing", "incomplete", "unsigned", "partial", "signed", "stale"]);
export type Standing = z.infer<typeof standing>;
