import { tidy } from "./text";

const escapable = /(https?:\/\/[^\s<>[\]()*`\\|]+)|[\\`*[\]<|_]|~(?=~)|(?<=~)~|&(?=#?\w{1,32};)/g;
const lineStart = /^(?:(?=#{1,6}(?:\s|$)|[-+](?:[-+\s]|$)|[>=])|(\d{1,9})(?=[.)](?:\s|$)))/;
const wordAround = /[\p{L}\p{N}]/u;

// Each alternative stops at the character that could start it anew, so that reading stays linear.
const escaped =
  /\\([!-/:-@[-`{-~]|$)|<(https?:\/\/[^\s<>]+)>|\[((?:\\.|[^\\[\]])+)\]\(<?(https?:\/\/[^\s<>()[\]]+)>?\)/g;

/** One line of plain text as Markdown that shows exactly it, for use inside a line. Addresses stay clickable. */
export const escapeInline = (line: string): string =>
  line.replace(escapable, (it: string, url: string | undefined, at: number) => {
    if (url !== undefined) return it;
    const within = it === "_" && wordAround.test(line.charAt(at - 1)) && wordAround.test(line.charAt(at + 1));
    return within ? it : `\\${it}`;
  });

/** Plain text of any lines as Markdown that shows exactly it and holds no heading, list, quote, rule or bold. */
export const escapeText = (text: string): string =>
  text
    .split("\n")
    .map((it) => escapeInline(it).replace(lineStart, "$1\\"))
    .join("\n");

/**
 * Plain text of one line of Markdown: escapes and a hard break's backslash are undone, a link becomes its
 * address or `label (address)`. Emphasis stays as it was typed.
 */
export const unescapeLine = (line: string): string =>
  line.replace(escaped, (_, mark?: string, url?: string, label?: string, target?: string) => {
    if (label === undefined || target === undefined) return mark ?? url ?? "";
    const words = unescapeLine(label);
    return words.replace(/\/$/, "") === target.replace(/\/$/, "") ? target : `${words} (${target})`;
  });

/** Plain text of lines of Markdown, tidied; null where nothing is left. */
export function unescapeText(lines: readonly string[]): string | null {
  const text = tidy(lines.map((it) => unescapeLine(it.trim())).join("\n"));
  return text === "" ? null : text;
}
