import { freePxBehind, itemOfLine, liesInRow, rowHeightPx, sparePx } from "./line-room";
import { isHiddenForSight, keyIn, titleIn } from "./link-text";
import type { KeyOf, Spot } from "./tracker-page";

/** What holds many tickets; a row never reaches across it. */
const listSelector =
  "ul,ol,table,tbody,main,body,[role=list],[role=listbox],[role=grid],[role=treegrid],[role=table],[role=rowgroup],[role=main]";
const maxClimb = 12;
/** A box with more links than this is no row of one ticket, even if all of them lead to it. */
const maxLinks = 50;
/** Less than this, and the mark would lie over what stands there. */
const leastOverPx = 26;
/** The mark with its margins. */
const leastTakenPx = 36;
/** What is no larger than this and shows no words is an icon. */
const iconPx = 48;

/**
 * The spot when no rule fits, from links alone: the unit is the largest box around the link that leads to no
 * other issue; the badge goes behind the link where the link is the key, else before the longest text in it.
 */
export function spotByLink(link: HTMLAnchorElement, key: string, keyOf: KeyOf): Spot | null {
  const unit = unitAround(link, key, keyOf);
  if (isWordless(link) && hasWordedTwin(unit, key, keyOf)) return null;
  if (isIcon(link, key) && !unit.textContent?.includes(key)) return null;
  const isKey = link.textContent?.trim() === key && !isHiddenForSight(link);
  const anchor = isKey ? link : sightedKeyLink(unit, link, key, keyOf);
  const isRow = liesInRow(unit);
  if (anchor !== null) return behindKey(unit, anchor, key, isRow);
  const title = titleIn(link, key) ?? link;
  // Among the cells of a grid a badge would take the place of one.
  const isGrid = title === link && getComputedStyle(link).display.endsWith("grid");
  if (isRow && !isGrid) return { unit, anchor: title, place: "first-in", freePx: null, rule: null };
  const ownKey = keyIn(link, key);
  const behind = ownKey ?? title;
  if (isGrid && behind === link) return null;
  const free = freePxBehind(behind);
  // Behind a link that is a box of its own, a badge would open a new line.
  const freeAtEnd = getComputedStyle(link).display.startsWith("inline") ? freePxBehind(link) : -1;
  if (freeAtEnd > free) return { unit, anchor: link, place: "after", freePx: freeAtEnd, rule: null };
  const spot = ownKey === null ? null : spotInLine(unit, ownKey, key, free);
  return spot ?? { unit, anchor: behind, place: "after", freePx: free, rule: null };
}

/** Behind the key as the eye sees it: in a row it takes its room, elsewhere it lies over free room or what its line can spare. */
function behindKey(unit: Element, anchor: Element, key: string, isRow: boolean): Spot {
  const spot = { unit, place: "after", rule: null } as const;
  if (isRow) return { ...spot, anchor: itemOfLine(anchor, unit, key) ?? anchor, freePx: null };
  const freePx = freePxBehind(anchor);
  return spotInLine(unit, anchor, key, freePx) ?? { ...spot, anchor, freePx };
}

/** A place in a flexible line that takes room where nothing in it wraps, or where it has some to spare; null: none, or no need. */
function spotInLine(unit: Element, anchor: Element, key: string, freePx: number): Spot | null {
  if (freePx >= leastOverPx) return null;
  const item = itemOfLine(anchor, unit, key);
  const line = item?.parentElement;
  if (!line || line.getBoundingClientRect().height > rowHeightPx) return null;
  const spot = { unit, anchor: item, place: "after", rule: null } as const;
  const mayWrap = (it: Element) => it.textContent !== "" && getComputedStyle(it).whiteSpace !== "nowrap";
  if (![...line.children].some((it) => it !== item && mayWrap(it)))
    return { ...spot, freePx: liesInRow(line) ? null : "spare" };
  return sparePx(line) >= leastTakenPx ? { ...spot, freePx: "spare" } : null;
}

function unitAround(link: HTMLAnchorElement, key: string, keyOf: KeyOf): Element {
  let unit: Element = link;
  for (let climbed = 0; climbed < maxClimb; climbed++) {
    const parent = unit.parentElement;
    if (parent === null || parent.matches(listSelector) || holdsAnother(parent, key, keyOf)) break;
    unit = parent;
  }
  return unit;
}

function holdsAnother(box: Element, key: string, keyOf: KeyOf): boolean {
  // A live collection stops at the first hit; querySelectorAll would walk a list of thousands each time.
  const links = box.getElementsByTagName("a");
  for (let i = 0; i < maxLinks; i++) {
    const link = links[i];
    if (link === undefined) return false;
    const other = keyOf(link);
    if (other !== null && other !== key) return true;
  }
  return links[maxLinks] !== undefined;
}

const isWordless = (link: Element): boolean => link.textContent?.trim() === "";

/** An icon that leads to the same issue, such as "open in new tab", is not another ticket. */
const hasWordedTwin = (unit: Element, key: string, keyOf: KeyOf): boolean =>
  [...unit.getElementsByTagName("a")].some((it) => !isWordless(it) && keyOf(it) === key);

/** A picture, whose words if any are for screen readers. */
function isIcon(link: HTMLAnchorElement, key: string): boolean {
  if (link.querySelector("svg,img") === null || link.offsetWidth > iconPx) return false;
  const words = titleIn(link, key) ?? keyIn(link, key);
  return words === null || (words !== link && words instanceof HTMLElement && isHiddenForSight(words));
}

function sightedKeyLink(
  unit: Element,
  not: HTMLAnchorElement,
  key: string,
  keyOf: KeyOf,
): HTMLAnchorElement | null {
  for (const link of unit.getElementsByTagName("a")) {
    if (link !== not && keyOf(link) === key && link.textContent?.trim() === key && !isHiddenForSight(link))
      return link;
  }
  return null;
}
