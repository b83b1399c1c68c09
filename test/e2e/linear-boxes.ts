import type { Page } from "playwright-core";
import { expect, vi } from "vitest";

/** The place, size and text of one part of the page; px of the viewport. */
export interface PartBox {
  part: string;
  text: string;
  box: { left: number; top: number; width: number; height: number };
}

/**
 * Rows, cards, headers, sections, editors and scrollers, which the badges may not move, with what can be read in them.
 * Links count where they are rows or cards; crumbs may give way within their header.
 */
export function partBoxes(page: Page): Promise<PartBox[]> {
  return page.evaluate(() => {
    const rowLeastPx = 200;
    const parts =
      "main, aside, header, section, article, [role=textbox], [data-scroll-container], a[href*='/issue/']";
    return [...document.querySelectorAll<HTMLElement>(parts)].flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const isCrumb = element.closest("header") !== null && element.localName === "a";
      if (isCrumb || (element.localName === "a" && width < rowLeastPx)) return [];
      const part = element.localName === "a" ? (element.getAttribute("href") ?? "") : element.localName;
      // As a person sees it, which is not what textContent holds.
      return { part, text: element.innerText, box: { left, top, width, height } };
    });
  });
}

/** Waits until both pages, which load on their own, have every part in the same place with the same text. */
export const expectSameBoxes = (page: Page, other: Page): Promise<void> =>
  vi.waitFor(async () => expect(await partBoxes(page)).toEqual(await partBoxes(other)), {
    timeout: 10_000,
    interval: 200,
  });
