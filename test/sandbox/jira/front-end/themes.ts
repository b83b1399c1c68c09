import { createRequire } from "node:module";

/** Atlassian's theme sheets by their `data-theme` id; they are published as modules that hold CSS. */
const sheets = {
  light: "atlassian-light",
  dark: "atlassian-dark",
  shape: "atlassian-shape",
  spacing: "atlassian-spacing",
  typography: "atlassian-typography",
} as const;

const load = createRequire(import.meta.url);

function cssOf(name: string): string {
  const module: unknown = load(`@atlaskit/tokens/dist/cjs/artifacts/themes/${name}.js`);
  const css = typeof module === "object" && module !== null && "default" in module ? module.default : null;
  if (typeof css !== "string") throw new Error(`@atlaskit/tokens has no theme sheet ${name}.`);
  return css;
}

/** The `<style>` elements that define every `--ds-*` variable for both colour modes, as Jira's own pages carry them. */
export const themeStyles = (): string =>
  Object.entries(sheets)
    .map(([id, name]) => `<style data-theme="${id}">${cssOf(name)}</style>`)
    .join("");

/** The same as one sheet, for a frame that follows the page around it. */
export const themeSheet = (): string => Object.values(sheets).map(cssOf).join("\n");

/** Value of `html[data-theme]`: which sheet each part takes. */
export const themeAttribute = "dark:dark light:light shape:shape spacing:spacing typography:typography";
