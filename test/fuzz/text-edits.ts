import fc from "fast-check";
import { evilTexts } from "./evil-texts";

const operations = [
  "drop",
  "duplicate",
  "swap",
  "insert",
  "cut",
  "join",
  "repeat",
  "shout",
  "replace",
  "indent",
] as const;

export interface TextEdit {
  operation: (typeof operations)[number];
  at: number;
  with: number;
}

/** What hasty hands and broken tools do to a text, line by line. */
export const textEdits: fc.Arbitrary<TextEdit[]> = fc.array(
  fc.record({ operation: fc.constantFrom(...operations), at: fc.nat(100_000), with: fc.nat(100_000) }),
  { minLength: 1, maxLength: 6 },
);

/** The text after these edits. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce(editedOnce, text);
}

function editedOnce(text: string, { operation, at, with: other }: TextEdit): string {
  const lines = text.split("\n");
  const here = at % lines.length;
  const there = other % lines.length;
  const [line = "", second = ""] = [lines[here], lines[there]];
  const column = other % (line.length + 1);
  const evil = evilTexts[other % evilTexts.length] ?? "";
  switch (operation) {
    case "drop":
      lines.splice(here, 1);
      break;
    case "duplicate":
      lines.splice(there, 0, line);
      break;
    case "swap":
      lines.splice(here, 1, second);
      lines.splice(there, 1, line);
      break;
    case "insert":
      lines.splice(here, 1, line.slice(0, column) + evil + line.slice(column));
      break;
    case "cut":
      lines.splice(here, 1, line.slice(0, column));
      break;
    case "join":
      lines.splice(here, 2, `${line}${lines[here + 1] ?? ""}`);
      break;
    case "repeat":
      lines.splice(here, 0, ...Array(other % 100).fill(line));
      break;
    case "shout":
      lines.splice(here, 1, other % 2 === 0 ? line.toUpperCase() : line.toLowerCase());
      break;
    case "replace":
      lines.splice(here, 1, evil);
      break;
    case "indent":
      lines.splice(here, 1, `${" ".repeat(other % 9)}${line}${" ".repeat(other % 7)}`);
      break;
  }
  return lines.join(other % 11 === 0 ? "\r\n" : "\n");
}
