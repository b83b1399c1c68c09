import { hashOf } from "./class-names";

/** What a release leaves out. */
const leftOut = new Set([
  "data-contextual-menu",
  "data-column-id",
  "data-list-grid-column",
  "data-list-group-divider",
  "data-menu-open",
]);

/** What a release gives another name: with those left out, all data attributes that are known of Linear (reference 1.2). */
const renamed = new Set([
  "data-board-item",
  "data-detail-button",
  "data-detail-property-button",
  "data-details-pane-section-content",
  "data-editor-id",
  "data-list-container",
  "data-list-key",
  "data-list-row",
  "data-list-wrapper",
  "data-restore-scroll-view",
  "data-scroll-container",
  "data-view-id",
]);

/** An attribute as the other release writes it, always in the same way; null: not at all. Attributes that are not Linear's own stay. */
export function renamedAttribute(name: string, value: string): { name: string; value: string } | null {
  if (leftOut.has(name)) return null;
  if (!renamed.has(name)) return { name, value };
  return { name: `data-${wordFor(name)}`, value: value === "true" ? value : wordFor(value) };
}

/** From now on the page's elements are marked as by the other release. Before the first render. */
export function renameMarkup(elements: Pick<Element, "setAttribute"> = Element.prototype): void {
  const { setAttribute } = elements;
  elements.setAttribute = function (name, value) {
    const written = renamedAttribute(name, value);
    if (written) setAttribute.call(this, written.name, written.value);
  };
}

// A letter first, so that it is a name wherever it stands.
const wordFor = (text: string) => `u${hashOf(text).toString(36)}`;
