import { adoptCss } from "../badge/adopt-css";
import type { SprintHeaders } from "../trackers/sprint-headers";
import { showWhileDragged } from "./drag-hint";
import { isDark } from "./is-dark";
import type { SprintNote, SprintNotesCall } from "./sprint-notes-call";
import { sprintNotesCss } from "./sprint-notes-css";

export const sprintNotesTag = "plumbline-sprint-notes";
/** Pages change often; where their headers are is looked at no more often than this. */
const lookMs = 200;
/** Where the page insists on its header as it was, ever more seldom, down to twice a minute. */
const mostLosses = 7;
/** Between a note and what follows it in its line. */
const apartPx = 8;

interface NotesOptions {
  document: Document;
  headersOf: SprintHeaders | null;
  /** Ends when the site is turned off, or a later version takes over. */
  signal: AbortSignal;
}

/**
 * Says how ready sprints are, beside their headers where those can be found, else at the foot of the page; and of a ticket that is
 * dragged, that it would stay out. Nothing of it takes room; what the page throws away comes back.
 */
export function createSprintNotes({ document, headersOf, signal }: NotesOptions): SprintNotesCall {
  const placed = new Map<string, HTMLElement>();
  const headerOf = new WeakMap<HTMLElement, Element>();
  let notes: readonly SprintNote[] = [];
  let path = "";
  let label = "";
  let isDue = false;
  let losses = 0;
  const observer = new MutationObserver(lookSoon);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clear();
  });
  document.defaultView?.addEventListener("resize", lookSoon, { signal });

  /** An element of ours, in whose shadow all stands that is seen. */
  function host(className: string, ...children: HTMLElement[]): HTMLElement {
    const element = document.createElement(sprintNotesTag);
    const root = element.attachShadow({ mode: "open" });
    adoptCss(root, sprintNotesCss);
    const theme = document.createElement("span");
    if (isDark(document)) theme.className = "dark";
    const box = document.createElement("span");
    box.className = className;
    box.append(...children);
    theme.append(box);
    root.append(theme);
    return element;
  }
  function pill(text: string, isReady: boolean): HTMLElement {
    const it = document.createElement("span");
    it.className = isReady ? "pill ready" : "pill";
    it.textContent = text;
    return it;
  }
  function clear(): void {
    for (const it of placed.values()) it.remove();
    placed.clear();
  }
  function lookSoon(): void {
    if (isDue) return;
    isDue = true;
    setTimeout(
      () => {
        isDue = false;
        place();
      },
      lookMs * 2 ** Math.min(losses, mostLosses),
    );
  }

  function place(): void {
    if (signal.aborted) return;
    if (document.location.pathname !== path) {
      observer.disconnect();
      clear();
      return;
    }
    const headers = headersOf?.(document) ?? null;
    if (headers === null) placeAtFoot();
    else placeBeside(headers);
  }
  function placeBeside(headers: Map<string, Element>): void {
    for (const { sprint, text, isReady } of notes) {
      const header = headers.get(sprint);
      const there = placed.get(sprint);
      if (header === undefined || there?.parentElement === header) continue;
      if (there !== undefined && headerOf.get(there) === header) losses += 1;
      there?.remove();
      const it = host("beside", pill(text, isReady));
      placed.set(sprint, it);
      headerOf.set(it, header);
      header.append(it);
    }
    for (const it of placed.values()) hideWhereCrowded(it);
  }
  function placeAtFoot(): void {
    if (placed.get("")?.isConnected || notes.length === 0) return;
    const foot = host("foot", ...notes.map(({ named, isReady }) => pill(named, isReady)));
    foot.setAttribute("role", "note");
    foot.setAttribute("aria-label", label);
    placed.set("", foot);
    document.documentElement.append(foot);
  }
  /** A header with no room to spare is the page's own; the panel says the same. */
  function hideWhereCrowded(it: HTMLElement): void {
    const shown = it.shadowRoot?.querySelector(".pill");
    const next = it.parentElement?.nextElementSibling?.firstElementChild;
    if (!shown || !next) return;
    const isCrowded = shown.getBoundingClientRect().right + apartPx > next.getBoundingClientRect().left;
    shown.classList.toggle("crowded", isCrowded);
  }

  return {
    show(next, at, named) {
      if (signal.aborted) return false;
      const isSame = path === at && JSON.stringify(notes) === JSON.stringify(next);
      [notes, path, label] = [next, at, named];
      if (!isSame) {
        losses = 0;
        clear();
      }
      observer.disconnect();
      observer.observe(document.documentElement, { childList: true, subtree: true });
      place();
      return true;
    },
    hint(sentence) {
      if (signal.aborted) return false;
      const it = document.createElement("span");
      it.className = "hint";
      it.setAttribute("role", "status");
      it.textContent = sentence;
      const element = host("");
      const root = element.shadowRoot;
      const theme = root?.firstElementChild;
      if (!root || !theme) return false;
      document.documentElement.append(element);
      showWhileDragged(document, it, theme, signal, () => element.remove());
      return true;
    },
  };
}
