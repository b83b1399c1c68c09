import type { Page } from "playwright-core";

interface ShiftEntry extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

export interface LayoutShift {
  /** The browser's own score, summed over all shifts, with and without a person's input just before. */
  score: number;
  /** The elements that moved, described for a failing test's message. */
  moved: string[];
}

// Runs in the page before its own scripts; a symbol, so that no script of the page meets it.
export function installShiftRecorder(): void {
  const shifts: ShiftEntry[] = [];
  Reflect.set(globalThis, Symbol.for("layout shifts"), shifts);
  new PerformanceObserver((list) => {
    shifts.push(...(list.getEntries() as ShiftEntry[]));
  }).observe({ type: "layout-shift", buffered: true });
}

/** How far the page's content has been shifted since it was loaded; 0 is none. */
export function layoutShift(page: Page): Promise<LayoutShift> {
  return page.evaluate(async () => {
    // The observer hears of a frame's shifts after the frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    const shifts: ShiftEntry[] = Reflect.get(globalThis, Symbol.for("layout shifts"));
    return {
      score: shifts.reduce((sum, shift) => sum + shift.value, 0),
      moved: shifts.flatMap((shift) =>
        shift.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 120) : String(node?.textContent),
        ),
      ),
    };
  });
}
