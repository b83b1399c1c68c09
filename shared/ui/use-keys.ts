import { useEffect, useRef } from "react";

/** Does what a key stands for, where nobody is writing and no modifier is held; undefined: it stands for nothing now. */
export function useKeys(acts: Readonly<Record<string, (() => unknown) | undefined>>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const closed = new AbortController();
    const press = (event: KeyboardEvent) => {
      const { key, target, repeat, ctrlKey, metaKey, altKey } = event;
      if (event.defaultPrevented || repeat || ctrlKey || metaKey || altKey || isWriting(target)) return;
      const act = latest.current[key.toLowerCase()];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press, { signal: closed.signal });
    return () => closed.abort();
  }, []);
}

/** Whether keys pressed there are text. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest("input, textarea, select, [role=textbox]") !== null);
