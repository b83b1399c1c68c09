const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** Gives a shadow root or document a style sheet that all others with the same text share. */
export function adoptCss(root: ShadowRoot | Document, css: string): void {
  const document = root instanceof Document ? root : root.ownerDocument;
  try {
    const sheet = sharedSheet(document, css);
    // A root of ours has no other sheet, and setting is far cheaper than adding.
    if (root instanceof Document) root.adoptedStyleSheets.push(sheet);
    else root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses sheets made in a content script (bugzilla 1751346): one element for each root instead.
    const style = document.createElement("style");
    style.textContent = css;
    (root instanceof Document ? root.documentElement : root).append(style);
  }
}

/** Takes a style sheet back that `adoptCss` gave. */
export function dropCss(document: Document, css: string): void {
  const sheet = sheets.get(document)?.get(css);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
}

function sharedSheet(document: Document, css: string): CSSStyleSheet {
  const ofDocument = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, ofDocument);
  const known = ofDocument.get(css);
  if (known !== undefined) return known;
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  ofDocument.set(css, made);
  return made;
}
