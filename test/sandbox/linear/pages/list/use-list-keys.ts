import { useEffect } from "react";

export interface ListKeys {
  move: (by: 1 | -1) => void;
  open: () => void;
  select: () => void;
  peek: () => void;
  cycle: () => void;
  escape: () => void;
}

const actionOfKey: Record<string, (keys: ListKeys) => void> = {
  j: (keys) => keys.move(1),
  ArrowDown: (keys) => keys.move(1),
  k: (keys) => keys.move(-1),
  ArrowUp: (keys) => keys.move(-1),
  Enter: (keys) => keys.open(),
  x: (keys) => keys.select(),
  " ": (keys) => keys.peek(),
  Escape: (keys) => keys.escape(),
  // With Shift, as for the picker of cycles (reference 2.3).
  C: (keys) => keys.cycle(),
};

/** Linear's list keys, heard on the document wherever the focus is, except in text fields. */
export function useListKeys(keys: ListKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.matches("input, textarea, [contenteditable=true]")
      )
        return;
      const act = actionOfKey[event.key];
      if (!act) return;
      event.preventDefault();
      act(keys);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [keys]);
}
