import { browser } from "wxt/browser";

/** Tells of every change of one key of `storage.local`, from whichever context, until `signal` ends it. */
export function watchLocal(
  key: string,
  act: (after: unknown, before: unknown) => void,
  signal: AbortSignal,
): void {
  const { onChanged } = browser.storage.local;
  const listener = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>) => {
    const change = changes[key];
    if (change !== undefined) act(change.newValue, change.oldValue);
  };
  onChanged.addListener(listener);
  // Where the extension is gone, the browser has removed the listener, and asking it to throws.
  const stop = () => browser.runtime?.id !== undefined && onChanged.removeListener(listener);
  signal.addEventListener("abort", stop, { once: true });
}

/** What stands under one key of `storage.local`; undefined: nothing. */
export const readLocal = async (key: string): Promise<unknown> => (await browser.storage.local.get(key))[key];
