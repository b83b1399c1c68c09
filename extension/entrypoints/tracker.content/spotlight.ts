import { adoptCss, dropCss } from "../../badge/adopt-css";

const attribute = "data-plumbline-dimmed";
const css = `[${attribute}]{opacity:.22!important}`;

/** Dims the rows and cards of a page that are no orphans. The host's own classes and styles stay as they are. */
export interface Spotlight {
  readonly on: boolean;
  toggle(): void;
  /** Dims one unit or lets it shine; nothing happens while the spotlight is off. */
  light(unit: Element, shines: boolean): void;
  off(): void;
}

export function createSpotlight(document: Document): Spotlight {
  let on = false;
  function off(): void {
    if (!on) return;
    on = false;
    dropCss(document, css);
    for (const unit of [...document.querySelectorAll(`[${attribute}]`)]) unit.removeAttribute(attribute);
  }
  return {
    get on() {
      return on;
    },
    toggle() {
      if (on) return off();
      on = true;
      adoptCss(document, css);
    },
    light(unit, shines) {
      if (on) unit.toggleAttribute(attribute, !shines);
    },
    off,
  };
}
