import { adoptCss } from "../badge/adopt-css";
import { keepKeys } from "../badge/keep-keys";
import type { Restored } from "../messaging/extension-protocol";
import type { NoticeRow, NoticeWords } from "./gate-notice-call";
import { gateNoticeCss } from "./gate-notice-css";

export const gateNoticeTag = "plumbline-gate-notice";

export interface NoticeOptions {
  document: Document;
  theme: "light" | "dark";
  words: NoticeWords;
  /** Opens what is to be mended of the ticket with this key. */
  fix: (key: string) => Promise<unknown>;
  /** Wants what was put back with this id in its sprint again. */
  undo: (id: string) => Promise<Restored>;
  /** True once the extension behind the page is gone. */
  isGone: () => boolean;
  /** Ends when the site is turned off, or a later version takes over. */
  signal: AbortSignal;
  onClosed: () => void;
}

export interface Notice {
  add(rows: readonly NoticeRow[]): void;
}

/**
 * A notice in the corner of the page that stays until it is closed. It takes no focus, is said aloud, moves nothing of the page, and
 * obeys nobody but the person: what a script of the page presses counts for nothing.
 */
export function openNotice(options: NoticeOptions): Notice {
  const { document, theme, words, fix, undo, isGone, signal, onClosed } = options;
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, text = "") => {
    const it = document.createElement(name);
    it.textContent = text;
    return it;
  };
  const element = document.createElement(gateNoticeTag);
  const root = element.attachShadow({ mode: "open" });
  adoptCss(root, gateNoticeCss);
  const section = make("section");
  section.className = theme;
  section.setAttribute("aria-label", words.title);
  const list = make("ul");
  list.setAttribute("aria-live", "polite");
  const header = make("header");
  header.append(make("h2", words.title), button(words.close, words.close, close));
  section.append(header, list);
  root.append(section);
  keepKeys(element, () => true);
  section.addEventListener("keydown", ({ key, isTrusted }) => isTrusted && key === "Escape" && close());
  signal.addEventListener("abort", close, { once: true });
  document.documentElement.append(element);

  function button(text: string, label: string, act: (it: HTMLButtonElement) => unknown): HTMLButtonElement {
    const it = make("button", text);
    it.type = "button";
    if (label !== text) it.setAttribute("aria-label", label);
    it.addEventListener("click", ({ isTrusted }) => {
      if (isTrusted && it.getAttribute("aria-disabled") !== "true") act(it);
    });
    return it;
  }
  function close(): void {
    signal.removeEventListener("abort", close);
    element.remove();
    onClosed();
  }

  function itemOf(row: NoticeRow): HTMLElement {
    const item = make("li");
    const sentence = make("p", row.sentence);
    const buttons = make("div");
    buttons.className = "buttons";
    const failed = () => {
      sentence.textContent = isGone() ? words.gone : words.failed;
    };
    buttons.append(button(words.fix, row.fix, () => fix(row.key).catch(failed)));
    if (row.undo !== null)
      buttons.append(
        button(words.undo, row.undo, async (it) => {
          it.setAttribute("aria-disabled", "true");
          it.textContent = words.undoing;
          try {
            const { isIn, sentence: said } = await undo(row.id);
            sentence.textContent = said;
            if (isIn) {
              // The focus stays in the notice.
              header.querySelector("button")?.focus();
              buttons.remove();
            }
          } catch {
            failed();
          }
          it.removeAttribute("aria-disabled");
          it.textContent = words.undo;
        }),
      );
    item.append(sentence, buttons);
    return item;
  }

  const shown = new Set<string>();
  return {
    add(rows) {
      for (const row of rows) {
        if (shown.has(row.id)) continue;
        shown.add(row.id);
        list.append(itemOf(row));
      }
    },
  };
}
