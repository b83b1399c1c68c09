import { useEffect, useRef } from "react";
import { isWriting } from "../use-keys";

export interface TriageActs {
  link: () => unknown;
  /** Chooses the lane at that place. */
  lane: (at: number) => unknown;
  defer: () => unknown;
  skip: () => unknown;
  undo: () => unknown;
  chooseLane: (on: boolean) => unknown;
}

/** Keys 1 to 4 and u, where nobody is writing. While the lanes are open, 1 to 4 choose one and Escape leaves them. */
export function useTriageKeys(now: TriageActs & { choosesLane: boolean; isOpen: boolean }): void {
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  useEffect(() => {
    const closed = new AbortController();
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target)) return;
      const run = actOf(event.key, latest.current);
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press, { signal: closed.signal });
    return () => closed.abort();
  }, []);
}

function actOf(
  key: string,
  now: TriageActs & { choosesLane: boolean; isOpen: boolean },
): (() => unknown) | undefined {
  if (key === "u") return now.undo;
  if (!now.isOpen) return undefined;
  if (now.choosesLane) {
    if (key === "Escape") return () => now.chooseLane(false);
    return /^[1-4]$/.test(key) ? () => now.lane(Number(key) - 1) : undefined;
  }
  return { "1": () => now.link(), "2": () => now.chooseLane(true), "3": now.defer, "4": now.skip }[key];
}
