import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { badgesOn, visibleTickets } from "../tools/read-page";

/** Pixels of one step, and how long each is left in view. */
const stepPx = 600;
const dwellMs = 100;

/** Moves the page's longest list by one step; false at its end. */
const step = (page: Page): Promise<boolean> =>
  page.evaluate((pixels) => {
    const lists = [...document.querySelectorAll("*")].filter(
      (it) => it.scrollHeight > it.clientHeight && /auto|scroll/.test(getComputedStyle(it).overflowY),
    );
    const list = lists.reduce<Element | null>(
      (longest, it) => (longest === null || it.scrollHeight > longest.scrollHeight ? it : longest),
      null,
    );
    if (list === null) return false;
    const before = list.scrollTop;
    list.scrollTop += pixels;
    return list.scrollTop > before;
  }, stepPx);

/** Scrolls the page's list from where it is to its end, at the same pace whatever the page does. Gives the number of steps. */
export async function scrollThrough(
  page: Page,
  atStep: () => Promise<void> = async () => {},
): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    await pause(dwellMs);
    await atStep();
    if (!(await step(page))) return steps;
  }
}

export interface Seen {
  /** How many steps it took to the end. */
  steps: number;
  /** Distinct tickets that came into view. */
  tickets: Set<string>;
  /** Those of them that had a badge when their step ended. */
  badged: Set<string>;
}

/** Scrolls as `scrollThrough` does and looks at each step; looking costs the page time. */
export async function lookThrough(page: Page): Promise<Seen> {
  const tickets = new Set<string>();
  const badged = new Set<string>();
  const steps = await scrollThrough(page, async () => {
    const inView = await visibleTickets(page);
    for (const key of inView) tickets.add(key);
    for (const { key } of await badgesOn(page)) if (tickets.has(key)) badged.add(key);
  });
  return { steps, tickets, badged };
}
