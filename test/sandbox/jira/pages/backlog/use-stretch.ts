import { type RefObject, useLayoutEffect, useState } from "react";
import { heights } from "./placement";

/** What of a scrolled list has to be in the document, in CSS px from its top. */
export interface Stretch {
  from: number;
  to: number;
  /** As many rows as can touch it at once: each gets an element of its own, which is then recycled. */
  slots: number;
}

const beyond = 4 * heights.row;

/** Follows a scroller: what it shows and a few rows beyond, in steps of one row. */
export function useStretch(scroller: RefObject<HTMLElement | null>): Stretch {
  const [stretch, setStretch] = useState<Stretch>({ from: 0, to: 0, slots: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const controller = new AbortController();
    const read = () => {
      const step = Math.floor(element.scrollTop / heights.row) * heights.row;
      const from = Math.max(0, step - beyond);
      const to = step + element.clientHeight + heights.row + beyond;
      const slots = Math.ceil((element.clientHeight + 2 * beyond) / heights.row) + 2;
      setStretch((before) => (before.from === from && before.to === to ? before : { from, to, slots }));
    };
    read();
    element.addEventListener("scroll", read, { passive: true, signal: controller.signal });
    const sizes = new ResizeObserver(read);
    sizes.observe(element);
    return () => {
      controller.abort();
      sizes.disconnect();
    };
  }, [scroller]);
  return stretch;
}
