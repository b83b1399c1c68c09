import { fonts } from "../badge/css-parts";

const pill = `
  display: inline-block; padding: 0 8px; border-radius: 10px; white-space: nowrap; font: 600 12px/20px ${fonts};
  background: #fff; color: #7f4a00; box-shadow: inset 0 0 0 1px #b38600;
`;

/** How notes about sprints look. None takes room of the page or answers the pointer. */
export const sprintNotesCss = `
:host {
  all: initial !important; display: inline-block !important; inline-size: 0 !important; block-size: 0 !important;
  vertical-align: middle !important; pointer-events: none !important;
}
.pill { ${pill} }
.pill.ready { color: #216e4e; box-shadow: inset 0 0 0 1px #22a06b; }
.dark .pill { background: #1f1f21; color: #fbd779; }
.dark .pill.ready { color: #7ee2b8; }
.beside { position: relative; display: block; inline-size: 0; block-size: 0; }
.beside .pill { position: absolute; inset-inline-start: 4px; inset-block-start: -10px; }
.beside .pill.crowded { visibility: hidden; }
.foot { position: fixed; inset-block-end: 52px; inset-inline: 0; z-index: 400; display: grid; justify-items: center; }
.hint {
  position: fixed; inset: 0 auto auto 0; z-index: 2147483646; max-inline-size: 340px; padding: 6px 10px; border-radius: 6px;
  background: #292a2e; color: #fff; font: 13px/18px ${fonts}; box-shadow: 0 4px 12px #0004;
}
.dark .hint { background: #cecfd2; color: #1f1f21; }
`;
