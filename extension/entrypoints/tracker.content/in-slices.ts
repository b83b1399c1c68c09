/** So long a task may read before it writes, in ms. */
const readMs = 12;
/** So long a task may write, in ms: no less, since some browsers lay the page out after each. */
const writeMs = 24;
/** A screenful and more: done before the first paint however busy the machine is, so that nothing on screen moves. */
const leastFirst = 200;
/** So many are read at once, or as many as go into so many ms, so that they are laid out but once; of more that screenful alone. */
const mostAtOnce = 1_000;
const atOnceMs = 24;
/** A page that takes so long to lay out what a slice wrote, in ms, is asked to do it as rarely as can be: once all is read. */
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
  /** Read and not yet written. */
  const found: U[] = [];
  const inTime = timer(items.length > mostAtOnce ? 0 : atOnceMs);
  let done = 0;
  const at = work.read(items, 0, found, () => ++done < leastFirst || inTime());
  inTasks(found, work.write, signal, () => {
    // The page is laid out first, once for all that is new in it.
    if (at in items)
      requestAnimationFrame((framedAt) =>
        setTimeout(() => goOn(work.urgentFirst(items.slice(at)), framedAt)),
      );
  });

  function goOn(due: readonly T[], wroteAt: number): void {
    setTimeout(() => {
      const isSlow = found.length > 0 || performance.now() - wroteAt > longLayoutMs;
      const at = work.read(due, 0, found, timer(readMs));
      const then = () => at in due && goOn(due.slice(at), performance.now());
      if (isSlow && at in due) then();
      else inTasks(found, work.write, signal, then);
    });
  }
}

/** Writes all that is left in short tasks, the first of them at once, and then goes on, until `signal` ends it. */
export function inTasks<T>(
  left: T[],
  write: (some: readonly T[]) => void,
  signal: AbortSignal,
  then?: () => unknown,
): void {
  if (signal.aborted) return;
  const inTime = timer(writeMs);
  do write(left.splice(0, leastFirst));
  while (left.length > 0 && inTime());
  if (left.length > 0) beforeFrame(() => inTasks(left, write, signal, then));
  else then?.();
}

declare const scheduler: { postTask(act: () => unknown, options: { priority: "user-blocking" }): unknown };
/** Chromium's, and Firefox's from version 142 on. */
const beforeFrame = (act: () => unknown): unknown =>
  "scheduler" in globalThis ? scheduler.postTask(act, { priority: "user-blocking" }) : setTimeout(act);

function timer(ms: number): () => boolean {
  const until = performance.now() + ms;
  return () => performance.now() < until;
}
