import { fonts } from "../badge/css-parts";

/** How the dialog over the page looks until the form in it is drawn; the page's own rules reach nothing of it. */
export const statementFrameCss = `
:host { all: initial !important; }
dialog {
  box-sizing: border-box; inline-size: min(680px, calc(100vw - 32px)); block-size: min(880px, calc(100vh - 48px));
  max-inline-size: none; max-block-size: none; margin: auto; padding: 0; overflow: hidden;
  border: 1px solid #8884; border-radius: 12px; box-shadow: 0 16px 48px #0006;
  background: #fff; color: #292a2e; font: 14px/20px ${fonts};
}
dialog.dark { background: #1f1f21; color: #cecfd2; color-scheme: dark; }
dialog::backdrop { background: #0b120e80; }
iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; opacity: 0; color-scheme: light; }
.dark iframe { color-scheme: dark; }
.open iframe { opacity: 1; }
.note { position: absolute; inset: 0; display: grid; align-content: center; justify-items: center; gap: 16px; padding: 32px; text-align: center; }
.open .note, .note:empty { display: none; }
.buttons { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px; }
button {
  padding: 6px 12px; border: 1px solid #7d818a; border-radius: 4px; background: none; color: inherit; font: inherit; cursor: pointer;
}
button:focus-visible { outline: 2px solid #4688ec; outline-offset: 2px; }
`;
