import { useEffect } from "react";

/** How many rows before the end of what was read the next page is asked for. */
const ahead = 10;

/** Calls `onEnd` once for each length at which a list has scrolled to the end of what it has. */
export function useEnd(lastIndex: number, length: number, onEnd: () => void): void {
  const near = length > 0 && lastIndex >= length - ahead;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function is no reason to ask again
  useEffect(() => {
    if (near) onEnd();
  }, [near, length]);
}
