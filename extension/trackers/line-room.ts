/** A unit of unknown make is a row with width to spare from this width on and up to this height, in CSS px. */
const rowWidthPx = 480;
export const rowHeightPx = 72;
const mostFreePx = 200;
const nowherePx = 1e9;

/** A narrow unit, such as a crumb, lies in a row where the first wide box around it is one. */
export function liesInRow(unit: Element): boolean {
  for (let box: Element | null = unit; box !== null; box = box.parentElement) {
    const { width, height } = box.getBoundingClientRect();
    if (width >= rowWidthPx) return height <= rowHeightPx;
  }
  return false;
}

/** The free width on the line behind `anchor`, up to what stands there next or to the nearest edge around it. */
export function freePxBehind(anchor: Element): number {
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

/** What a flexible line does not need for what it shows and for one more gap. */
export function sparePx(line: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(line);
  const shown = [...line.children].filter((it) => it.textContent !== "" || it.querySelector("svg,img,input"));
  const gaps = gapIn(line) * line.childElementCount;
  const padding = toPx(paddingLeft) + toPx(paddingRight);
  const used = shown.reduce((sum, it) => sum + it.getBoundingClientRect().width, padding + gaps);
  return line.clientWidth - used;
}

/** Between the items of a flexible line, in CSS px; 0 in any other. */
export const gapIn = (line: Element): number => toPx(getComputedStyle(line).columnGap);

const toPx = (length: string): number => Number.parseFloat(length) || 0;

/** The box that holds the key alone and stands in a flexible line, in which a badge gives way to the title; null: none. */
export function itemOfLine(anchor: Element, unit: Element, key: string): Element | null {
  for (let item = anchor; item !== unit && item.parentElement !== null; item = item.parentElement) {
    // For screen readers the key may stand there twice.
    if (item.textContent?.replaceAll(key, "").trim() !== "") return null;
    const { display, flexDirection, flexWrap } = getComputedStyle(item.parentElement);
    if (display.endsWith("flex") && flexDirection === "row" && flexWrap === "nowrap") return item;
    if (display.startsWith("table")) return null;
  }
  return null;
}
