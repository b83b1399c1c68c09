import { focusRing, fonts, guarded } from "./css-parts";

const host = `
  all: initial; position: fixed; display: block; margin: 0;
  inset: var(--plb-top) auto auto var(--plb-left);
  inline-size: 360px; max-inline-size: calc(100vw - 16px); block-size: fit-content;
  z-index: 2147483647; direction: inherit;
`;

/** How the hovercard looks. */
export const hovercardCss = `
${guarded(":host", host)}
:host(:focus) { outline: none !important; }
.card {
  box-sizing: border-box; max-block-size: min(520px, var(--plb-most)); overflow: auto; overscroll-behavior: contain; padding: 15px;
  display: flex; flex-direction: column; gap: 8px;
  background: var(--plb-surface, Canvas); color: var(--plb-ink, CanvasText);
  border: 1px solid var(--plb-line, #8a8f98); border-radius: 8px; box-shadow: var(--plb-shadow);
  font: 13px/19px ${fonts};
  overflow-wrap: anywhere; white-space: pre-line;
}
:host(:focus-visible) .card { ${focusRing} outline-offset: 1px; }
span, a { unicode-bidi: isolate; }
.title { font-size: 14px; font-weight: 600; }
.subtitle { color: var(--plb-quiet, GrayText); }
.sentence { padding-inline-start: 10px; border-inline-start: 3px solid var(--plb-aligned, #1f8a5b); }
.alert { font-weight: 600; color: var(--plb-orphan-ink, #8f4700); }
.field { display: grid; grid-template-columns: 84px 1fr; gap: 8px; }
.title .label { display: block; }
.label { color: var(--plb-quiet, GrayText); font-size: 11px; font-weight: 600; line-height: 19px; }
button { all: unset; }
a, button { color: inherit; text-decoration: underline; cursor: pointer; }
a:focus-visible, button:focus-visible { ${focusRing} outline-offset: 2px; }
`;
