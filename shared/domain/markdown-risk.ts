import { escapeText, unescapeText } from "./markdown-text";
import { type PageFault, pageFault } from "./page-fault";
import { err, ok, type Result } from "./result";
import type { Risk } from "./sheet";

const mark = /^(?:\*\*|__)?one-way door(?: ?: ?(?:\*\*|__)| ?(?:\*\*|__) ?:| ?:)/i;

/** One risk as the text of an item, marked where there is no way back. */
export const writeRisk = (it: Risk): string =>
  it.oneWayDoor
    ? `**One-way door:** ${escapeText(it.text)}`
    : escapeText(it.text).replace(/^(one-way door ?):/i, "$1\\:");

/** Reads such an item, with the mark in bold or not. */
export function readRisk([first = "", ...rest]: readonly string[]): Result<Risk, PageFault> {
  const text = unescapeText([first.replace(mark, ""), ...rest]);
  return text === null ? err(pageFault("risk")) : ok({ text, oneWayDoor: mark.test(first) });
}
