const stopwords = new Set(
  "a about above after again all also am an and any are as at be because been before being below between both but by can cannot could did do does doing don't down each few for from further had has have having he her here hers him his how i if in into is it its it's just me more most my no nor not now of off on once only or other our out over own same she should so some such than that the their them then there these they this those through to too under until up very was we were what when where which while who whom why will with would you your".split(
    " ",
  ),
);
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=..)ies$/, "y"],
  [/(?<=(?:ss|sh|ch|x|z))es$/, ""],
  [/(?<=[^su]{1}..?)s$|(?<=[^su])s$/, ""],
  [/(?<=[aeiouy].*)ing$/, ""],
  [/(?<=[aeiouy].*)ed$/, ""],
  [/(?<=...)ly$/, ""],
  [/(?<=..[bdfgkmnprt])e$/, ""],
];

/** One term of a text: what is compared, and how it was written. */
export interface Term {
  stem: string;
  word: string;
}

/** The words that carry meaning, cut to a stem; writing without spaces gives pairs of characters. */
export function termsOf(text: string): Term[] {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap(splitCases).flatMap((word): Term[] => {
    const lower = word.toLowerCase();
    if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(lower)) return pairsOf(lower);
    const stem = stemOf(lower);
    return lower.length < 2 || stopwords.has(lower) || stopwords.has(stem) ? [] : [{ stem, word }];
  });
}

/** `camelCase` and `HTTPServer` are words too, beside the whole. */
function splitCases(word: string): string[] {
  const parts = word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}]+|\p{N}+/gu) ?? [];
  return parts.length > 1 && parts.join("") === word ? [word, ...parts] : [word];
}

function pairsOf(run: string): Term[] {
  const characters = [...run];
  if (characters.length === 1) return [{ stem: run, word: run }];
  return characters
    .slice(1)
    .map((it, at) => ({ stem: `${characters[at]}${it}`, word: `${characters[at]}${it}` }));
}

/** Light: plural, -ing, -ed, -ly and a last e; two words of one stem are near enough to be compared. */
export function stemOf(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  const cut = endings.reduce(
    (it, [ending, instead]) => (it.length > 3 ? it.replace(ending, instead) : it),
    word,
  );
  // "stopping" and "stop"
  return cut.replace(/([bdgmnprt])\1$/, "$1");
}
