import { onAbort } from "./on-abort";

/** A view draws itself within the first; what comes late is seen at the second. */
const looksMs = [3_000, 12_000];

export interface ViewWatch {
  /** The page shows another view. */
  enter(): void;
  /** Something was placed in it. */
  stir(): void;
}

/**
 * Calls `look` when a view is at rest: a while after it opened and after badges came, when the browser has nothing else
 * to do, and never while nothing happens.
 */
export function watchView(look: () => void, signal: AbortSignal): ViewWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onAbort(signal, () => clearTimeout(timer));
  function plan([ms, ...more]: readonly number[]): void {
    if (ms === undefined || signal.aborted) return;
    timer = setTimeout(() => {
      timer = undefined;
      requestIdleCallback(() => signal.aborted || look());
      plan(more);
    }, ms);
  }
  return {
    enter() {
      clearTimeout(timer);
      plan(looksMs);
    },
    stir() {
      if (timer === undefined) plan(looksMs.slice(0, 1));
    },
  };
}
