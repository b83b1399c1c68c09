/**
 * Gives a DOM without layout the sizes that its markup names: `data-box="left,top,width,height"` in CSS px. An element
 * without one has that of the nearest around it, at last the screen, so that nothing counts as hidden unless it says so.
 */
export function layOut(window: Window & typeof globalThis): void {
  const boxOf = (element: Element): DOMRect => {
    const [left = 0, top = 0, width = 1000, height = 800] =
      element.closest("[data-box]")?.getAttribute("data-box")?.split(",").map(Number) ?? [];
    return new window.DOMRect(left, top, width, height);
  };
  window.Element.prototype.getBoundingClientRect = function (this: Element) {
    return boxOf(this);
  };
  Object.defineProperty(window.HTMLElement.prototype, "offsetWidth", {
    configurable: true,
    get(this: Element) {
      return boxOf(this).width;
    },
  });
}

/** The one link of the document with this id. */
export function linkById(document: Document, id: string): HTMLAnchorElement {
  const found = document.getElementById(id);
  if (found?.localName !== "a") throw new Error(`no link with id ${id}`);
  return found as HTMLAnchorElement;
}
