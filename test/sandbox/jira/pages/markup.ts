import { createContext } from "react";
import type { Markup } from "../../markup";

/** The markup that the shell's script element asks for. To be read while that script runs. */
export const markupOf = (script: HTMLOrSVGScriptElement | null = document.currentScript): Markup =>
  script?.dataset.markup === "renamed" ? "renamed" : "today";

export const MarkupContext = createContext<Markup>("today");
