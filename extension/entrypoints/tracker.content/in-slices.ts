const sliceMs = 10;
/** Each slice makes the page lay itself out once more, so it is large; the first one is a screenful and more. */
const checkEvery = 250;

/**
 * Hands `items` to `work` in order, the first ones at once, and yields to the page whenever a slice has taken
 * its time, so that thousands of new rows never freeze it. The rest follows frame by frame until `signal` ends.
 */
export function inSlices<T>(
  items: readonly T[],
  work: (slice: readonly T[]) => void,
  signal: AbortSignal,
): void {
  const startedAt = performance.now();
  let next = 0;
  while (next < items.length && (next === 0 || performance.now() - startedAt < sliceMs)) {
    work(items.slice(next, next + checkEvery));
    next += checkEvery;
  }
  if (next >= items.length) return;
  const rest = items.slice(next);
  requestAnimationFrame(() => {
    if (!signal.aborted) inSlices(rest, work, signal);
  });
}
