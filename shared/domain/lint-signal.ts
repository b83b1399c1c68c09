import { type LintFinding, lintFinding } from "./lint-finding";
import { holdsAmount, readsAsEnglish } from "./plain-words";

const month =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const dates = [
  /\b\d{4}-\d{2}(?:-\d{2})?\b/,
  /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/,
  new RegExp(
    `\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\.? )?(?:${month})\\b\\.?(?! (?:be|have|not))(?: \\d{1,2}(?:st|nd|rd|th)?\\b)?(?:,? \\d{4})?`,
    "i",
  ),
  /\b(?:q[1-4]|h[12]|fy ?\d{2,4}|(?:week|kw|cw|sprint) ?\d{1,2}|20\d{2})\b/i,
  /\b(?:in|within|after|inside|over the next|the next|in the next) (?:the )?(?:next )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) ?(?:days?|weeks?|months?|quarters?|sprints?|releases?|years?)\b/i,
  /\b(?:by|until|till|before|end of|at the end of|from|during) (?:the )?(?:end of )?(?:the )?(?:next |this |coming )?(?:month|quarter|year|sprint|week|half|season|easter|christmas|new year|spring|summer|autumn|fall|winter|ramadan|black friday|launch|release|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i,
  /\b(?:next|this|coming) (?:month|quarter|year|sprint|week|half|season|spring|summer|autumn|fall|winter)\b/i,
];
const direction =
  /(?:→|->|=>|[<>≤≥↑↓]|[+−-]\d+ ?%|\d+ (?:of|in|out of) \d+|\b(?:before|after) \d)|\b(?:from .{1,40} to|up|down|rises?|rose|raised?|grows?|grown?|growth|increas\w+|climbs?|gains?|more|falls?|fell|drops?|dropped|reduc\w+|decreas\w+|shrinks?|lower\w*|fewer|less|halv\w+|half|doubl\w+|tripl\w+|cut|cuts|under|below|above|over|at least|at most|no more|not more|reach\w*|zero|none|no|without|better|faster|slower|quicker|happier|higher|worse|back to|stays?|remains?|max(?:imum)?|min(?:imum)?|improv\w+)\b/i;
const measure =
  /%|\b(?:rate|ratio|share|number|count|time|score|nps|csat|percent|percentage|median|average|p\d{2}|volume|revenue|conversion|churn|retention|more \w+ (?:use|buy|order|finish|complete|open|sign|book)|fewer|no more|none|zero|errors?|complaints?|contacts?|tickets?|calls?|rejects?|incidents?|cases?)\b|^no \w/i;

/** A signal that does not say what is measured, which way it moves, and by when. */
export function lintSignal(signal: string): LintFinding[] {
  const english = readsAsEnglish(signal);
  const date = dates.find((it) => it.test(signal));
  const rest = dates.reduce((text, it) => text.replace(new RegExp(it.source, `${it.flags}g`), " "), signal);
  const found: LintFinding[] = [];
  // Amounts count in every language, words only in the one that is known here.
  if (!english) return found;
  const tell = (rule: LintFinding["rule"], suggestion: LintFinding["suggestion"]) =>
    found.push(lintFinding("successSignal", rule, "warn", suggestion, signal));
  if (!holdsAmount(rest) && !measure.test(rest)) tell("signal-without-metric", "name-what-is-measured");
  if (!direction.test(rest)) tell("signal-without-direction", "say-up-or-down");
  if (date === undefined) tell("signal-without-date", "say-by-when");
  return found;
}
