import type { ReadingFinding } from "../domain/result";
import type { Translate } from "./translate";
import { wordOf } from "./word-of";

/** What is wrong with a page, and in which line. */
export const findingText = (t: Translate, { line, message, fault }: ReadingFinding): string =>
  t("sheetDesk_pageLine", String(line), fault === undefined ? message : faultText(t, fault));

function faultText(t: Translate, { name, parts }: NonNullable<ReadingFinding["fault"]>): string {
  const [first, second] = parts;
  if (first === undefined) return t(`pageFault_${wordOf(name)}`);
  if (second === undefined) return t(`pageFaultOf_${wordOf(name)}`, first);
  return t(`pageFaultOfTwo_${wordOf(name)}`, first, second);
}
