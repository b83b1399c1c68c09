import { type Fields, readFields } from "./markdown-fields";
import { readItems, readList } from "./markdown-list";
import { type PageLine, readPage } from "./markdown-page";
import { unescapeText } from "./markdown-text";
import { findingOf, type PageFault, type PageFaultName, pageFault } from "./page-fault";
import type { ReadingFinding, Result } from "./result";

/** Reads the parts of one page and gathers what is wrong with them. */
export interface PageReader {
  /** Grows while the page is read; empty at the end means that all was understood. */
  findings: readonly ReadingFinding[];
  report(line: number, fault: PageFault): void;
  text(name: string): string | null;
  list(name: string): string[];
  /** What `read` makes of a section as a whole; null where it stumbles. */
  whole<T>(name: string, read: (source: readonly string[]) => Result<T, PageFault>): T | null;
  /** What `read` makes of each item; items over which it stumbles are left out. */
  items<T>(name: string, read: (source: readonly string[]) => Result<T, PageFault>): T[];
  /** Labelled paragraphs; words above the first label are allowed only where the caller looks at them. */
  fields(name: string, labels: readonly string[], wordsAbove?: "allowed"): Fields;
  /** Two labels that only make sense together; null where neither has a value. */
  pair(name: string, labels: readonly [string, string]): [Field, Field] | null;
}

interface Field {
  line: number;
  text: string;
}

/** Opens a page; null where it is blank. `none` is what is wrong where it has no known heading. */
export function openPage(text: string, names: readonly string[], none: PageFaultName): PageReader | null {
  if (text.trim() === "") return null;
  const page = readPage(text, names);
  const findings: ReadingFinding[] = [...page.findings];
  const lines = (name: string): readonly PageLine[] => page.sections.get(name)?.lines ?? [];
  const lineOf = (name: string): number => page.sections.get(name)?.line ?? 1;
  const report = (line: number, fault: PageFault): void => void findings.push(findingOf(line, fault));
  if (page.sections.size === 1) report(1, pageFault(none, names.join(", ")));

  const take = <T>(result: Result<T, PageFault>, line: number): T[] => {
    if (result.ok) return [result.value];
    report(line, result.error);
    return [];
  };
  const fields: PageReader["fields"] = (name, labels, wordsAbove) => {
    const read = readFields(lines(name), labels, lineOf(name));
    findings.push(...read.findings);
    if (read.above.text !== null && wordsAbove === undefined) {
      report(read.above.line, pageFault("words-above", name, labels.join(" or ")));
    }
    return read;
  };
  return {
    findings,
    report,
    text: (name) => unescapeText(lines(name).map((it) => it.source)),
    list: (name) => readList(lines(name)),
    whole: (name, read) => take(read(lines(name).map((it) => it.source)), lineOf(name))[0] ?? null,
    items: (name, read) => readItems(lines(name)).flatMap((it) => take(read(it.source), it.line)),
    fields,
    pair: (name, labels) => {
      const read = fields(name, labels);
      const [first, second] = labels.map((it) => read.byLabel.get(it));
      if (first?.text && second?.text) {
        return [
          { line: first.line, text: first.text },
          { line: second.line, text: second.text },
        ];
      }
      if (first?.text || second?.text) report(lineOf(name), pageFault("pair", ...labels));
      return null;
    },
  };
}
