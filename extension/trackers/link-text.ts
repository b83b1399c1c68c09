/** Text for screen readers only is one pixel wide and clipped. */
export function isHiddenForSight(element: HTMLElement): boolean {
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

/** What tells how many, or how many of them are done. Longer numbers are titles. */
const count = /^\d{0,3}(\/\d+)?$/;

/**
 * The element that holds the title: behind the key the first text that is no count, however short; without one the
 * first that is longer than initials.
 */
export function titleIn(link: Element, key: string): Element | null {
  let isBehind = false;
  const isTitle = (words: string) => {
    if (words !== key) return isBehind && !count.test(words);
    isBehind = true;
    return false;
  };
  return textIn(link, isTitle) ?? textIn(link, (words) => words !== key && words.length > 3);
}

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
