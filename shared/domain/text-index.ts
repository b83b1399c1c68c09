import { type Term, termsOf } from "./text-terms";

/** A text to be found: several parts, each counted as often as it weighs. */
export type WeighedText = readonly { text: string; weight: number }[];

/** How near a text is to a query, and the query's words that made it so, the weightiest first. */
export interface Nearness {
  score: number;
  words: string[];
}

const saturation = 1.2;
const lengthShare = 0.75;

/** Okapi BM25 over weighed texts: rare words count more, repeated ones less and less, long texts have no advantage. */
export class TextIndex<Id> {
  private readonly postings = new Map<string, { at: number; count: number }[]>();
  private readonly lengths: number[] = [];
  private readonly averageLength: number;

  constructor(private readonly texts: readonly { id: Id; text: WeighedText }[]) {
    for (const [at, { text }] of texts.entries()) {
      const counts = countTerms(text);
      for (const [stem, count] of counts) {
        const list = this.postings.get(stem) ?? [];
        list.push({ at, count });
        this.postings.set(stem, list);
      }
      this.lengths.push([...counts.values()].reduce((sum, it) => sum + it, 0));
    }
    this.averageLength = this.lengths.reduce((sum, it) => sum + it, 0) / Math.max(1, texts.length) || 1;
  }

  /** Every text that shares a word with the query. */
  near(query: WeighedText): Map<Id, Nearness> {
    const words = new Map<string, { word: string; weight: number }>();
    for (const { term, weight } of weighed(query)) {
      const known = words.get(term.stem);
      words.set(term.stem, { word: known?.word ?? term.word, weight: (known?.weight ?? 0) + weight });
    }
    const found = new Map<number, { word: string; part: number }[]>();
    for (const [stem, { word, weight }] of words) {
      const list = this.postings.get(stem) ?? [];
      const rarity = Math.log(1 + (this.texts.length - list.length + 0.5) / (list.length + 0.5));
      for (const { at, count } of list) {
        const length = (this.lengths[at] ?? 0) / this.averageLength;
        const often =
          (count * (saturation + 1)) / (count + saturation * (1 - lengthShare + lengthShare * length));
        // A word that the query repeats says little more than one that it says once.
        const part = rarity * often * Math.min(weight, 2);
        found.set(at, [...(found.get(at) ?? []), { word, part }]);
      }
    }
    const near = new Map<Id, Nearness>();
    for (const [at, parts] of found) {
      const text = this.texts[at];
      if (text === undefined) continue;
      parts.sort((a, b) => b.part - a.part);
      near.set(text.id, {
        score: parts.reduce((sum, it) => sum + it.part, 0),
        words: parts.map(({ word }) => word),
      });
    }
    return near;
  }
}

const weighed = (text: WeighedText): { term: Term; weight: number }[] =>
  text.flatMap((part) => termsOf(part.text).map((term) => ({ term, weight: part.weight })));

function countTerms(text: WeighedText): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term, weight } of weighed(text)) counts.set(term.stem, (counts.get(term.stem) ?? 0) + weight);
  return counts;
}
