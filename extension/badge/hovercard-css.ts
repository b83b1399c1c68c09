export const hovercardCss = `
:host { all: initial !important; position: fixed !important; display: block !important; margin: 0 !important;
  inset: var(--plumbline-top) auto auto var(--plumbline-left) !important;
  inline-size: 360px !important; max-inline-size: calc(100vw - 16px) !important; block-size: fit-content !important;
  z-index: 2147483647 !important; direction: inherit !important; }
:host(:focus) { outline: none !important; }
.card {
  box-sizing: border-box; max-block-size: min(520px, var(--plumbline-most)); overflow: auto; overscroll-behavior: contain; padding: 14px 16px;
  display: flex; flex-direction: column; gap: 8px;
  background: var(--plumbline-surface, Canvas); color: var(--plumbline-ink, CanvasText);
  border: 1px solid var(--plumbline-line, #8a8f98); border-radius: 8px; box-shadow: var(--plumbline-shadow, 0 8px 24px #0003);
  font: 13px/19px -apple-system, "Segoe UI", Roboto, Inter, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere; white-space: pre-line;
}
:host(:focus-visible) .card { outline: 2px solid var(--plumbline-focus, Highlight); outline-offset: 1px; }
span, a { unicode-bidi: isolate; }
.title { font-size: 14px; font-weight: 600; }
.subtitle { color: var(--plumbline-quiet, GrayText); }
.sentence { padding-inline-start: 10px; border-inline-start: 3px solid var(--plumbline-aligned, #1f8a5b); }
.alert { font-weight: 600; color: var(--plumbline-orphan-ink, #8f4700); }
.field { display: grid; grid-template-columns: 84px 1fr; gap: 8px; }
.title .label { display: block; }
.label { color: var(--plumbline-quiet, GrayText); font-size: 11px; font-weight: 600; line-height: 19px; }
a, button { color: inherit; text-decoration: underline; text-underline-offset: 2px; cursor: pointer; }
button { all: unset; color: inherit; text-decoration: underline; text-underline-offset: 2px; cursor: pointer; }
a:focus-visible, button:focus-visible { outline: 2px solid var(--plumbline-focus, Highlight); outline-offset: 2px; }
`;
