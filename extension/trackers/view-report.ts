import { hasViewChanged } from "./has-view-changed";
import type { TrackerId } from "./hosts";
import type { SpotRule, TrackerPage, View } from "./tracker-page";

/** What the overlay looked for in a view and what it found. Holds nothing of what tickets say, nor their keys. */
export interface ViewReport {
  tracker: TrackerId;
  /** The view that has changed; over a list it may be the issue that is open there. */
  view: View;
  /** UTC ISO. */
  at: string;
  /** Each place or landmark that is expected in this view, and how often its parts were found. */
  rules: { name: string; seen: string; unit: string; units: number; anchors: number }[];
  /** Links to tickets on the page, and how their badges were placed. */
  links: number;
  placedByRule: number;
  placedByLink: number;
}

/** A badge on the page, and the rule that placed it; null: the link rule. */
export interface PlacedBadge {
  key: string;
  rule: string | null;
}

/** So many tickets in one place are no coincidence. */
const several = 3;

/**
 * What a person may send on where a view could not be read as expected; null: it could, or nothing is known of it.
 * Walks the whole page where no rule placed a badge: for when it is at rest, or for somebody who asks.
 */
export function viewReport(
  document: Document,
  page: TrackerPage,
  url: URL,
  placements: Iterable<PlacedBadge>,
  now: Date,
): ViewReport | null {
  const placed = [...placements];
  const byLink = placed.filter(({ rule }) => rule === null);
  const ownKey = page.ownKeyOf(url);
  const view = page.viewOf(url);
  // An issue that is open over a list is a view of its own, with one certain ticket.
  for (const part of ownKey === null || view === "issue" ? [view] : [view, "issue" as const]) {
    const isExpected = ({ views }: { views: readonly View[] }) => views.includes(part);
    const rules = page.rules.filter(isExpected);
    // Where one of them placed a badge, the view is what it was.
    if (placed.some(({ rule }) => rules.some(({ name }) => name === rule))) continue;
    const links = linksOn(document, page, url).length;
    const looked = rules.map((rule) => lookFor(document, page, url, rule));
    const landmarks = page.landmarks.filter(isExpected).map(({ name, seen, selector }) => {
      const units = document.querySelectorAll(selector).length;
      return { name, seen, unit: selector, units, anchors: units };
    });
    const evidence = {
      known: rules.length + landmarks.length,
      found: sum(landmarks),
      units: sum(looked),
      links,
      placedByLink: part === "issue" ? byLink.filter(({ key }) => key === ownKey).length : byLink.length,
      telling: part === "issue" ? 1 : several,
    };
    if (!hasViewChanged(evidence)) continue;
    return {
      tracker: page.id,
      view: part,
      at: now.toISOString(),
      rules: [...looked, ...landmarks],
      links,
      placedByRule: placed.length - byLink.length,
      placedByLink: byLink.length,
    };
  }
  return null;
}

const sum = (all: readonly { units: number }[]): number => all.reduce((total, { units }) => total + units, 0);

function linksOn(root: ParentNode, { linkSelector, keyOf }: TrackerPage, url: URL): HTMLAnchorElement[] {
  const links = root.querySelectorAll<HTMLAnchorElement>(linkSelector);
  return [...links].filter((link) => keyOf(link, url) !== null);
}

function lookFor(
  document: Document,
  page: TrackerPage,
  url: URL,
  { name, seen, unit, anchor }: SpotRule,
): ViewReport["rules"][number] {
  const units = [...document.querySelectorAll(unit)];
  const isAnchored = (it: Element) => {
    if (typeof anchor === "string") return it.querySelector(anchor) !== null;
    const links = it instanceof HTMLAnchorElement ? [it] : linksOn(it, page, url);
    return links.some((link) => anchor === null || anchor(link, page.keyOf(link, url) ?? "") !== null);
  };
  return { name, seen, unit, units: units.length, anchors: units.filter(isAnchored).length };
}
