import { type LintFinding, lintFinding } from "./lint-finding";
import { holdsAmount, plainWords, readsAsEnglish } from "./plain-words";

const link = /\bhttps?:\/\/\S+|\bwww\.\S+|\b[A-Z][A-Z0-9]+-\d+\b/;
const quote = /[“”„"«»「」]|(?:^|\s)['‘][^'’]{4,}['’]/;
/** Something that can be looked up, though no address is given. */
const source =
  /\b(?:report|dashboard|recordings?|screenshots?|survey|interviews?|call with|letter|logs?|export|minutes of|transcripts?|analytics|study|usability test|funnel|audit|incident)\b/i;

/** No link, no number and no quote in any of the items. */
export function lintEvidence(evidence: readonly string[]): LintFinding[] {
  if (
    evidence.length > 0 &&
    evidence.every((it) => /^(?:none|nothing|no evidence|no)[.!]?$/i.test(it.trim()))
  )
    return [lintFinding("evidence", "no-evidence", "block", "add-number-link-or-quote", evidence[0])];
  const written = evidence.filter((it) => plainWords(it).length > 0);
  if (written.length === 0 || written.some((it) => !readsAsEnglish(it))) return [];
  if (written.some((it) => link.test(it) || holdsAmount(it) || quote.test(it) || source.test(it))) return [];
  return [lintFinding("evidence", "no-evidence", "warn", "add-number-link-or-quote", written[0])];
}
