import { adoptCss } from "./adopt-css";
import { badgeCss } from "./badge-css";
import type { BadgeView } from "./badge-view";

export const badgeTag = "plumbline-badge";

/** One ticket's badge. The element keeps its room whatever it shows, so showing shifts nothing. */
export interface Badge {
  readonly element: HTMLElement;
  show(key: string, view: BadgeView): void;
  /** Lies over so many free CSS px without taking any; null: takes its own room; "spare": what its line can spare. */
  fitInto(freePx: number | "spare" | null): void;
}

/** Below this width only the mark is left. */
const leastPx = 18;
const narrowPx = 44;
const gapPx = 8;

const patterns = new WeakMap<Document, HTMLElement>();

/** Makes an empty badge; call `show` before it is placed. */
export function createBadge(document: Document): Badge {
  const pattern = patterns.get(document) ?? makePattern(document);
  patterns.set(document, pattern);
  const element = pattern.cloneNode(true) as HTMLElement;
  const root = element.shadowRoot;
  if (root === null) throw new Error("old browser");
  adoptCss(root, badgeCss);
  const set = (name: string, value: string) => element.setAttribute(name, value);
  let shownKey = "";
  let shown: BadgeView | null = null;
  let over = false;
  let spare = false;
  return {
    element,
    // A list has thousands of them, so only what differs is written.
    show(key, view) {
      if (key !== shownKey) set("data-key", key);
      if (view.state !== (shown?.state ?? "pending")) set("data-state", view.state);
      if (view.locked !== (shown?.locked ?? false)) element.toggleAttribute("data-locked", view.locked);
      if (view.stale !== (shown?.stale ?? false)) element.toggleAttribute("data-stale", view.stale);
      if (view.label !== shown?.label) set("aria-label", view.label);
      const text = view.text === (shown?.text ?? "") ? null : root.querySelector(".text");
      if (text !== null) text.textContent = view.text;
      shownKey = key;
      shown = view;
    },
    fitInto(freePx) {
      if ((freePx === "spare") !== spare) element.toggleAttribute("data-spare", !spare);
      spare = freePx === "spare";
      if (typeof freePx !== "number") {
        if (over) element.removeAttribute("data-over");
        over = false;
        return;
      }
      over = true;
      set("data-over", freePx < narrowPx ? "mark" : "");
      element.style.setProperty("--plb-room", `${Math.max(leastPx, freePx - gapPx)}px`);
      // Where there is too little room even for the mark, it moves back over the end of the text.
      element.style.setProperty("--plb-start", `${Math.min(gapPx / 2, freePx - leastPx - gapPx / 2)}px`);
    },
  };
}

/** What all badges of a document are copies of: copying costs the page a third of making. */
function makePattern(document: Document): HTMLElement {
  const element = document.createElement(badgeTag);
  element.setAttribute("role", "button");
  element.setAttribute("tabindex", "0");
  element.setAttribute("aria-haspopup", "dialog");
  element.setAttribute("data-state", "pending");
  const root = element.attachShadow({ mode: "open", clonable: true });
  const pill = document.createElement("span");
  pill.className = "pill";
  const mark = document.createElement("span");
  mark.className = "mark";
  const text = document.createElement("span");
  text.className = "text";
  pill.append(mark, text);
  root.append(pill);
  return element;
}
