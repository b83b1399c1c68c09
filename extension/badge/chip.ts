import type { Translate } from "../../shared/ui/translate";
import { adoptCss } from "./adopt-css";
import { focusRing, fonts, guarded } from "./css-parts";
import { keepKeys } from "./keep-keys";

export const chipTag = "plumbline-chip";

/** Its start stands still, whatever the count's width: growing on both sides would count as a layout shift. */
const host = `
  all: initial; position: fixed; inset-block-end: 16px;
  inset-inline: calc(50% - 60px) auto; inline-size: fit-content; block-size: fit-content;
  z-index: 400; pointer-events: none;
`;

const chipCss = `
${guarded(":host", host)}
button {
  pointer-events: auto; display: flex; align-items: center; gap: 8px; min-block-size: 28px; padding: 0 14px; cursor: pointer;
  border: 1px dashed var(--plb-orphan-line, #d97706); border-radius: 14px;
  background: var(--plb-surface, Canvas); color: var(--plb-orphan-ink, #8f4700);
  box-shadow: var(--plb-shadow);
  font: 600 12px/16px ${fonts};
}
button[aria-pressed="true"] { border-style: solid; border-width: 2px; padding: 0 13px; }
button:focus-visible { ${focusRing} outline-offset: 2px; }
button.none { border: 1px solid var(--plb-line, #8a8f98); color: var(--plb-quiet, GrayText); }
`;

/** The count of orphans in one list, which turns the spotlight on and off. */
export interface Chip {
  /** Of the tickets seen in this list; the chip hides while there are none. */
  show(orphans: number, tickets: number, spotlit: boolean): void;
  remove(): void;
}

/** Puts a chip over the page's lower edge, where it moves nothing. */
export function createChip(document: Document, t: Translate, onToggle: () => void): Chip {
  const element = document.createElement(chipTag);
  const root = element.attachShadow({ mode: "open" });
  adoptCss(root, chipCss);
  const button = document.createElement("button");
  button.type = "button";
  button.addEventListener("click", onToggle);
  keepKeys(element, (key) => key === "Enter" || key === " ");
  root.append(button);
  return {
    show(orphans, tickets, spotlit) {
      if (tickets === 0) return element.remove();
      const text = t("chip", `${orphans}`, `${tickets}`);
      if (button.textContent !== text) button.textContent = text;
      button.title = t(spotlit ? "chipOff" : "chipOn");
      button.ariaPressed = `${spotlit}`;
      button.className = orphans === 0 ? "none" : "";
      if (!element.isConnected) document.documentElement.append(element);
    },
    remove: () => element.remove(),
  };
}
