import type { Spot, SpotRule } from "./tracker-page";

/** Text that people write or read as prose, and passing surfaces: a badge there would be an edit or noise. */
const proseSelector =
  '[contenteditable]:not([contenteditable="false"]),[role="textbox"],[role="menu"],[role="tooltip"],[role="alert"],[role="status"]';
const navigationSelector = 'nav,[role="navigation"]';
/** What holds many tickets; a row never reaches across it. */
const listSelector =
  'ul,ol,table,tbody,main,body,[role="list"],[role="listbox"],[role="grid"],[role="treegrid"],[role="table"],[role="rowgroup"],[role="main"]';
const maxClimb = 12;
/** A box with more links than this is no row of one ticket, even if all of them lead to it. */
const maxLinks = 50;
/** A unit of unknown make is a row with width to spare from this width on and up to this height, in CSS px. */
const rowWidthPx = 480;
const rowHeightPx = 72;
const mostFreePx = 200;
const nowherePx = 1e9;
/** Less than this, and the mark would lie over what stands there. */
const leastOverPx = 26;
/** The mark with its margins. */
const leastTakenPx = 36;
/** What is no larger than this and shows no words is an icon. */
const iconPx = 48;

type KeyOf = (link: HTMLAnchorElement) => string | null;

/**
 * Finds where the badge for a link belongs: by the first rule that fits, else by links alone. Null in editors, prose and
 * menus, and in navigation except for the link to the page's own issue. `prose` selects the host's own kinds of prose.
 */
export function spotFinder(
  prose: string,
  rules: readonly SpotRule[],
): (link: HTMLAnchorElement, key: string, isOwn: () => boolean, keyOf: KeyOf) => Spot | null {
  const noPlace = `${proseSelector},${prose}`;
  const spotByRule = spotsByRule(rules);
  // The link may be free and the place beside it not: a title that is being edited, a key in a description.
  const isFree = ({ anchor, place }: Spot, link: Element) => {
    const parent = place === "after" ? anchor.parentElement : anchor;
    // What encloses the link was looked at with it.
    return parent !== null && (parent.contains(link) || parent.closest(noPlace) === null);
  };
  return (link, key, isOwn, keyOf) => {
    if (link.closest(noPlace) !== null || (link.closest(navigationSelector) !== null && !isOwn()))
      return null;
    const byRule = spotByRule(link, key, keyOf);
    if (byRule !== null && isFree(byRule, link)) return byRule;
    const byLink = spotByLink(link, key, keyOf);
    return byLink !== null && isFree(byLink, link) ? byLink : null;
  };
}

/** Finds spots by rules: that of the nearest unit which has an anchor for the link's own ticket, and not for another one linked in it. */
function spotsByRule(
  rules: readonly SpotRule[],
): (link: HTMLAnchorElement, key: string, keyOf: KeyOf) => Spot | null {
  // One walk up the page for all rules.
  const units = rules.map(({ unit }) => unit).join();
  return (link, key, keyOf) => {
    for (let unit = link.closest(units); unit !== null; unit = unit.parentElement?.closest(units) ?? null) {
      for (const { name, unit: selector, anchor: find, place = "after", liesOver } of rules) {
        if (!unit.matches(selector)) continue;
        const anchor =
          typeof find === "string" ? unit.querySelector(find) : find === null ? link : find(link, key);
        if (anchor === null || isOfAnother(anchor, key, keyOf)) continue;
        return { unit, anchor, place, freePx: liesOver ? freePxBehind(anchor) : null, rule: name };
      }
    }
    return null;
  };
}

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
  if (isRow) return { unit, anchor: title, place: "first-in", freePx: null, rule: null };
  const ownKey = keyIn(link, key);
  const behind = ownKey ?? title;
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

/** What a flexible line does not need for what it shows and for one more gap. */
function sparePx(line: Element): number {
  const { paddingLeft, paddingRight, columnGap } = getComputedStyle(line);
  const shown = [...line.children].filter((it) => it.textContent !== "" || it.querySelector("svg,img,input"));
  const gaps = (Number.parseFloat(columnGap) || 0) * line.childElementCount;
  const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
  const used = shown.reduce((sum, it) => sum + it.getBoundingClientRect().width, padding + gaps);
  return line.clientWidth - used;
}

/** The box that holds the key alone and stands in a flexible line, in which a badge gives way to the title; null: none. */
function itemOfLine(anchor: Element, unit: Element, key: string): Element | null {
  for (let item = anchor; item !== unit && item.parentElement !== null; item = item.parentElement) {
    // For screen readers the key may stand there twice.
    if (item.textContent?.replaceAll(key, "").trim() !== "") return null;
    const { display, flexDirection, flexWrap } = getComputedStyle(item.parentElement);
    if (display.endsWith("flex") && flexDirection === "row" && flexWrap === "nowrap") return item;
    if (display.startsWith("table")) return null;
  }
  return null;
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
  if (right <= line.right || top >= line.bottom || bottom <= line.top) return nowherePx;
  const children = [...box.children];
  const hasOwnText = [...box.childNodes].some((it) => it instanceof Text && it.data.trim() !== "");
  if (hasOwnText || box instanceof SVGElement || box instanceof HTMLImageElement) return left;
  return Math.min(nowherePx, ...children.map((it) => leftOfContent(it, line)));
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

function isOfAnother(anchor: Element, key: string, keyOf: KeyOf): boolean {
  const link =
    anchor instanceof HTMLAnchorElement ? anchor : anchor.querySelector<HTMLAnchorElement>("a[href]");
  return link !== null && keyOf(link) !== key;
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

/** Text for screen readers only is one pixel wide and clipped. */
function isHiddenForSight(element: HTMLElement): boolean {
  return element.offsetWidth <= 1 || element.parentElement?.offsetWidth === 1;
}

/** The box around `link` that is a child of the nearest `selector`; the link itself where it does not stand alone in that box. */
export function childOf(link: Element, selector: string): Element | null {
  let child = link;
  while (child.parentElement !== null && !child.parentElement.matches(selector)) {
    if (child.parentElement.childElementCount > 1) return link;
    child = child.parentElement;
  }
  return child.parentElement === null ? null : child;
}

/** The element that holds the title: the first text that is not the key and longer than a count or initials. */
export const titleIn = (link: Element, key: string): Element | null =>
  textIn(link, (words) => words !== key && words.length > 3);

/** The element whose own text is the key. */
export const keyIn = (link: Element, key: string): Element | null => textIn(link, (words) => words === key);

/** The element around the first text that fits. */
function textIn(link: Element, fits: (words: string) => boolean): Element | null {
  const walker = link.ownerDocument.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (fits((node as Text).data.trim())) return node.parentElement;
  }
  return null;
}
