import { setTimeout as pause } from "node:timers/promises";
import { ticketUnits as jiraUnits } from "../e2e/jira-units";
import { ticketUnits as linearUnits } from "../e2e/linear-units";
import type { Tab } from "./player";
import { type Alive, aliveIn, tracesIn } from "./traces";
import type { Truths } from "./truths";

const recoveryMs = 60_000;
/** So many badges may wait to be used again or collected. */
const mostDetached = 200;

const unitsIn = ({ page, tracker }: Tab) => (tracker === "jira" ? jiraUnits(page) : linearUnits(page));

/** What is wrong at this very moment, in the middle of anything: a badge of another ticket, two, or a claim that was never true. */
export async function glimpse(tab: Tab, truths: Truths): Promise<{ unknown: number; wrong: string[] }> {
  const twoFrames = () =>
    new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  await tab.page.evaluate(twoFrames);
  const { units } = await unitsIn(tab);
  const wrong = units.flatMap(({ key, badges }) => {
    const [badge] = badges;
    if (badge === undefined) return [];
    if (badges.length > 1) return [`${key} has ${badges.length} badges for a moment`];
    const claims = badge.state !== "pending" && badge.state !== "unknown" && !badge.stale;
    const isLie = badge.key !== key || (claims && !truths.wasEver(tab.tracker, key, badge.label));
    return isLie
      ? [
          `${key} shows ${badge.state} of ${badge.key} for a moment: ${badge.label} Ever true: ${truths.ever(tab.tracker, key).join(" | ")}`,
        ]
      : [];
  });
  const unknown = units.filter(({ badges }) => badges[0]?.state === "unknown").length;
  return { unknown, wrong };
}

/** Comes back to the tab and waits until each ticket in it has its one badge that says what is or lately was true, and no trace is left. */
export async function recovered(tab: Tab, truths: Truths): Promise<{ tickets: number; wrong: string[] }> {
  const { page, tracker } = tab;
  await page.bringToFront();
  await page.keyboard.press("Escape");
  const deadline = Date.now() + recoveryMs;
  for (;;) {
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await pause(700);
    const { units, orphaned } = await unitsIn(tab);
    const wrong = [
      ...orphaned.map((it) => `stray badge ${it}`),
      ...units.flatMap(({ key, badges }) => {
        const [badge] = badges;
        if (badges.length !== 1 || badge === undefined) return `${key} has ${badges.length} badges`;
        const isTrue =
          badge.key === key &&
          badge.state !== "pending" &&
          !badge.stale &&
          truths.isLately(tracker, key, badge.label);
        return isTrue ? [] : `${key} shows ${badge.state} of ${badge.key}: ${badge.label}`;
      }),
      ...(await tracesIn(tab)),
    ];
    if (wrong.length === 0 || Date.now() > deadline) return { tickets: units.length, wrong };
  }
}

/** What the page has gathered of the overlay since `fresh`, a page that was just opened. */
export async function gathered(tab: Tab, fresh: Alive): Promise<string[]> {
  const { listeners, detached } = await aliveIn(tab);
  const more = Object.entries(listeners).filter(([kind, count]) => count > (fresh.listeners[kind] ?? 0));
  return [
    ...more.map(([kind, count]) => `${count} listeners of ${kind}, not ${fresh.listeners[kind] ?? 0}`),
    ...(detached > mostDetached ? [`${detached} elements of ours that are in no page`] : []),
  ];
}
