import { z } from "zod";
import { line, text } from "./text";

/** The outcome wanted, with the test that tells when it is reached. */
export const aim = z.object({ title: line, definitionOfDone: text.nullable() });
export type Aim = z.infer<typeof aim>;
