import { type MouseEvent, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

/** Moves to a path without loading a page. */
export function navigate(path: string): void {
  if (path === location.pathname + location.search) return;
  history.pushState(null, "", path);
  for (const listener of listeners) listener();
}

/** Changes the address in place, without a step back to what it was. */
export function replacePath(path: string): void {
  history.replaceState(null, "", path);
  for (const listener of listeners) listener();
}

/** One parameter of the current address, following it; empty where it is not given. */
export function useParameter(name: string): string {
  return useSyncExternalStore(subscribe, () => new URLSearchParams(location.search).get(name) ?? "");
}

/** The current path, following `navigate`, back and forward. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** A click handler for links: plain clicks stay in the page, clicks with a modifier are the browser's. */
export function followInPage(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  navigate(event.currentTarget.getAttribute("href") ?? "/");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}
