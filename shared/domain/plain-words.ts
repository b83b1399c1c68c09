/** The words of a text in lower case, digits and signs like % and € among them, without punctuation. */
export const plainWords = (text: string): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[\p{L}\p{N}%€$£]+(?:['.,/-][\p{L}\p{N}]+)*/gu) ?? [];

const functionWords = new Set(
  "a an the of to and or in is are was were be for we they it our their by from with on at not no have has do does this that when so who which until than more".split(
    " ",
  ),
);

/**
 * Whether rules about English words may judge `text`. Only text that shows no letter beyond ASCII and, from five words on, some
 * small English word; everything else is another language or a list of names, on which such rules are silent.
 */
export function readsAsEnglish(text: string): boolean {
  const words = plainWords(text);
  if (words.some((it) => /[^\p{ASCII}€£’]/u.test(it)))
    return words.filter((it) => functionWords.has(it)).length * 5 > words.length;
  return words.length < 5 || words.some((it) => functionWords.has(it));
}

const numberWords =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundreds?|thousands?|millions?|dozens?|half|halve[sd]?|third|quarter of|quarters of|twice|doubled?|zero)\b/i;

/** Whether an amount stands in the text, in digits of any script or in English words. */
export const holdsAmount = (text: string): boolean => /\p{N}/u.test(text) || numberWords.test(text);
