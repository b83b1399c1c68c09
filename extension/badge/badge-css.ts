import { focusRing, fonts, guarded } from "./css-parts";

/** A lock cut out of the mark, 10 by 10 px. No image, which a page's content policy could refuse. */
const lock =
  'path(evenodd, "M2.5 4.2V3.3a2.5 2.5 0 0 1 5 0v.9h.4c.5 0 .9.3.9.8v3.3c0 .5-.4.9-.9.9h-5.8a.9.9 0 0 1-.9-.9V5c0-.5.4-.8.9-.8Zm1.1 0h2.8V3.3a1.4 1.4 0 0 0-2.8 0Z")';

/**
 * The host takes a width that its text has no say in and, by its margins, no height: no row grows, and nothing moves when
 * the answer comes. In a flexible line it gives way to the title, down to the mark.
 * Whatever could move, hide or restyle it is guarded against the page's own rules, one by one: `all: initial` costs a
 * list of thousands too much.
 */
const host = `
  display: inline-block;
  position: static;
  inset: auto;
  float: none;
  flex: 1 0 24px;
  order: 0;
  align-self: center;
  justify-self: auto;
  grid-area: auto;
  box-sizing: content-box;
  inline-size: 132px;
  max-inline-size: 132px;
  block-size: 18px;
  max-block-size: 18px;
  min-inline-size: 0;
  min-block-size: 0;
  margin-block: -9px;
  margin-inline: 6px;
  padding: 0;
  border: 0;
  background: none;
  box-shadow: none;
  opacity: 1;
  visibility: inherit;
  transform: none;
  filter: none;
  clip-path: none;
  animation: none;
  transition: none;
  z-index: auto;
  pointer-events: auto;
  vertical-align: middle;
  user-select: none;
  cursor: default;
  direction: inherit;
  outline: none;
  overflow: visible;
`;

const over = `
  flex: none;
  inline-size: var(--plb-room);
  margin-inline: var(--plb-start) var(--plb-back);
`;

/** The room that a badge keeps; `select` gives the selector of badges that have an attribute, or of all where it is empty. */
export const badgeBoxCss = (select: (attribute: string) => string): string =>
  guarded(select(""), host) +
  guarded(select("[data-over]"), over) +
  guarded(select("[data-spare]"), "inline-size:24px;");

/** How a drawn badge looks: all of it in its own shadow root, where no rule of the page outweighs it. */
export const badgeCss = `
${badgeBoxCss((attribute) => (attribute === "" ? ":host" : `:host(${attribute})`))}
${guarded(":host", "position:relative;")}
:host([data-over="mark"]) .text { display: none; }
:host([data-over="mark"]) .pill { min-inline-size: 0; padding-inline: 5px; background: var(--plb-surface, Canvas); }
.pill {
  all: initial; direction: inherit; cursor: inherit; visibility: inherit; user-select: none;
  position: absolute; inset-inline-start: 0; inset-block-start: 0;
  display: flex; flex-wrap: wrap; align-items: center; align-content: start; gap: 5px; box-sizing: border-box;
  block-size: 18px; min-inline-size: min(100%, 51px); max-inline-size: 100%; padding-inline: 6px; overflow: hidden;
  border: 1px solid transparent; border-radius: 9px;
  background: var(--plb-fill, #8a8f9826);
  color: var(--plb-ink, CanvasText);
  font: 500 11px/16px ${fonts};
  white-space: nowrap;
}
/* Where not even a word's start fits, it wraps out of sight. */
.text { flex: 1 1 22px; overflow: hidden; text-overflow: ellipsis; unicode-bidi: isolate; }
.mark { flex: none; box-sizing: border-box; inline-size: 6px; block-size: 6px; margin-block: 5px; border-radius: 50%; background: var(--plb-quiet, GrayText); }
:host(:hover) .pill { border-color: var(--plb-line, #8a8f98); }
:host(:focus-visible) .pill { ${focusRing} outline-offset: 1px; }
:host([data-state="pending"]) .pill { inline-size: 48px; opacity: .5; }
:host([data-state="aligned"]) .mark { background: var(--plb-aligned, #1f8a5b); }
:host([data-state="lane"]) .mark { background: var(--plb-lane, #3f6fd8); border-radius: 2px; }
:host([data-state="orphan"]) .pill {
  background: transparent; border: 1px dashed var(--plb-orphan-line, #d97706);
  color: var(--plb-orphan-ink, #8f4700);
}
:host([data-state="orphan"]) .mark { background: var(--plb-orphan-line, #d97706); }
:host([data-state="unknown"]) .pill { color: var(--plb-quiet, GrayText); }
:host([data-state="unknown"]) .mark { inline-size: 8px; block-size: 8px; margin-block: 4px; background: none; border: 1px solid var(--plb-quiet, GrayText); }
:host([data-stale]) .pill { border: 1px dotted var(--plb-quiet, GrayText); font-style: italic; }
:host([data-locked]) .mark {
  inline-size: 10px; block-size: 10px; margin-block: 3px; border-radius: 0; clip-path: ${lock};
}
@media (forced-colors: active) { .pill { border-color: CanvasText; } .mark { background: CanvasText; } }
`;
