import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}

/** The path that the page shows now; follows `navigate`, back and forward. */
export const usePathname = (): string => useSyncExternalStore(subscribe, () => location.pathname);

/** The query of that address, with its question mark; empty where it has none. */
export const useQuery = (): string => useSyncExternalStore(subscribe, () => location.search);

/** Shows another address of this site without loading the page anew; `replace` leaves no step to go back to. */
export function navigate(href: string, { replace = false } = {}): void {
  if (href === location.pathname + location.search) return;
  if (replace) history.replaceState(null, "", href);
  else history.pushState(null, "", href);
  for (const listener of listeners) listener();
}
