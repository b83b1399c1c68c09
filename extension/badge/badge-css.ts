/** A lock cut out of the mark, 10 by 10 px. No image, which a page's content policy could refuse. */
const lock =
  'path(evenodd, "M2.5 4.2V3.3a2.5 2.5 0 0 1 5 0v.9h.4c.5 0 .9.3.9.8v3.3c0 .5-.4.9-.9.9h-5.8a.9.9 0 0 1-.9-.9V5c0-.5.4-.8.9-.8Zm1.1 0h2.8V3.3a1.4 1.4 0 0 0-2.8 0Z")';

/**
 * The host takes a width that its text has no say in and, by its margins, no height: no row grows, and nothing moves when
 * the answer comes. In a flexible line it gives way to the title, down to the mark.
 * Whatever could move, hide or restyle it is guarded against the page's own rules, one by one: `all: initial` costs a
 * list of thousands too much.
 */
export const badgeCss = `
:host {
  display: inline-block !important;
  position: relative !important;
  inset: auto !important;
  float: none !important;
  flex: 1 0 24px !important;
  order: 0 !important;
  align-self: center !important;
  justify-self: auto !important;
  grid-area: auto !important;
  box-sizing: content-box !important;
  inline-size: 132px !important;
  max-inline-size: 132px !important;
  block-size: 18px !important;
  max-block-size: 18px !important;
  min-inline-size: 0 !important;
  min-block-size: 0 !important;
  margin-block: -9px !important;
  margin-inline: 6px !important;
  padding: 0 !important;
  border: 0 !important;
  background: none !important;
  box-shadow: none !important;
  opacity: 1 !important;
  visibility: inherit !important;
  transform: none !important;
  filter: none !important;
  clip-path: none !important;
  animation: none !important;
  transition: none !important;
  z-index: auto !important;
  pointer-events: auto !important;
  vertical-align: middle !important;
  user-select: none !important;
  -webkit-user-select: none !important;
  cursor: default !important;
  direction: inherit !important;
  outline: none !important;
  /* What is out of view is neither styled nor laid out until it comes near. */
  content-visibility: auto !important;
  overflow: visible !important;
  overflow-clip-margin: 4px !important;
}
:host([data-over]) {
  flex: none !important;
  inline-size: min(132px, var(--plumbline-room)) !important;
  margin-inline: var(--plumbline-start) calc(0px - var(--plumbline-start) - min(132px, var(--plumbline-room))) !important;
}
:host([data-spare]) { inline-size: 24px !important; }
:host([data-over="mark"]) .text { display: none; }
:host([data-over="mark"]) .pill { min-inline-size: 0; padding-inline: 5px; background: var(--plumbline-surface, Canvas); }
.pill {
  all: initial; direction: inherit; cursor: inherit; visibility: inherit; user-select: none; -webkit-user-select: none;
  position: absolute; inset-inline-start: 0; inset-block-start: 0;
  display: flex; flex-wrap: wrap; align-items: center; align-content: start; gap: 5px; box-sizing: border-box;
  block-size: 18px; min-inline-size: min(100%, 51px); max-inline-size: 100%; padding-inline: 6px; overflow: hidden;
  border: 1px solid transparent; border-radius: 9px;
  background: var(--plumbline-fill, #8a8f9826);
  color: var(--plumbline-ink, CanvasText);
  font: 500 11px/16px -apple-system, "Segoe UI", Roboto, Inter, "Helvetica Neue", Arial, sans-serif;
  white-space: nowrap; text-decoration: none;
}
/* Where not even a word's start fits, it wraps out of sight. */
.text { flex: 1 1 22px; overflow: hidden; text-overflow: ellipsis; unicode-bidi: isolate; }
.mark { flex: none; box-sizing: border-box; inline-size: 6px; block-size: 6px; margin-block: 5px; border-radius: 50%; background: var(--plumbline-quiet, GrayText); }
:host(:hover) .pill { border-color: var(--plumbline-line, #8a8f98); }
:host(:focus-visible) .pill { outline: 2px solid var(--plumbline-focus, Highlight); outline-offset: 1px; }
:host([data-state="pending"]) .pill { inline-size: 48px; max-inline-size: 100%; opacity: .5; }
:host([data-state="aligned"]) .mark { background: var(--plumbline-aligned, #1f8a5b); }
:host([data-state="lane"]) .mark { background: var(--plumbline-lane, #3f6fd8); border-radius: 2px; }
:host([data-state="orphan"]) .pill {
  background: transparent; border: 1px dashed var(--plumbline-orphan-line, #d97706);
  color: var(--plumbline-orphan-ink, #8f4700);
}
:host([data-state="orphan"]) .mark { background: var(--plumbline-orphan-line, #d97706); }
:host([data-state="unknown"]) .pill { color: var(--plumbline-quiet, GrayText); }
:host([data-state="unknown"]) .mark { inline-size: 8px; block-size: 8px; margin-block: 4px; background: none; border: 1px solid var(--plumbline-quiet, GrayText); }
:host([data-stale]) .pill { border: 1px dotted var(--plumbline-quiet, GrayText); font-style: italic; }
:host([data-locked]) .mark {
  inline-size: 10px; block-size: 10px; margin-block: 3px; border-radius: 0; clip-path: ${lock};
}
@media (forced-colors: active) { .pill { border-color: CanvasText; } .mark { background: CanvasText; } }
`;
