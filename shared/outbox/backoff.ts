const firstMs = 1_000;
const longestMs = 300_000;

/** How long to wait after the `attempts`th failure: twice as long each time, up to five minutes, with `random` (0 to 1) spreading it. */
export const backoffMs = (attempts: number, random: number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.min(attempts - 1, 20)) * (0.5 + random / 2);
