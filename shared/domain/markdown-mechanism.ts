import { escapeInline, unescapeText } from "./markdown-text";
import { mechanismSentence } from "./mechanism-sentence";
import { type PageFault, pageFault } from "./page-fault";
import { err, ok, type Result } from "./result";
import type { Mechanism } from "./sheet";

const bold = String.raw`\*\*((?:\\.|[^\\*])+)\*\*`;
const boldSentence = new RegExp(
  String.raw`^we believe(?: that)? ${bold} will move ${bold} because ${bold} ?\.?$`,
  "i",
);

/** The mechanism's sentence with its three parts in bold. */
export const writeMechanism = ({ lever, metric, reason }: Mechanism): string =>
  mechanismSentence({
    lever: `**${escapeInline(lever)}**`,
    metric: `**${escapeInline(metric)}**`,
    reason: `**${escapeInline(reason)}**`,
  });

/** Reads the sentence, with its parts in bold or, where the words leave no doubt, without. */
export function readMechanism(lines: readonly string[]): Result<Mechanism | null, PageFault> {
  const source = lines.join(" ").replace(/\s+/g, " ").trim();
  if (source === "") return ok(null);
  const [, ...parts] = boldSentence.exec(source) ?? splitPlain(source.replace(/(?<!\\)\*\*/g, ""));
  const [lever, metric, reason] = parts.map((it) => unescapeText([it]));
  if (!lever || !metric || !reason) {
    return err(pageFault("mechanism"));
  }
  return ok({ lever, metric, reason });
}

/** Cut at the first "will move" and the first "because" after it, which one pass finds. */
function splitPlain(sentence: string): string[] {
  const [opening = ""] = /^we believe (?:that )?/i.exec(sentence) ?? [];
  const move = sentence.search(/ will move /i);
  if (opening === "" || move < opening.length) return [];
  const rest = sentence.slice(move + " will move ".length);
  const because = rest.search(/ because /i);
  if (because < 0) return [];
  const reason = rest.slice(because + " because ".length);
  return [sentence, sentence.slice(opening.length, move), rest.slice(0, because), reason];
}
