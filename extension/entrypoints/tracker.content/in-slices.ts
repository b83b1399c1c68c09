/** How long a slice may read, in ms; what it writes takes about as long again. */
const sliceMs = 24;
/** A screenful and more: done before the first paint however busy the machine is, so that nothing on screen moves. */
const leastFirst = 200;

/** Works through `items` from `at` on for as long as `mayGoOn`, but does one at least; gives where to go on. */
export type Work<T> = (items: readonly T[], at: number, mayGoOn: () => boolean) => number;

/**
 * Lets `work` begin with `items` at once and yields to the page whenever a slice has taken its time, so that thousands
 * of new rows never freeze it. The rest follows in tasks of their own until `signal` ends it, in the order that
 * `urgentFirst` gives it: not in frames, where the page's own layout would come on top.
 */
export function inSlices<T>(
  items: readonly T[],
  work: Work<T>,
  urgentFirst: (rest: readonly T[]) => readonly T[],
  signal: AbortSignal,
): void {
  const inTime = timer();
  let done = 0;
  const at = work(items, 0, () => ++done < leastFirst || inTime());
  if (at >= items.length) return;
  // The page is laid out first, once for all that is new in it.
  requestAnimationFrame(() => inTasks(() => urgentFirst(items.slice(at)), work, signal));
}

function inTasks<T>(rest: () => readonly T[], work: Work<T>, signal: AbortSignal): void {
  setTimeout(() => {
    if (signal.aborted) return;
    const items = rest();
    const at = work(items, 0, timer());
    if (at < items.length) inTasks(() => items.slice(at), work, signal);
  });
}

function timer(): () => boolean {
  const until = performance.now() + sliceMs;
  return () => performance.now() < until;
}
