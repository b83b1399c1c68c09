export type ColourMode = "light" | "dark";

/** The mode that the page shows now. */
export const colourMode = (root: HTMLElement = document.documentElement): ColourMode =>
  root.dataset.colorMode === "dark" ? "dark" : "light";

/** Switches the page at once, and by a cookie every page that the site serves from now on. */
export function setColourMode(mode: ColourMode, doc: Document = document): void {
  doc.documentElement.dataset.colorMode = mode;
  doc.cookie = `sandbox.theme=${mode}; path=/; secure; samesite=lax`;
}
