/** Stands in a page where nobody chose views or a language, so that its overlay begins before the page is painted. */
export const asInstalled = Symbol.for("plumbline.as-installed");
