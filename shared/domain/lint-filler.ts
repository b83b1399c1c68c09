import { type LintField, type LintFinding, lintFinding } from "./lint-finding";
import { plainWords } from "./plain-words";

const stopgaps = new Set([
  ...[
    "tbd",
    "tba",
    "tbc",
    "todo",
    "to do",
    "to be defined",
    "to be determined",
    "to be done",
    "to be added",
    "to be filled",
    "fill in later",
  ],
  ...[
    "n/a",
    "na",
    "not applicable",
    "idk",
    "dunno",
    "later",
    "coming soon",
    "wip",
    "placeholder",
    "dummy",
    "sample text",
  ],
  ...[
    "test",
    "testing",
    "test test",
    "foo",
    "foobar",
    "hello world",
    "abc",
    "blah",
    "bla",
    "something",
    "whatever",
  ],
  ...[
    "see above",
    "see below",
    "see ticket",
    "see title",
    "see summary",
    "see description",
    "as above",
    "same as above",
    "ditto",
    "as discussed",
    "see jira",
    "see slack",
  ],
]);
/** The form's sentence has a dozen words around its blanks; longer texts with blanks are drawings and stack traces. */
const longestTemplate = 12;
const rows = ["qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "1234567890"];
const longestRow = 10;
const runs = [...rows, ...rows.map((it) => [...it].reverse().join(""))];

/** What stands for a text that was never written. Only a part that holds nothing else is certain. */
export function lintFiller(field: LintField, text: string): LintFinding[] {
  if (isFiller(text)) return [lintFinding(field, "filler", "block", "write-it", text)];
  const [mark] = /^(?:tbd|tba|tbc|todo)\b/i.exec(text.trim()) ?? [];
  return mark === undefined ? [] : [lintFinding(field, "filler", "warn", "write-it", mark)];
}

/** Whether nothing in the text says anything. */
export function isFiller(text: string): boolean {
  const words = plainWords(text);
  if (words.length === 0) return !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
  if (/^["“']?lorem ipsum dolor\b/i.test(text)) return true;
  if (words.length <= longestTemplate && blanksOutsideQuotes(text) >= 2) return true;
  const plain = words.join(" ");
  return stopgaps.has(plain) || words.every((it) => isMash(it) || /^bla+h*$/.test(it));
}

const blanksOutsideQuotes = (text: string): number =>
  text.replace(/[“"«„][^”"»“]*[”"»“]/g, "").match(/(?<![\p{L}\p{N}_])_{3,}(?![\p{L}\p{N}_])/gu)?.length ?? 0;

/** Letters as a hand leaves them on the keys: one letter again and again, neighbours in a row, no vowel at all. */
function isMash(word: string): boolean {
  if (!/^[a-z]+$/.test(word)) return false;
  if (/^(.)\1+$/.test(word)) return /^x+$/.test(word) || word.length > 2;
  if (word.length < 3) return false;
  if (word.length >= 5 && !/[aeiouy]/.test(word)) return true;
  return coveredByRuns(word) * 4 >= word.length * 3;
}

/** How many letters of the word belong to runs of at least three neighbouring keys. */
function coveredByRuns(word: string): number {
  let covered = 0;
  for (let at = 0; at < word.length; ) {
    let length = Math.min(word.length - at, longestRow);
    while (length >= 3 && !runs.some((it) => it.includes(word.slice(at, at + length)))) length -= 1;
    covered += length >= 3 ? length : 0;
    at += length >= 3 ? length : 1;
  }
  return covered;
}
