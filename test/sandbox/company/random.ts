/** Numbers in [0, 1), the same ones for the same seed. */
export type Random = () => number;

/** The mulberry32 generator (Tommy Ettinger, public domain): small, fast, good enough to sow a backlog. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of `choices`, each as likely as its weight; throws on an empty list. */
export function pickWeighted<T>(choices: readonly (readonly [T, number])[], random: Random): T {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new RangeError("Nothing to pick from");
  return last[0];
}

/** One of `choices`, all equally likely; throws on an empty list. */
export function pick<T>(choices: readonly T[], random: Random): T {
  return pickWeighted(
    choices.map((choice) => [choice, 1] as const),
    random,
  );
}

/** The same items in another order (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  const shuffled: T[] = [];
  while (left.length > 0) shuffled.push(...left.splice(Math.floor(random() * left.length), 1));
  return shuffled;
}
