import type { PageNote } from "../../messaging/gate-protocol";

/** Long enough after the start of a page that it has what it needs, and we are in nobody's way. */
const firstLookMs = 3_000;
const lookMs = 60_000;

/** Tells when a page is looked at: when it gets the focus, and now and then while it is in sight. Ends with the extension. */
export function watchPage(
  window: Window & typeof globalThis,
  tell: (what: PageNote) => Promise<unknown>,
  isGone: () => boolean,
): void {
  const over = new AbortController();
  const { signal } = over;
  const note = (what: PageNote) => {
    if (isGone()) return over.abort();
    // A worker that does not answer hears of the next time.
    if (window.document.visibilityState === "visible") tell(what).catch(() => undefined);
  };
  const first = setTimeout(note, firstLookMs, "focus");
  const timer = setInterval(note, lookMs, "visible");
  window.addEventListener("focus", () => note("focus"), { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(first);
    clearInterval(timer);
  });
}
