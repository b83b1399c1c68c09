import { fillIn } from "../../../shared/ui/fill-in";
import type { Translate } from "../../../shared/ui/translate";

/** What is still to be said once the extension behind the page is gone, when the browser gives no sentence any more. */
const lasting = [
  "unknown",
  "badgeUnknown",
  "unknown_stale_tab",
  "unknown_stale_tab_fix",
  "cardUnknown",
  "chip",
  "chipOn",
  "chipOff",
];
const marks = ["$1", "$2", "$3", "$4"];

/** Looks sentences up once and fills in their placeholders itself, so that the `lasting` ones outlive the extension. */
export function createLastingTranslate(getMessage: (name: string, parts: string[]) => string): Translate {
  const sentences = new Map(lasting.map((name) => [name, getMessage(name, marks)]));
  return (name, ...parts) => {
    const sentence = sentences.get(name) ?? getMessage(name, marks);
    sentences.set(name, sentence);
    return fillIn(sentence, parts);
  };
}
