/** What a page of the tracker shows; `other` gets the link rule and no guess. */
export type View = "backlog" | "board" | "list" | "issue" | "other";

/** Where a badge sits: beside `anchor`, which lies in `unit`, the row, card or header of one ticket. */
export interface Spot {
  unit: Element;
  anchor: Element;
  place: "after" | "first-in";
  /** CSS px that lie free beside the anchor, for a badge that takes no room of its own; null: it takes its room. */
  freePx: number | null;
  /** The name of the rule that chose the place; null: the link rule. */
  rule: string | null;
}

/** How to read one tracker's pages. The only owner of the host's DOM; it reads and never writes. */
export interface TrackerPage {
  /** Finds every link that may lead to an issue, and not much else. */
  linkSelector: string;
  /** Page-level style rules that give the badge its colours under the host's light and dark themes. */
  themeCss: string;
  /** How many tickets one question to the tracker may be about before answers come too late to be of use. */
  batchSize: number;
  viewOf(url: URL): View;
  /** The tenant's name where one host serves several, else null. */
  workspaceOf(url: URL): string | null;
  /** The key of the issue that the page itself is about, or null. */
  ownKeyOf(url: URL): string | null;
  /** The key of the issue that `link` leads to on this very site, else null. */
  keyOf(link: HTMLAnchorElement, url: URL): string | null;
  /** Where the badge for `link` belongs, or null where none does: in editors, written text, menus. */
  spotOf(link: HTMLAnchorElement, key: string, url: URL): Spot | null;
}
