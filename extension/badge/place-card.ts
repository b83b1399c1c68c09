import { clamp } from "./clamp";

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const gap = 6;
const margin = 8;
/** Less than this shows nothing of use: on a screen so low the card may lie over its badge. */
const leastHeight = 160;

/**
 * Where a card of this size stands beside `anchor`, in CSS px of the viewport: below it, else above, and always
 * whole on the screen as far as the screen is large enough.
 */
export function placeCard(
  anchor: Box,
  card: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - card.height;
  const top = below + card.height <= view.height - margin || above < margin ? below : above;
  return {
    left: clamp(anchor.left, margin, view.width - margin - card.width),
    top: clamp(top, margin, view.height - margin - card.height),
  };
}

/** The height that a card may have, in CSS px, to stand wholly above or below `anchor` and never over it. */
export function mostHeight(anchor: Box, view: { height: number }): number {
  const below = view.height - margin - (anchor.top + anchor.height + gap);
  const above = anchor.top - gap - margin;
  return clamp(Math.max(below, above), leastHeight, view.height - 2 * margin);
}
