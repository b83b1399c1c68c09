import { findingOf, pageFault } from "./page-fault";
import type { ReadingFinding } from "./result";

/** A line as it stands in the page; `line` counts from 1. */
export interface PageLine {
  line: number;
  source: string;
}

/** What stands under one heading; the part above all headings has the name "". */
export interface Section {
  line: number;
  lines: PageLine[];
}

/** A page cut at its known headings. */
export interface Page {
  sections: ReadonlyMap<string, Section>;
  findings: readonly ReadingFinding[];
}

const heading = /^ {0,3}(#{1,6})\s+(\S.*)$/;
const fence = /^(`{3,}(?=[^`]*$)|~{3,})/;
const rule = /^([-*_])(?:\s*\1){2,}$/;

/** A name with only its letters in lower case, so that "Non-goals" and "**non goals:**" are one. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("&", "and")
    .replace(/[^a-z]/g, "");

/**
 * Cuts `text` at headings named in `names`, whatever their case, and at every other heading of the first
 * two levels, which start a part that nobody reads. Fenced code is never cut. Rules (`---`) are dropped.
 */
export function readPage(text: string, names: readonly string[]): Page {
  const known = new Map(names.map((it) => [nameKey(it), it]));
  const sections = new Map<string, Section>([["", { line: 1, lines: [] }]]);
  const findings: ReadingFinding[] = [];
  let current = "";
  let target: PageLine[] | null = sections.get("")?.lines ?? null;
  let open: { mark: string; line: number } | null = null;

  for (const [index, source] of text.split(/\r\n?|\n/).entries()) {
    const line = index + 1;
    const trimmed = source.trim();
    const mark = fence.exec(trimmed)?.[1];
    if (open !== null) {
      if (mark?.startsWith(open.mark) && trimmed === mark) open = null;
    } else if (mark !== undefined) {
      open = { mark, line };
    } else {
      if (rule.test(trimmed)) continue;
      const [, level = "", title = ""] = heading.exec(source) ?? [];
      const name = known.get(nameKey(title));
      if (name !== undefined) {
        if (sections.has(name)) findings.push(findingOf(line, pageFault("section-twice", name)));
        target = [];
        sections.set(name, { line, lines: target });
        current = name;
        continue;
      }
      // The page's own title leaves what follows it in the part above all headings.
      if (level === "#" && current === "") continue;
      if (level === "#" || level === "##") {
        target = null;
        current = title;
        continue;
      }
    }
    target?.push({ line, source });
  }
  if (open !== null) findings.push(findingOf(open.line, pageFault("code-open")));
  return { sections, findings };
}
