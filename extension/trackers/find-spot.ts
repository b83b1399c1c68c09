import type { Spot, SpotRule } from "./tracker-page";

/** Text that people write or read as prose, and passing surfaces: a badge there would be an edit or noise. */
const proseSelector =
  '[contenteditable]:not([contenteditable="false"]),[role="textbox"],[role="menu"],[role="tooltip"],[role="alert"],[role="status"]';
const navigationSelector = 'nav,[role="navigation"]';
/** What holds many tickets; a row never reaches across it. */
const listSelector =
  'ul,ol,table,tbody,main,body,[role="list"],[role="listbox"],[role="grid"],[role="treegrid"],[role="table"],[role="rowgroup"],[role="main"]';
const maxClimb = 12;
/** A unit of unknown make is a row with width to spare from this width on and up to this height, in CSS px. */
const rowWidthPx = 480;
const rowHeightPx = 72;
const mostFreePx = 200;

/** False in editors, prose, menus, and in navigation except for the link to the page's own issue. */
export function mayCarryBadge(link: Element, prose: string, isOwn: boolean): boolean {
  if (link.closest(`${proseSelector},${prose}`) !== null) return false;
  return isOwn || link.closest(navigationSelector) === null;
}

/** The spot by the first rule that fits, or null. A row's place is for its own ticket, not for another one linked in it. */
export function spotByRule(
  link: HTMLAnchorElement,
  key: string,
  rules: readonly SpotRule[],
  keyOf: (link: HTMLAnchorElement) => string | null,
): Spot | null {
  for (const { name, unit: selector, anchor: find, place, takesRoom } of rules) {
    const unit = link.closest(selector);
    if (unit === null) continue;
    const anchor =
      typeof find === "string" ? unit.querySelector(find) : find === null ? link : find(link, key);
    if (anchor === null || (anchor instanceof HTMLAnchorElement && keyOf(anchor) !== key)) continue;
    return { unit, anchor, place, freePx: takesRoom ? null : freePxBehind(anchor), rule: name };
  }
  return null;
}

/**
 * The spot when no rule fits, from links alone: the unit is the largest box around the link that leads to no
 * other issue; the badge goes behind the link where the link is the key, else before the longest text in it.
 */
export function spotByLink(
  link: HTMLAnchorElement,
  key: string,
  keyOf: (link: HTMLAnchorElement) => string | null,
): Spot | null {
  const unit = unitAround(link, key, keyOf);
  if (isWordless(link) && hasWordedTwin(unit, key, keyOf)) return null;
  const isKey = link.textContent?.trim() === key && !isHiddenForSight(link);
  const anchor = isKey ? link : sightedKeyLink(unit, link, key, keyOf);
  const isRow = liesInRow(unit);
  if (anchor !== null) {
    return { unit, anchor, place: "after", freePx: isRow ? null : freePxBehind(anchor), rule: null };
  }
  const title = titleIn(link, key) ?? link;
  if (isRow) return { unit, anchor: title, place: "first-in", freePx: null, rule: null };
  const behind = keyIn(link, key) ?? title;
  const free = freePxBehind(behind);
  // Behind a link that is a box of its own, a badge would open a new line.
  const freeAtEnd = getComputedStyle(link).display.startsWith("inline") ? freePxBehind(link) : -1;
  return freeAtEnd > free
    ? { unit, anchor: link, place: "after", freePx: freeAtEnd, rule: null }
    : { unit, anchor: behind, place: "after", freePx: free, rule: null };
}

/** A narrow unit, such as a crumb, lies in a row where the first wide box around it is one. */
function liesInRow(unit: Element): boolean {
  for (let box: Element | null = unit; box !== null; box = box.parentElement) {
    const { width, height } = box.getBoundingClientRect();
    if (width >= rowWidthPx) return height <= rowHeightPx;
  }
  return false;
}

