/** A drag that says nothing for so long is over, or never was one. A hand may hold a card still for a while. */
const silentMs = 20_000;
const [besidePx, belowPx] = [18, 22];

/**
 * Shows an element beside the pointer while something is dragged, natively or by pointer, and takes it away once that ends. It only
 * listens. `signal` ends it at once.
 */
export function showWhileDragged(
  document: Document,
  element: HTMLElement,
  into: Element,
  signal: AbortSignal,
  onOver: () => void,
): void {
  const over = new AbortController();
  const until = AbortSignal.any([signal, over.signal]);
  let silence = setTimeout(end, silentMs);
  const on = { capture: true, passive: true, signal: until };
  function end(): void {
    clearTimeout(silence);
    over.abort();
    element.remove();
    onOver();
  }
  function follow({ clientX, clientY, buttons, type }: MouseEvent): void {
    if (type === "pointermove" && (buttons & 1) === 0) {
      end();
      return;
    }
    clearTimeout(silence);
    silence = setTimeout(end, silentMs);
    element.style.transform = `translate(${clientX + besidePx}px, ${clientY + belowPx}px)`;
    if (!element.isConnected) into.append(element);
  }
  for (const name of ["dragover", "pointermove"] as const) document.addEventListener(name, follow, on);
  for (const name of ["dragend", "drop", "pointerup"] as const) document.addEventListener(name, end, on);
  signal.addEventListener("abort", end, { once: true });
}
