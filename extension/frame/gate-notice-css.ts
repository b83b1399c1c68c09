import { fonts } from "../badge/css-parts";

/** How the notice over the page looks; the page's own rules reach nothing of it, and it moves nothing of the page. */
export const gateNoticeCss = `
:host { all: initial !important; }
section {
  position: fixed; inset-block-end: 24px; inset-inline-end: 24px; z-index: 2147483646; box-sizing: border-box;
  inline-size: min(420px, calc(100vw - 48px)); max-block-size: min(420px, calc(100vh - 48px)); overflow: auto;
  padding: 16px; border: 1px solid #8884; border-inline-start: 4px solid #b38600; border-radius: 8px; box-shadow: 0 8px 28px #0004;
  background: #fff; color: #292a2e; font: 14px/20px ${fonts};
}
section.dark { background: #1f1f21; color: #cecfd2; color-scheme: dark; }
header { display: flex; gap: 8px; align-items: start; justify-content: space-between; }
h2 { margin: 0; font: inherit; font-weight: 600; }
ul { margin: 8px 0 0; padding: 0; list-style: none; display: grid; gap: 12px; }
p { margin: 0; overflow-wrap: anywhere; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 8px; }
button {
  padding: 4px 10px; border: 1px solid #7d818a; border-radius: 4px; background: none; color: inherit; font: inherit; cursor: pointer;
}
button[aria-disabled="true"] { cursor: default; opacity: .7; }
button:focus-visible, section:focus-visible { outline: 2px solid #4688ec; outline-offset: 2px; }
`;
