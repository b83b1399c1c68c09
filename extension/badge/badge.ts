import { adoptCss } from "./adopt-css";
import { badgeBoxCss, badgeCss } from "./badge-css";
import type { BadgeView } from "./badge-view";
import { clamp } from "./clamp";

export const badgeTag = "plumbline-badge";

/** For the page itself: the room that every badge keeps, drawn or not. */
export const roomCss = badgeBoxCss((attribute) => badgeTag + attribute);

/** One ticket's badge. The element keeps its room whatever it shows, and before it shows anything, so nothing ever shifts. */
export interface Badge {
  readonly element: HTMLElement;
  show(key: string, view: BadgeView): void;
  /** Puts in what a person sees. Until then it keeps its room and speaks, for a shadow root costs more than all the rest. */
  draw(): void;
  /**
   * Lies over so many free CSS px without taking any; null: takes its own room; "spare": what its line can spare.
   * Where its line keeps its items apart by so many px, it takes those back too.
   */
  fitInto(freePx: number | "spare" | null, betweenPx: number): void;
}

/** As in badge-css. */
const fullPx = 132;
/** Below this width only the mark is left. */
const leastPx = 18;
const narrowPx = 44;
const gapPx = 8;

const patterns = new WeakMap<Document, HTMLElement>();

/** Makes an empty badge; call `show` before it is placed, and `draw` before anybody sees it. */
export function createBadge(document: Document): Badge {
  const pattern = patterns.get(document) ?? makePattern(document);
  patterns.set(document, pattern);
  const element = pattern.cloneNode() as HTMLElement;
  const set = (name: string, value: string) => element.setAttribute(name, value);
  let text: Element | null = null;
  let shownKey = "";
  let shown: BadgeView | null = null;
  let said = "";
  let over = false;
  let spare = false;
  // A list has thousands of them, so only what differs is written, and what waits for its answer is named once that is there.
  function say(): void {
    if (shown === null || shown.label === said || (text === null && shown.state === "pending")) return;
    said = shown.label;
    set("aria-label", said);
  }
  return {
    element,
    show(key, view) {
      if (key !== shownKey) set("data-key", key);
      if (view.state !== (shown?.state ?? "pending")) set("data-state", view.state);
      if (view.locked !== (shown?.locked ?? false)) element.toggleAttribute("data-locked", view.locked);
      if (view.stale !== (shown?.stale ?? false)) element.toggleAttribute("data-stale", view.stale);
      if (text !== null && view.text !== shown?.text) text.textContent = view.text;
      shownKey = key;
      shown = view;
      say();
    },
    draw() {
      if (text !== null) return;
      const root = element.attachShadow({ mode: "open" });
      set("data-drawn", "");
      adoptCss(root, badgeCss);
      for (const pill of pattern.children) root.append(pill.cloneNode(true));
      text = root.querySelector(".text");
      if (text !== null) text.textContent = shown?.text ?? "";
      say();
    },
    fitInto(freePx, betweenPx) {
      if ((freePx === "spare") !== spare) element.toggleAttribute("data-spare", !spare);
      spare = freePx === "spare";
      if (typeof freePx !== "number") {
        if (over) element.removeAttribute("data-over");
        over = false;
        return;
      }
      over = true;
      set("data-over", freePx < narrowPx ? "mark" : "");
      const roomPx = clamp(freePx - gapPx, leastPx, fullPx);
      // Where there is too little room even for the mark, it moves back over the end of the text.
      const startPx = Math.min(gapPx / 2, freePx - (leastPx + gapPx / 2));
      element.style.cssText = `--plb-room:${roomPx}px;--plb-start:${startPx}px;--plb-back:${-startPx - roomPx - betweenPx}px`;
    },
  };
}

/** What all badges of a document are copies of, with what is drawn in them as its only child. */
function makePattern(document: Document): HTMLElement {
  const span = (className: string, ...inside: Element[]) => {
    const made = document.createElement("span");
    made.className = className;
    made.append(...inside);
    return made;
  };
  const element = document.createElement(badgeTag);
  element.append(span("pill", span("mark"), span("text")));
  Object.assign(element, { role: "button", tabIndex: 0, ariaHasPopup: "dialog" });
  element.dataset.state = "pending";
  return element;
}
