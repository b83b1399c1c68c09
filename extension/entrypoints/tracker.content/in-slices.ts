/** How long the first slice may read, in ms, so that up to a thousand rows are laid out but once. */
const firstMs = 24;
/** The same for every later one; what it writes takes about twice as long again. */
const sliceMs = 12;
/** A screenful and more: done before the first paint however busy the machine is, so that nothing on screen moves. */
const leastFirst = 200;
/** So many items are written in one task: about 15 ms of work. */
const mostWritten = 500;
/** A page that takes so long to lay out what a slice wrote, in ms, is not asked to do it slice by slice. */
const longLayoutMs = 80;

/** Work on many items, of which each is read and what was found is then written. */
export interface Work<T, U> {
  /** Reads items from `at` on for as long as `mayGoOn`, but one at least; adds to `found` and gives where to go on. */
  read(items: readonly T[], at: number, found: U[], mayGoOn: () => boolean): number;
  /** All reading of a slice comes before all its writing, so that the page is laid out at most once. */
  write(found: readonly U[]): void;
  /** The order in which what the first slice left is to be done. */
  urgentFirst(rest: readonly T[]): readonly T[];
}

/**
 * Lets `work` begin with `items` at once and yields to the page whenever a slice has taken its time, so that thousands
 * of new rows never freeze it. The rest follows in tasks of their own until `signal` ends it: not in frames, where the
 * page's own layout would come on top.
 */
export function inSlices<T, U>(items: readonly T[], work: Work<T, U>, signal: AbortSignal): void {
  const inTime = timer(firstMs);
  const found: U[] = [];
  let done = 0;
  const at = work.read(items, 0, found, () => ++done < leastFirst || inTime());
  work.write(found);
  if (at >= items.length) return;
  // The page is laid out first, once for all that is new in it.
  requestAnimationFrame(() => inTasks(() => work.urgentFirst(items.slice(at)), work, signal, [], Infinity));
}

function inTasks<T, U>(
  rest: () => readonly T[],
  work: Work<T, U>,
  signal: AbortSignal,
  kept: U[],
  wroteAt: number,
): void {
  setTimeout(() => {
    if (signal.aborted) return;
    // Where one row's new width is a matter of all rows, as in a grid, the others are written before the next layout.
    const isSlow = kept.length > 0 || performance.now() - wroteAt > longLayoutMs;
    const items = rest();
    const at = work.read(items, 0, kept, timer(sliceMs));
    if (at === items.length) return writeAll(kept, work, signal);
    if (!isSlow) work.write(kept.splice(0));
    inTasks(() => items.slice(at), work, signal, kept, performance.now());
  });
}

/** Leaves the page free between its tasks, which yet all come before it is laid out. */
function writeAll<U>(kept: U[], work: Pick<Work<never, U>, "write">, signal: AbortSignal): void {
  work.write(kept.splice(0, mostWritten));
  if (kept.length > 0) beforeFrame(() => signal.aborted || writeAll(kept, work, signal));
}

declare const scheduler: { postTask(act: () => unknown, options: { priority: "user-blocking" }): unknown };
/** Chromium's, and Firefox's from version 142 on. */
const beforeFrame = (act: () => unknown): unknown =>
  "scheduler" in globalThis ? scheduler.postTask(act, { priority: "user-blocking" }) : setTimeout(act);

function timer(ms: number): () => boolean {
  const until = performance.now() + ms;
  return () => performance.now() < until;
}
