import type { Suggestion } from "../../shared/domain/suggest-bets";

/** How often the right bet came first, and among the first three. */
export interface HitRate {
  asked: number;
  first: number;
  firstThree: number;
}

/** Counts over questions, each with what was suggested and what was right. */
export function hitRate(answers: readonly { suggested: readonly Suggestion[]; right: string }[]): HitRate {
  const within = (limit: number) =>
    answers.filter(({ suggested, right }) => suggested.slice(0, limit).some(({ betId }) => betId === right))
      .length;
  const share = (hits: number) => (answers.length === 0 ? 0 : hits / answers.length);
  return { asked: answers.length, first: share(within(1)), firstThree: share(within(3)) };
}
