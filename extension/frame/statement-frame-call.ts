import type { FrameWords } from "./statement-frame";

/** Under this symbol's name the page's isolated world keeps what opens the dialog. */
export const statementFrameName = "plumbline.statement-frame";

/** How the page looks, and what is marked in it. */
export interface PageLook {
  theme: "light" | "dark";
  selection: string;
}

/** What the worker calls in a tracker's page. */
export interface FrameCall {
  /** Null: the overlay does not run in this page. */
  look(): PageLook | null;
  /** "busy": one is open already; "off": the overlay does not run. */
  open(asked: {
    id: string;
    address: string;
    theme: PageLook["theme"];
    words: FrameWords;
  }): "open" | "busy" | "off";
}
