import { useSyncExternalStore } from "react";

let revision = 0;
const listeners = new Set<() => void>();

/** Makes every view on screen read its data again. */
export function refresh(): void {
  revision += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A number that grows whenever data has to be read again. */
export const useRevision = (): number => useSyncExternalStore(subscribe, () => revision);

/** Refreshes when the window gets the focus and when something dispatches `sandbox:refresh`. */
export function refreshOnFocus(signal: AbortSignal, target: Window = window): void {
  target.addEventListener("focus", refresh, { signal });
  target.addEventListener("sandbox:refresh", refresh, { signal });
}
