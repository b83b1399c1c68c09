import { onAbort } from "./on-abort";

const started = "plumbline:started";
/** A symbol, because the page's elements can put any name on the global object. */
const running = Symbol.for("plumbline.lifetime");
/** What every run of this script in one page shares, until an update of the extension gives the next run another one. */
const world = globalThis as { [running]?: AbortController };

/**
 * Begins the one run of this script in this page, and ends that of an earlier version; undefined: one goes on already. Our own, because the context that
 * comes with WXT weighs 2 KB in every page and ends at an event that any page can send.
 */
export function beginLifetime(document: Document, isGone: () => boolean): AbortController | undefined {
  if (world[running]) return;
  document.dispatchEvent(new Event(started));
  const lifetime = new AbortController();
  world[running] = lifetime;
  // The browser keeps the global object as long as the page, and with it all that hangs on it.
  onAbort(lifetime.signal, () => delete world[running]);
  // From a later version, or from the page: it counts only where the extension behind this run is gone.
  document.addEventListener(started, () => isGone() && lifetime.abort(), { signal: lifetime.signal });
  return lifetime;
}

/** Of the run that goes on in this page, for what is put into it later; undefined: none does. */
export const runningSignal = (): AbortSignal | undefined => world[running]?.signal;
