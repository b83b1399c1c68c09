import type { PageLine } from "./markdown-page";
import { escapeText, unescapeText } from "./markdown-text";

/** One item of a list: its lines of Markdown without bullet and indent. */
export interface ListItem {
  line: number;
  source: string[];
}

// The rest may hold anything, line separators too: where it could fail, every space before it would be tried in turn.
const bullet = /^(\s*)(?:[*+-]|\d{1,9}[.)])(?:\s+([\s\S]*))?$/;

/** Items, already Markdown, as a list; their further lines are indented. */
export const writeItems = (items: readonly string[]): string =>
  items.map((it) => `* ${it.replace(/\n(?=.)/g, "\n  ")}`).join("\n");

/** Plain texts as a list. */
export const writeList = (texts: readonly string[]): string => writeItems(texts.map(escapeText));

/**
 * The items of a list with any of the usual bullets. Indented lines, bullets among them, belong to the item
 * above; a paragraph without a bullet is an item of its own. Empty items are left out.
 */
export function readItems(lines: readonly PageLine[]): ListItem[] {
  const items: ListItem[] = [];
  let base = Number.POSITIVE_INFINITY;
  let afterBlank = true;
  for (const { line, source } of lines) {
    const [, indent, first = ""] = bullet.exec(source) ?? [];
    const current = items.at(-1);
    if (indent !== undefined && indent.length < base + 2) {
      base = Math.min(base, indent.length);
      items.push({ line, source: [first] });
    } else if (current !== undefined && (!afterBlank || /^\s{2,}|^\t/.test(source) || source.trim() === "")) {
      current.source.push(source.trim());
    } else if (source.trim() !== "") {
      items.push({ line, source: [source.trim()] });
    }
    afterBlank = source.trim() === "";
  }
  return items.filter((it) => it.source.some((part) => part !== ""));
}

/** The plain texts of a list. */
export const readList = (lines: readonly PageLine[]): string[] =>
  readItems(lines).flatMap((it) => unescapeText(it.source) ?? []);
