import { nameKey, type PageLine } from "./markdown-page";
import { escapeText, unescapeText } from "./markdown-text";
import { findingOf, pageFault } from "./page-fault";
import type { ReadingFinding } from "./result";

/** The value of one label and where it stands. */
export interface Field {
  line: number;
  text: string | null;
}

/** What stands above the first label, and under each label found. */
export interface Fields {
  above: Field;
  byLabel: ReadonlyMap<string, Field>;
  findings: readonly ReadingFinding[];
}

const boldLabel = /^(?:[*+-]\s+)?(?:\*\*|__)([^:*_]{1,40})(?::\s?(?:\*\*|__)|(?:\*\*|__)\s?:)(.*)$/;
const plainLabel = /^(?:[*+-]\s+)?([^:*_\\]{1,40}):(.*)$/;

/** One labelled paragraph; an absent value leaves the label as a place to write. */
export const writeField = (label: string, text: string | null): string =>
  text === null ? `**${label}:**` : `**${label}:** ${escapeText(text)}`;

/**
 * Reads labelled paragraphs. Labels may have lost their bold, but only where none of them has it, so that
 * a value which happens to look like a label stays a value.
 */
export function readFields(lines: readonly PageLine[], labels: readonly string[], startLine: number): Fields {
  const known = new Map(labels.map((it) => [nameKey(it), it]));
  const match = (pattern: RegExp, source: string) => {
    const [, name, rest = ""] = pattern.exec(source.trim()) ?? [];
    const label = name === undefined ? undefined : known.get(nameKey(name));
    return label === undefined ? null : { label, rest };
  };
  const pattern = lines.some((it) => match(boldLabel, it.source) !== null) ? boldLabel : plainLabel;

  const above = { line: startLine, source: [] as string[] };
  const parts = new Map<string, typeof above>();
  const findings: ReadingFinding[] = [];
  let current = above;
  for (const { line, source } of lines) {
    const found = match(pattern, source);
    if (found === null) {
      current.source.push(source);
      continue;
    }
    if (parts.has(found.label)) findings.push(findingOf(line, pageFault("label-twice", found.label)));
    current = { line, source: [found.rest] };
    parts.set(found.label, current);
  }
  const field = (it: typeof above): Field => ({ line: it.line, text: unescapeText(it.source) });
  return {
    above: field(above),
    byLabel: new Map([...parts].map(([label, it]) => [label, field(it)])),
    findings,
  };
}
