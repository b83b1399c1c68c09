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

/** Makes an empty badge; call `show` before it is placed. */
export function createBadge(document: Document): Badge {
  const element = document.createElement(badgeTag);
  element.setAttribute("role", "button");
  element.setAttribute("tabindex", "0");
  element.setAttribute("aria-haspopup", "dialog");
  const root = element.attachShadow({ mode: "open" });
  adoptCss(root, badgeCss);
  const pill = document.createElement("span");
  pill.className = "pill";
  const mark = document.createElement("span");
  mark.className = "mark";
  const text = document.createElement("span");
  text.className = "text";
  pill.append(mark, text);
  root.append(pill);
  return {
    element,
    show(key, view) {
      element.dataset.key = key;
      element.dataset.state = view.state;
      element.toggleAttribute("data-locked", view.locked);
      element.toggleAttribute("data-stale", view.stale);
      element.setAttribute("aria-label", view.label);
      if (text.textContent !== view.text) text.textContent = view.text;
    },
    fitInto(freePx) {
      element.toggleAttribute("data-spare", freePx === "spare");
      if (typeof freePx !== "number") {
        if (element.hasAttribute("data-over")) element.removeAttribute("data-over");
        return;
      }
      element.dataset.over = freePx < narrowPx ? "mark" : "";
      element.style.setProperty("--plumbline-room", `${Math.max(leastPx, freePx - gapPx)}px`);
      // Where there is too little room even for the mark, it moves back over the end of the text.
      element.style.setProperty(
        "--plumbline-start",
        `${Math.min(gapPx / 2, freePx - leastPx - gapPx / 2)}px`,
      );
    },
  };
}
