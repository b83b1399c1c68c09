import type { TrackerId } from "./hosts";

/** What a page of a tracker shows, as a person would name it; `other` gets the link rule and no guess. */
export const views = [
  "backlog",
  "board",
  "list",
  "timeline",
  "sprint",
  "project",
  "mine",
  "saved-view",
  "search",
  "inbox",
  "issue",
  "other",
] as const;
export type View = (typeof views)[number];

/** Where a badge sits: beside `anchor`, which lies in `unit`, the row, card or header of one ticket. */
export interface Spot {
  unit: Element;
  anchor: Element;
  place: "after" | "first-in";
  /**
   * CSS px that lie free beside the anchor, for a badge that takes no room of its own; null: it takes its room;
   * "spare": it takes its mark's room, and more only where the line has some to spare.
   */
  freePx: number | "spare" | null;
  /** The name of the rule that chose the place; null: the link rule. */
  rule: string | null;
}

/** The element in which a badge at `spot` lies; null where the anchor has left the page. */
export const parentAt = ({ anchor, place }: Spot): Element | null =>
  place === "after" ? anchor.parentElement : anchor;

/** A known place for a badge. Rules are tried in order; the first whose unit encloses the link decides. */
export interface SpotRule {
  /** What the place is called in a report, such as "backlog row". */
  name: string;
  /** When the selectors were last seen to fit, `YYYY-MM` or to the day. */
  seen: string;
  /** Where tickets stand in this place: if it fits none of them there, the view has changed. */
  views: readonly View[];
  /** The row, card or header. */
  unit: string;
  /** A selector within the unit, or how to find the anchor in the link; null: the link itself. */
  anchor: string | null | ((link: Element, key: string) => Element | null);
  /** Behind the anchor where it does not say otherwise. */
  place?: "first-in";
  /** True where the unit has no width to spare, so that the badge lies over free room and no line wraps. */
  liesOver?: true;
}

/** What a view is known to have, though no badge sits by it. */
export interface Landmark extends Pick<SpotRule, "name" | "seen" | "views"> {
  selector: string;
}

/** The key of the issue that a link leads to; null: to none. */
export type KeyOf = (link: HTMLAnchorElement) => string | null;

/** How to read one tracker's pages. The only owner of the host's DOM; it reads and never writes. */
export interface TrackerPage {
  id: TrackerId;
  /** Finds every link that may lead to an issue, and not much else. */
  linkSelector: string;
  rules: readonly SpotRule[];
  landmarks: readonly Landmark[];
  /** Declarations for our own elements in the page, with nested rules, that give them colours under the host's light and dark themes. */
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
