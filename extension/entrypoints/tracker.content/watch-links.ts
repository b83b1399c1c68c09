import { badgeTag } from "../../badge/badge";
import { onAbort } from "./on-abort";

export interface LinkWatcher {
  /** Links that joined the page or whose address changed, in the order of the page. */
  onLinks(links: HTMLAnchorElement[]): void;
  /** Links that left the page or were moved in it. */
  onLinksGone(links: HTMLAnchorElement[]): void;
  /** Badges that joined the page, by whoever's hand. */
  onBadges(badges: HTMLElement[]): void;
  /** Badges that left the page, were moved in it, or lie in what became an editor. */
  onBadgesGone(badges: HTMLElement[]): void;
  /** After all of these: the page changed, whatever it was. */
  onChange(): void;
}

/**
 * Watches a document for links until `signal` ends it. It looks only at what a mutation added or removed, never at
 * the whole document again, and answers before the next paint. What it gives makes it overlook what was changed in the running
 * task so far: to be called at the end of one in which none but the extension changed anything.
 */
export function watchLinks(
  document: Document,
  selector: string,
  watcher: LinkWatcher,
  signal: AbortSignal,
): () => void {
  const either = `${selector},${badgeTag}`;
  const observer = new MutationObserver((records) => {
    const joined: Found = { links: [], badges: [] };
    const gone: Found = { links: [], badges: [] };
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (type === "attributes" && target instanceof Element) {
        if (attributeName === "contenteditable") find(target, either, { ...joined, badges: gone.badges });
        else if (target instanceof HTMLAnchorElement) joined.links.push(target);
        continue;
      }
      for (const node of addedNodes) find(node, either, joined);
      for (const node of removedNodes) find(node, either, gone);
    }
    watcher.onLinksGone(gone.links);
    watcher.onBadges(joined.badges);
    if (gone.badges[0]) watcher.onBadgesGone(gone.badges);
    // A page that is still being read adds a row before its links, and then each of them.
    if (joined.links[0]) watcher.onLinks([...new Set(joined.links)]);
    watcher.onChange();
    forgetOwn();
  });
  const forgetOwn = () => void observer.takeRecords();
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["href", "contenteditable"],
  });
  onAbort(signal, () => observer.disconnect());
  watcher.onLinks([...document.querySelectorAll<HTMLAnchorElement>(selector)]);
  return forgetOwn;
}

interface Found {
  links: HTMLAnchorElement[];
  badges: HTMLElement[];
}

// Of the prototype, because the fields of a form may hide the form's own.
const { matches, querySelectorAll } = Element.prototype;

/** Adds the links and badges in `node`, itself included, by one question: a page changes far more often than its tickets. */
function find(node: Node, either: string, found: Found): void {
  if (!(node instanceof Element)) return;
  if (matches.call(node, either)) sort(node, found);
  if (node.localName === badgeTag) return;
  const inside = querySelectorAll.call(node, either);
  for (let at = 0; at < inside.length; at++) sort(inside[at] as Element, found);
}

function sort(it: Element, { links, badges }: Found): void {
  if (it.localName === badgeTag) badges.push(it as HTMLElement);
  else if (it instanceof HTMLAnchorElement) links.push(it);
}
