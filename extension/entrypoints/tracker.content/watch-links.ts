import { badgeTag } from "../../badge/badge";

export interface LinkWatcher {
  /** Links that joined the page or whose address changed, in the order of the page. */
  onLinks(links: HTMLAnchorElement[]): void;
  /** Links that left the page or were moved in it. */
  onLinksGone(links: HTMLAnchorElement[]): void;
  /** Badges that joined the page, by whoever's hand. */
  onBadges(badges: HTMLElement[]): void;
  /** Badges that left the page, were moved in it, or lie in what became an editor. */
  onBadgesGone(badges: HTMLElement[]): void;
}

/**
 * Watches a document for links until `signal` ends it. It looks only at what a mutation added or removed, never at
 * the whole document again, and answers before the next paint.
 */
export function watchLinks(
  document: Document,
  selector: string,
  watcher: LinkWatcher,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver((records) => {
    const links: HTMLAnchorElement[] = [];
    const linksGone: HTMLAnchorElement[] = [];
    const badges: HTMLElement[] = [];
    const badgesGone: HTMLElement[] = [];
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (type === "attributes" && target instanceof Element) {
        if (attributeName === "contenteditable") badgesIn(target, badgesGone);
        if (attributeName === "contenteditable") linksIn(target, selector, links);
        else if (target instanceof HTMLAnchorElement) links.push(target);
        continue;
      }
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        linksIn(node, selector, links);
        badgesIn(node, badges);
      }
      for (const node of removedNodes) {
        if (!(node instanceof Element)) continue;
        linksIn(node, selector, linksGone);
        badgesIn(node, badgesGone);
      }
    }
    if (linksGone.length > 0) watcher.onLinksGone(linksGone);
    if (badges.length > 0) watcher.onBadges(badges);
    if (badgesGone.length > 0) watcher.onBadgesGone(badgesGone);
    if (links.length > 0) watcher.onLinks(links);
    // What is recorded by now is our own doing, for no script of the page ran meanwhile.
    observer.takeRecords();
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["href", "contenteditable"],
  });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  const present = [...document.querySelectorAll<HTMLAnchorElement>(selector)];
  if (present.length > 0) watcher.onLinks(present);
}

// Of the prototype, because the fields of a form may hide the form's own.
const { querySelectorAll, getElementsByTagName } = Element.prototype;

function linksIn(node: Element, selector: string, links: HTMLAnchorElement[]): void {
  if (node.localName === badgeTag) return;
  if (node instanceof HTMLAnchorElement && node.matches(selector)) links.push(node);
  if (node.firstElementChild === null) return;
  for (const link of querySelectorAll.call(node, selector)) links.push(link as HTMLAnchorElement);
}

function badgesIn(node: Element, badges: HTMLElement[]): void {
  if (node.localName === badgeTag) badges.push(node as HTMLElement);
  else if (node.firstElementChild !== null) {
    for (const badge of getElementsByTagName.call(node, badgeTag)) badges.push(badge as HTMLElement);
  }
}
