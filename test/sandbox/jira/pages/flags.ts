import { useSyncExternalStore } from "react";

/** A message in the page's lower left corner. */
export interface Flag {
  id: number;
  tone: "error" | "info";
  title: string;
  detail: string;
}

let flags: readonly Flag[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Flag[]): void {
  flags = next;
  for (const listener of listeners) listener();
}

/** Shows a message; gives its number, to dismiss it by. */
export function showFlag(flag: Omit<Flag, "id">): number {
  lastId += 1;
  set([...flags, { ...flag, id: lastId }]);
  return lastId;
}

export const dismissFlag = (id: number): void => set(flags.filter((flag) => flag.id !== id));

export const useFlags = (): readonly Flag[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => flags,
  );

/** Says plainly that a control is there for its looks only. */
export const notInSandbox = (what: string): void =>
  void showFlag({ tone: "info", title: what, detail: "This part of Jira is not in the sandbox." });
