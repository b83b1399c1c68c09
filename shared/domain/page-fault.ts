import type { ReadingFinding } from "./result";

/** What can be wrong with a page, in English; `$1` and `$2` are what it names. Closed list: the UI has one sentence for each. */
export const pageFaults = {
  "sheet-headings": "None of the headings of an Alignment Sheet is here: $1.",
  "statement-headings": "None of the headings of a problem statement is here: $1.",
  "section-twice": 'The section "$1" stands here twice.',
  "label-twice": '"$1" stands here twice.',
  "words-above": 'Write the words under "$1" after a label: $2.',
  pair: '"$1" and "$2" belong together.',
  "code-open": "This block of code is not closed.",
  state: "States are $1.",
  version: "A version is a whole number from 1.",
  "aim-title": "The aim has no title.",
  date: "Write the date as YYYY-MM-DD.",
  mechanism: 'Write the mechanism as "We believe **lever** will move **metric** because **reason**".',
  signal: 'Write a signal as "proxy: **name** up from 1 to 2, in unit".',
  risk: "This risk has no words.",
} as const;
export type PageFaultName = keyof typeof pageFaults;

/** One thing that is wrong, with what it names. */
export interface PageFault {
  name: PageFaultName;
  parts: readonly string[];
}

export const pageFault = (name: PageFaultName, ...parts: string[]): PageFault => ({ name, parts });

/** A fault where it stands; `line` counts from 1. */
export const findingOf = (line: number, fault: PageFault): ReadingFinding => ({
  line,
  message: pageFaults[fault.name].replace(/\$(\d)/g, (_, at) => fault.parts[Number(at) - 1] ?? ""),
  fault,
});
