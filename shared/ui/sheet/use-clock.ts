import { useEffect, useRef } from "react";

/** Calls `tick` once a second while the page can be seen, and not at all once it is left. */
export function useClock(tick: () => void): void {
  const latest = useRef(tick);
  useEffect(() => {
    latest.current = tick;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) latest.current();
    }, 1000);
    return () => clearInterval(timer);
  }, []);
}
