import { useSyncExternalStore } from "react";

/** Where a click on a row or card opens its issue: a choice that the person makes in the view settings. */
export const issueOpenings = ["page", "dialog", "sidebar"] as const;
export type IssueOpening = (typeof issueOpenings)[number];

const storageKey = "sandbox.issueOpening";
const listeners = new Set<() => void>();

/** The choice kept in this browser; full pages until one is made. */
export const issueOpening = (storage: Storage = localStorage): IssueOpening =>
  issueOpenings.find((it) => it === storage.getItem(storageKey)) ?? "page";

export function setIssueOpening(opening: IssueOpening, storage: Storage = localStorage): void {
  storage.setItem(storageKey, opening);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useIssueOpening = (): IssueOpening => useSyncExternalStore(subscribe, () => issueOpening());
