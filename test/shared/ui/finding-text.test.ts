// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readSheet } from "../../../shared/domain/markdown";
import { findingText } from "../../../shared/ui/finding-text";
import type { Translate } from "../../../shared/ui/translate";
import { t as english } from "./render";

const catalog = JSON.parse(readFileSync("extension/public/_locales/de/messages.json", "utf8"));
const german: Translate = (name, ...parts) =>
  catalog[name].message.replace(/\$(\d)/g, (_: string, at: string) => parts[Number(at) - 1] ?? "");

it.each([
  [
    "## Signals\n\n* up and away",
    'Line 3: Write a signal as "proxy: **name** up from 1 to 2, in unit".',
    "Zeile 3: Schreibe ein Signal",
  ],
  [
    "## Aim\n\n## Aim",
    'Line 3: The section "Aim" stands here twice.',
    'Zeile 3: Der Abschnitt "Aim" steht hier zweimal.',
  ],
  [
    "## Stage gate\n\nRule: go",
    'Line 1: "Date" and "Rule" belong together.',
    'Zeile 1: "Date" und "Rule" gehören zusammen.',
  ],
])("what is wrong with a page is said in the reader's language: %j", (page, inEnglish, inGerman) => {
  const reading = readSheet(page);
  const [finding] = reading.kind === "unreadable" ? reading.findings : [];
  if (finding === undefined) throw new Error("nothing is wrong with the page");
  expect(findingText(english, finding)).toBe(inEnglish);
  expect(findingText(german, finding)).toContain(inGerman);
  // A host of its own words is shown as it speaks.
  expect(findingText(german, { line: 2, message: "policy: no" })).toContain("policy: no");
});