/** The free width on the line behind `anchor`, up to what stands there next or to the nearest edge around it. */
function freePxBehind(anchor: Element): number {
  const line = anchor.getBoundingClientRect();
  let limit = line.right + mostFreePx;
  // What lies behind a box that reaches as far as the limit cannot lie before it.
  for (
    let box: Element | null = anchor;
    box !== null && (box === anchor || box.getBoundingClientRect().right < limit);
    box = box.parentElement
  ) {
    for (let next = box.nextElementSibling; next !== null; next = next.nextElementSibling) {
      limit = Math.min(limit, leftOfContent(next, line));
    }
    // An inline box ends with its text; a block ends where the room does.
    const right = box.parentElement?.getBoundingClientRect().right ?? limit;
    if (right > line.right + 1) limit = Math.min(limit, right);
  }
  return Math.max(0, Math.floor(limit - line.right));
}

/** Where on this line something to see begins; boxes that only keep others apart are looked through. */
function leftOfContent(box: Element, line: DOMRect): number {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  if (right <= line.right || top >= line.bottom || bottom <= line.top) return Number.POSITIVE_INFINITY;
  const children = [...box.children];
  const hasOwnText = [...box.childNodes].some((it) => it instanceof Text && it.data.trim() !== "");
  if (hasOwnText || box instanceof SVGElement || box instanceof HTMLImageElement) return left;
  return Math.min(Number.POSITIVE_INFINITY, ...children.map((it) => leftOfContent(it, line)));
}

function unitAround(
  link: HTMLAnchorElement,
  key: string,
  keyOf: (link: HTMLAnchorElement) => string | null,
): Element {
  let unit: Element = link;
  for (let climbed = 0; climbed < maxClimb; climbed++) {
    const parent = unit.parentElement;
    if (parent === null || parent.matches(listSelector) || leadsElsewhere(parent, key, keyOf)) break;
    unit = parent;
  }
  return unit;
}

function leadsElsewhere(
  box: Element,
  key: string,
  keyOf: (link: HTMLAnchorElement) => string | null,
): boolean {
  // A live collection stops at the first hit; querySelectorAll would walk a list of thousands each time.
  const links = box.getElementsByTagName("a");
  for (let i = 0; i < links.length; i++) {
    const link = links[i];
    const other = link === undefined ? null : keyOf(link);
    if (other !== null && other !== key) return true;
  }
  return false;
}

const isWordless = (link: Element): boolean => link.textContent?.trim() === "";

/** An icon that leads to the same issue, such as "open in new tab", is not another ticket. */
const hasWordedTwin = (
  unit: Element,
  key: string,
  keyOf: (link: HTMLAnchorElement) => string | null,
): boolean => [...unit.getElementsByTagName("a")].some((it) => !isWordless(it) && keyOf(it) === key);

function sightedKeyLink(
  unit: Element,
  not: HTMLAnchorElement,
  key: string,
  keyOf: (link: HTMLAnchorElement) => string | null,
): HTMLAnchorElement | null {
  for (const link of unit.getElementsByTagName("a")) {
    if (link !== not && keyOf(link) === key && link.textContent?.trim() === key && !isHiddenForSight(link))
      return link;
  }
  return null;
}

/** Text for screen readers only is one pixel wide and clipped. */
function isHiddenForSight(element: HTMLElement): boolean {
  return element.offsetWidth <= 1 || element.parentElement?.offsetWidth === 1;
}

/** The element that holds the title: the first text that is not the key and longer than a count or initials. */
export function titleIn(link: Element, key: string): Element | null {
  for (const text of textsIn(link)) {
    const words = text.data.trim();
    if (words !== key && words.length > 3) return text.parentElement;
  }
  return null;
}

/** The element whose own text is the key. */
export function keyIn(link: Element, key: string): Element | null {
  for (const text of textsIn(link)) if (text.data.trim() === key) return text.parentElement;
  return null;
}

function* textsIn(link: Element): Generator<Text> {
  const walker = link.ownerDocument.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node as Text;
}
