import { z } from "zod";

const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const unprintable = /[\p{Cs}\p{Cc}]/gu;

/**
 * Prose as every tracker can keep it: `\n` between lines, no white space at a line's ends, at most one
 * blank line in a row, no control characters, no halves of surrogate pairs. Doing it twice changes nothing.
 */
export function tidy(raw: string): string {
  return raw
    .replace(lineBreaks, "\n")
    .replaceAll("\t", " ")
    .replace(unprintable, (it) => (it === "\n" ? it : ""))
    .split("\n")
    .map((it) => it.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** One paragraph or more as a person wrote it, tidied, never empty. */
export const text = z.string().overwrite(tidy).min(1);

/** A name or a phrase on one line, with single spaces, never empty. */
export const line = z
  .string()
  .overwrite((raw) => tidy(raw).replace(/\s+/g, " "))
  .min(1);

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** A moment in UTC, ISO 8601. */
export const instant = z.iso.datetime();
