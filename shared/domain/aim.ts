import { z } from "zod";
import { line, text } from "./text";

/** The outcome wanted, with the test that tells when it is reached. */
export const aim = z.object({ title: line, definitionOfDone: text.nullable() });
export type Aim = z.infer<typeof aim>;

/** The aims that several bets may serve, in the order that people gave them. */
export const aimList = z.array(aim);
