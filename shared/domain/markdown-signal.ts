import { escapeInline, unescapeLine } from "./markdown-text";
import { type PageFault, pageFault } from "./page-fault";
import { err, ok, type Result } from "./result";
import { type Signal, signal } from "./sheet";

const opening = /^(proxy|outcome) ?: ?(?:\*\*((?:\\.|[^\\*])+)\*\*)?/i;
const amount = String.raw`([-+]?\d[\d.]*(?:e[-+]?\d+)?)`;
const course = new RegExp(
  String.raw`^ ?(up|down)(?: from ${amount})?(?: to ${amount})?(?:,? in (\S.*))?$`,
  "i",
);

/** One signal as a line: "proxy: **form errors** down from 0.8 to 0.3, in errors per order". */
export function writeSignal(it: Signal): string {
  const from = it.baseline === null ? "" : ` from ${it.baseline}`;
  const to = it.target === null ? "" : ` to ${it.target}`;
  const unit = it.unit === null ? "" : `, in ${escapeInline(it.unit)}`;
  return `${it.kind}: **${escapeInline(it.name)}** ${it.direction}${from}${to}${unit}`;
}

/** Reads such a line; the name may have lost its bold where the words leave no doubt. */
export function readSignal(source: readonly string[]): Result<Signal, PageFault> {
  const markdown = source.join(" ").replace(/\s+/g, " ").trim();
  const [opened = "", kind = "", boldName] = opening.exec(markdown) ?? [];
  const rest = unescapeLine(markdown.slice(opened.length)).trim();
  const [name, facts] =
    boldName === undefined ? splitName(rest) : [unescapeLine(boldName), course.exec(rest)];
  const [, direction = "", baseline, target, unit] = facts ?? [];
  const read = signal.safeParse({
    kind: kind.toLowerCase(),
    name,
    direction: direction.toLowerCase(),
    baseline: baseline === undefined ? null : Number(baseline),
    target: target === undefined ? null : Number(target),
    unit: unit ?? null,
  });
  return read.success ? ok(read.data) : err(pageFault("signal"));
}

/** The name ends before the first "up" or "down" after which everything reads as a course. */
function splitName(rest: string): [string, RegExpExecArray | null] {
  for (const { index } of rest.matchAll(/ (?:up|down)\b/gi)) {
    const facts = course.exec(rest.slice(index));
    if (facts !== null) return [rest.slice(0, index), facts];
  }
  return [rest, null];
}
