import { adoptCss } from "./adopt-css";
import { hovercardCss } from "./hovercard-css";
import type { CardRow } from "./hovercard-rows";
import { keepKeys } from "./keep-keys";
import { mostHeight, placeCard } from "./place-card";

export const hovercardTag = "plumbline-hovercard";

/** The one hovercard of a page. */
export interface Hovercard {
  readonly element: HTMLElement;
  /** Shows these rows beside `anchor`; `label` names the card for screen readers. */
  open(anchor: HTMLElement, label: string, rows: readonly CardRow[]): void;
  close(): void;
  /** Moves the focus into the card. */
  focus(): void;
  readonly anchor: HTMLElement | null;
}

/** Makes the card; it joins the page while it is open. `onAction` hears the buttons in it. */
export function createHovercard(
  document: Document,
  onAction: (action: NonNullable<CardRow["action"]>) => void,
): Hovercard {
  const element = document.createElement(hovercardTag);
  // The browser's top layer: over every dialog and menu of the page, whatever their z-index.
  element.popover = "manual";
  element.role = "dialog";
  element.tabIndex = -1;
  const root = element.attachShadow({ mode: "open" });
  adoptCss(root, hovercardCss);
  const body = document.createElement("div");
  body.className = "card";
  root.append(body);
  keepKeys(element, () => true);
  let anchor: HTMLElement | null = null;
  return {
    element,
    get anchor() {
      return anchor;
    },
    open(beside, label, rows) {
      anchor = beside;
      element.ariaLabel = label;
      body.replaceChildren(...rows.map((row) => rowElement(document, row, onAction)));
      if (!element.isConnected) document.documentElement.append(element);
      if (!element.matches(":popover-open")) element.showPopover();
      const view = { width: document.documentElement.clientWidth, height: innerHeightOf(document) };
      const badge = beside.getBoundingClientRect();
      // The card's own rules outrank the page's and so the element's style: only variables get through.
      element.style.setProperty("--plb-most", `${mostHeight(badge, view)}px`);
      const { left, top } = placeCard(badge, element.getBoundingClientRect(), view);
      element.style.setProperty("--plb-left", `${left}px`);
      element.style.setProperty("--plb-top", `${top}px`);
    },
    close() {
      anchor = null;
      element.remove();
    },
    focus: () => element.focus(),
  };
}

const innerHeightOf = (document: Document): number => document.defaultView?.innerHeight ?? 0;

function rowElement(
  document: Document,
  row: CardRow,
  onAction: (action: NonNullable<CardRow["action"]>) => void,
): HTMLElement {
  const element = document.createElement("div");
  element.className = row.kind;
  if (row.label) {
    const label = document.createElement("span");
    label.className = "label";
    label.textContent = row.label;
    element.append(label);
  }
  element.append(textElement(document, row, onAction));
  return element;
}

function textElement(
  document: Document,
  { kind, text, href, action }: CardRow,
  onAction: (action: NonNullable<CardRow["action"]>) => void,
): HTMLElement {
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    // A script of the page may press it too.
    button.addEventListener("click", ({ isTrusted }) => isTrusted && onAction(action));
    return button;
  }
  // What a tracker calls an address may be anything; only a web address becomes a link.
  const isLink = href?.startsWith("https://") === true;
  const element = document.createElement(isLink ? "a" : "span");
  element.textContent = text;
  if (isLink) element.setAttribute("href", href);
  // What mends a page leaves it open: it recovers when the person comes back to it.
  if (isLink && kind === "fix") Object.assign(element, { target: "_blank", rel: "noopener" });
  return element;
}
