import { z } from "zod";

/** One paragraph or more as a person wrote it: trimmed, never empty. */
export const text = z.string().trim().min(1);

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** A moment in UTC, ISO 8601. */
export const instant = z.iso.datetime();
