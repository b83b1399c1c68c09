import { badgeTag } from "../../badge/badge";
import { createHovercard } from "../../badge/hovercard";
import type { CardRow } from "../../badge/hovercard-rows";
import { onAbort } from "./on-abort";

/** How long the pointer rests on a badge before its card opens, and how long it may stray off before it closes. */
const restMs = 400;
const strayMs = 250;

interface CardControlOptions {
  document: Document;
  rowsOf: (key: string) => readonly CardRow[];
  /** Of the ticket with this key; where it rejects, the card opens again. */
  onAction: (action: NonNullable<CardRow["action"]>, key: string) => Promise<unknown> | undefined;
  signal: AbortSignal;
}

export interface CardControl {
  /** Closes the card where its badge has gone or stands for another ticket now; else shows anew what it says, if of one of these tickets. */
  refresh(keys: readonly string[]): void;
}

/**
 * Opens the hovercard by pointer and by keyboard. Events on a badge never reach the host, so that no row opens
 * under the card; everything else passes untouched.
 */
export function controlCard({ document, rowsOf, onAction, signal }: CardControlOptions): CardControl {
  const window = document.defaultView ?? globalThis.window;
  const card = createHovercard(document, (action) => {
    // What is pressed is in an open card, and that hangs on a badge.
    const badge = card.anchor as HTMLElement;
    const key = shownKey;
    if (action === "openStatement") close();
    onAction(action, key)?.catch(() => badge.dataset.key === key && open(badge));
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dragging = false;
  let shown = "";
  /** A page may give the badge's row to another ticket under the open card. */
  let shownKey = "";

  const badgeAt = ({ target }: Event): HTMLElement | null =>
    target instanceof HTMLElement && target.localName === badgeTag ? target : null;
  const later = (ms: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  function open(badge: HTMLElement): void {
    clearTimeout(timer);
    const key = badge.dataset.key;
    if (dragging || key === undefined || !badge.isConnected) return;
    const rows = rowsOf(key);
    shown = JSON.stringify(rows);
    shownKey = key;
    card.open(badge, badge.ariaLabel ?? key, rows);
  }
  function close(): void {
    clearTimeout(timer);
    const anchor = card.anchor;
    const hadFocus = document.activeElement === card.element;
    card.close();
    if (hadFocus) anchor?.focus();
  }
  const own = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(type, listener, { capture: true, signal, passive: false });

  listen("pointerover", (event) => {
    const badge = badgeAt(event);
    if (event.target === card.element) clearTimeout(timer);
    else if (badge !== null && badge !== card.anchor && event.buttons === 0) later(restMs, () => open(badge));
    else if (badge !== null) clearTimeout(timer);
    else if (card.anchor !== null && document.activeElement !== card.element) later(strayMs, close);
    else if (card.anchor === null) clearTimeout(timer);
  });
  listen("click", (event) => {
    const badge = badgeAt(event);
    if (badge === null) {
      if (card.anchor !== null && event.target !== card.element) close();
      return;
    }
    own(event);
    open(badge);
  });
  listen("dblclick", (event) => badgeAt(event) && own(event));
  listen("auxclick", (event) => badgeAt(event) && own(event));
  listen("keydown", (event) => {
    if (event.key === "Escape" && card.anchor !== null) {
      own(event);
      close();
      return;
    }
    const badge = badgeAt(event);
    if (badge === null || (event.key !== "Enter" && event.key !== " ")) return;
    own(event);
    open(badge);
    card.focus();
  });
  listen("dragstart", () => {
    dragging = true;
    close();
  });
  for (const type of ["dragend", "drop"] as const) listen(type, () => (dragging = false));
  listen("pointerdown", (event) => {
    if (event.target !== card.element) clearTimeout(timer);
  });
  // The card hangs on a badge; where the page scrolls or changes size under it, it would hang in the air.
  listen("scroll", (event) => {
    if (card.anchor !== null && event.target !== card.element) close();
  });
  listen("pointerout", (event) => {
    const leftWindow = event.relatedTarget === null && event.target !== card.element;
    if (leftWindow && card.anchor !== null && document.activeElement !== card.element) later(strayMs, close);
  });
  listen("resize", () => card.anchor !== null && close());
  onAbort(signal, () => {
    clearTimeout(timer);
    card.close();
  });
  return {
    refresh(keys) {
      const { anchor, element } = card;
      if (anchor === null) return;
      if (!anchor.isConnected || anchor.dataset.key !== shownKey) return close();
      if (!keys.includes(shownKey) || JSON.stringify(rowsOf(shownKey)) === shown) return;
      const hadFocus = document.activeElement === element;
      open(anchor);
      if (hadFocus) card.focus();
    },
  };
}
