/** Real names: the theme class is documented as stable (reference 1.1), ProseMirror names its own. */
const keptNames = new Set(["dark", "ProseMirror"]);

/** The class that a source name has in this build: unreadable as StyleX makes them, or half readable as CSS modules do. */
export function classNameIn(revision: string, name: string): string {
  if (keptNames.has(name)) return name;
  const hash = hashOf(`${revision}/${name}`);
  const text = hash.toString(36).padStart(7, "0");
  return hash % 3 === 0 ? `_${name.replaceAll("-", "")}_${text.slice(0, 5)}_${hash % 97}` : `sx-${text}`;
}

/** Selector text with every class renamed for this build. */
export function selectorIn(revision: string, selector: string): string {
  return selector.replace(/\.([a-zA-Z][\w-]*)/g, (_, name: string) => `.${classNameIn(revision, name)}`);
}

/** Renames the classes of a style sheet, so that no class survives a build of the pages. */
export function renameClasses(revision: string, rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) rule.selectorText = selectorIn(revision, rule.selectorText);
    else if (rule instanceof CSSGroupingRule) renameClasses(revision, rule.cssRules);
  }
}

/** FNV-1a, 32 bit. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
