/** Marks that Jira's pages set for themselves and may leave out in any release. */
const helperAttributes = new Set(["data-vc", "data-component-selector", "data-issuefieldid"]);

/** A test id's new name: always the same one, with nothing of the old one in it (32-bit FNV-1a). */
export function renamedTestId(testId: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(testId)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `ui-${hash.toString(36)}`;
}

/** From now on the page's elements get their test ids renamed and no helper attributes. Before the first render. */
export function renameMarkup(elements: Pick<Element, "setAttribute"> = Element.prototype): void {
  const { setAttribute } = elements;
  elements.setAttribute = function (name, value) {
    if (helperAttributes.has(name)) return;
    setAttribute.call(this, name, name === "data-testid" ? renamedTestId(value) : value);
  };
}
