import { adoptCss } from "../badge/adopt-css";
import { badgeTag } from "../badge/badge";
import { keepKeys } from "../badge/keep-keys";
import { statementFrameCss } from "./statement-frame-css";

export const statementFrameTag = "plumbline-statement";
/** The name of the channel over which the form in the frame with this id talks to the dialog around it. */
export const frameChannel = (id: string): string => `statement-frame ${id}`;
/** What the form says: it is drawn, or it is done with. */
export type FrameMessage = "drawn" | "close";

/** After this a person is told that it opens, and after that, that it does not. */
const patienceMs = 1_000;
const deadlineMs = 8_000;
const lookMs = 500;

/** What the dialog says without the form. */
export interface FrameWords {
  title: string;
  opening: string;
  failed: string;
  gone: string;
  panel: string;
  close: string;
}

export interface FrameOptions {
  document: Document;
  /** Of the form, with the id of its request. */
  address: string;
  theme: "light" | "dark";
  words: FrameWords;
  /** Hears the form; gives how to stop hearing. */
  hear: (act: (message: FrameMessage) => void) => () => void;
  /** True once the extension behind the page is gone. */
  isGone: () => boolean;
  openPanel: () => Promise<unknown>;
  /** Ends when the site is turned off, or a later version takes over. */
  signal: AbortSignal;
}

/**
 * Opens the statement form over the page: a modal dialog in a closed root, around a frame of another origin, so that the page's
 * scripts reach neither. It ends with Esc, with its form, and with `signal`, gives the focus back, and leaves nothing behind.
 */
export function openStatementFrame(options: FrameOptions): void {
  const { document, address, theme, words, hear, isGone, openPanel, signal } = options;
  const element = document.createElement(statementFrameTag);
  const root = element.attachShadow({ mode: "closed" });
  adoptCss(root, statementFrameCss);
  const dialog = document.createElement("dialog");
  dialog.className = theme;
  dialog.setAttribute("aria-label", words.title);
  const frame = document.createElement("iframe");
  frame.title = words.title;
  frame.src = address;
  const note = document.createElement("div");
  note.className = "note";
  note.setAttribute("role", "status");
  dialog.append(frame, note);
  root.append(dialog);
  // The keys pressed in the form stay in the form; these are those pressed around it.
  keepKeys(element, () => true);

  const timers = [
    setTimeout(() => (note.textContent = words.opening), patienceMs),
    setTimeout(() => say(words.failed, true), deadlineMs),
  ];
  // No event tells a page that the extension behind it was updated or turned off.
  const look = setInterval(() => {
    if (!element.isConnected) close();
    else if (isGone()) lose();
  }, lookMs);
  const stopHearing = hear((message) => {
    if (message === "close") close();
    else show();
  });
  function show(): void {
    timers.forEach(clearTimeout);
    note.replaceChildren();
    dialog.classList.add("open");
    frame.focus();
  }
  function say(text: string, offersPanel: boolean): void {
    const button = (label: string, act: () => void) => {
      const it = document.createElement("button");
      it.type = "button";
      it.textContent = label;
      it.addEventListener("click", act);
      return it;
    };
    const sentence = document.createElement("p");
    sentence.textContent = text;
    const buttons = document.createElement("div");
    buttons.className = "buttons";
    const panel = button(words.panel, () => void openPanel().then(close, () => say(words.gone, false)));
    buttons.append(...(offersPanel ? [panel] : []), button(words.close, close));
    note.replaceChildren(sentence, buttons);
    dialog.classList.remove("open");
    buttons.querySelector("button")?.focus();
  }
  function lose(): void {
    clearInterval(look);
    timers.forEach(clearTimeout);
    frame.remove();
    say(words.gone, false);
  }
  function close(): void {
    timers.forEach(clearTimeout);
    clearInterval(look);
    stopHearing();
    signal.removeEventListener("abort", close);
    // The browser gives the focus back to where it was, if that is still there.
    dialog.close();
    element.remove();
    if (before instanceof HTMLElement && key !== null) giveBack(before, key);
  }
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  signal.addEventListener("abort", close, { once: true });
  const before = document.activeElement;
  const key = keyAround(before);
  document.documentElement.append(element);
  dialog.showModal();
  frame.focus();
}

/** Rows and cards lie no deeper around what has the focus in them. */
const mostLevels = 10;

/** The ticket whose row or card an element stands in, by the one badge there; null: there is none, or several. */
function keyAround(element: Element | null): string | null {
  for (let it = element, level = 0; it !== null && level < mostLevels; it = it.parentElement, level += 1) {
    const badges = it.localName === badgeTag ? [it] : [...it.querySelectorAll(badgeTag)];
    const keys = new Set(badges.map((badge) => badge.getAttribute("data-key")));
    if (keys.size > 0) return keys.size === 1 ? ([...keys][0] ?? null) : null;
  }
  return null;
}

/** Lists are drawn anew when the focus comes back to their page, and then have another row for the same ticket: its badge is the heir. */
function giveBack(before: HTMLElement, key: string): void {
  const { ownerDocument: document } = before;
  const give = () => {
    if (document.activeElement !== document.body) return;
    const same = `${badgeTag}[data-key="${CSS.escape(key)}"]`;
    const heir = before.isConnected ? before : document.querySelector<HTMLElement>(same);
    heir?.focus({ preventScroll: true });
  };
  give();
  for (const ms of [100, 400]) setTimeout(give, ms);
}
