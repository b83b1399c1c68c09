import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostHeight, placeCard } from "../../../extension/badge/place-card";

const view = { width: 1000, height: 800 };
const card = { width: 360, height: 300 };
const at = (left: number, top: number) => ({ left, top, width: 100, height: 20 });

describe("where the card stands", () => {
  it.each([
    ["below its badge", at(200, 100), { left: 200, top: 126 }],
    ["above where below is no room", at(200, 700), { left: 200, top: 394 }],
    ["within the right edge", at(950, 100), { left: 632, top: 126 }],
    ["within the left edge", at(-50, 100), { left: 8, top: 126 }],
    [
      "within the lower edge where neither side has room",
      { ...at(200, 290), height: 220 },
      { left: 200, top: 492 },
    ],
  ])("%s", (_, anchor, place) => {
    expect(placeCard(anchor, card, view)).toEqual(place);
  });

  it("is whole on the screen, wherever the badge, as far as the screen is large enough", () => {
    const px = fc.integer({ min: -2000, max: 4000 });
    const size = fc.integer({ min: 0, max: 1200 });
    fc.assert(
      fc.property(px, px, size, size, size, size, (left, top, width, height, cardWidth, cardHeight) => {
        const placed = placeCard(
          { left, top, width, height },
          { width: cardWidth, height: cardHeight },
          view,
        );
        expect(placed.left).toBeGreaterThanOrEqual(8);
        expect(placed.top).toBeGreaterThanOrEqual(8);
        if (cardWidth <= view.width - 16) expect(placed.left + cardWidth).toBeLessThanOrEqual(view.width - 8);
        if (cardHeight <= view.height - 16)
          expect(placed.top + cardHeight).toBeLessThanOrEqual(view.height - 8);
      }),
    );
  });
});

it("never lies over its badge, as high as it is allowed to be", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 780 }), (top) => {
      const badge = at(200, top);
      const height = mostHeight(badge, view);
      const placed = placeCard(badge, { width: 360, height }, view);
      expect(placed.top >= badge.top + badge.height || placed.top + height <= badge.top).toBe(true);
    }),
  );
});
