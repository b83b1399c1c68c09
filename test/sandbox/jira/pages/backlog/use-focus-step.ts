import { type RefObject, useEffect, useRef } from "react";
import { heights, type PlacedRow } from "./placement";

/** Moves the focus up and down a recycled list: scrolls first, focuses once the row is in the document. */
export function useFocusStep(scroller: RefObject<HTMLElement | null>, rows: readonly PlacedRow[]) {
  const wanted = useRef<number | null>(null);

  useEffect(() => {
    if (wanted.current === null) return;
    const target = scroller.current?.querySelector<HTMLElement>(`[data-row-index="${wanted.current}"]`);
    if (!target) return;
    wanted.current = null;
    target.focus({ preventScroll: true });
  });

  return (rowIndex: number, step: number) => {
    const row = rows[rowIndex + step];
    const element = scroller.current;
    if (!row || !element) return;
    const mounted = element.querySelector<HTMLElement>(`[data-row-index="${row.index}"]`);
    if (mounted) mounted.focus({ preventScroll: true });
    else wanted.current = row.index;
    if (row.top < element.scrollTop) element.scrollTop = row.top;
    const bottom = row.top + heights.row;
    if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
  };
}
