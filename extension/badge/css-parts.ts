/** The system's own fonts: the host's are not known. */
export const fonts = "system-ui,sans-serif";

export const focusRing = "outline:2px solid var(--plb-focus,Highlight);";

/** A rule whose every declaration outweighs the page's own; each ends in `;`. Written out, the word would weigh half a KB. */
export const guarded = (selector: string, declarations: string): string =>
  `${selector}{${declarations.replaceAll(";", "!important;")}}`;
