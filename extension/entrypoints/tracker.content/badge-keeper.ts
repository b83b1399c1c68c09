import { type Badge, badgeTag, createBadge } from "../../badge/badge";
import type { BadgeView } from "../../badge/badge-view";
import { gapIn } from "../../trackers/line-room";
import { parentAt, type Spot, type TrackerPage } from "../../trackers/tracker-page";
import { inSlices, inTasks, type Work } from "./in-slices";
import { inViewFirst } from "./in-view-first";
import { onAbort } from "./on-abort";

interface Placement {
  badge: Badge;
  key: string;
  link: HTMLAnchorElement;
  unit: Element;
  /** The rule that chose its place; null: the link rule. */
  rule: string | null;
  /** Whether it lies over what the link rule measured as free: it takes none of it, so that it can be measured again. */
  fitted?: boolean;
  /** How often the host has lately removed it, and since when (milliseconds). */
  strikes: number;
  since: number;
}

export interface BadgeKeeper {
  /** Gives every one of these links its badge, or takes it away where it has none any more. */
  place(links: readonly HTMLAnchorElement[]): void;
  /** Takes away the badges of links that left the page without them, or moved where none may be. */
  release(links: readonly HTMLAnchorElement[]): void;
  /** Puts badges back that the host removed or moved while their link stayed. */
  restore(badges: readonly HTMLElement[]): void;
  /** Removes those badges that nobody here made: copies, which a page makes with its rows, have nothing in them. */
  removeCopies(badges: readonly HTMLElement[]): void;
  /** Soon fits anew the badges that lie over free room: a page may have moved what stands beside them. */
  refit(): void;
  /** Shows anew every badge of these keys. */
  refresh(keys: Iterable<string>): void;
  /** The keys on the page now, with the row, card or header of each badge. */
  placed(): Iterable<{ key: string; unit: Element; element: HTMLElement; rule: string | null }>;
  clear(): void;
}

interface KeeperOptions {
  document: Document;
  page: TrackerPage;
  url: () => URL;
  /** How each ticket shows right now; asked once for all badges of one pass. */
  viewer: () => (key: string) => BadgeView;
  /** Told of every key that got a badge. */
  onPlaced: (keys: string[]) => void;
  signal: AbortSignal;
}

interface Found {
  link: HTMLAnchorElement;
  key: string;
  spot: Spot;
}

/** What a page adds at once is drawn before its first paint, up to a few screenfuls; more of it when it comes into view. */
const drawnAtOnce = 100;
/** So far above and below what can be seen, of its height. */
const nearby = "50%";
const calmMs = 2_000;
const refitMs = 500;
const patientStrikes = 2;
const longestWaitMs = 8_000;

/** Keeps exactly one badge in each row, card or header that leads to a ticket, through recycling and re-rendering. */
export function createBadgeKeeper(options: KeeperOptions): BadgeKeeper {
  const { document, page, url, viewer, onPlaced, signal } = options;
  const ofLink = new WeakMap<HTMLAnchorElement, Placement>();
  const ofUnit = new WeakMap<Element, Map<string, Placement>>();
  const ofElement = new WeakMap<HTMLElement, Placement>();
  const live = new Set<Placement>();
  const ofKey = new Map<string, Set<Placement>>();

  /** A link whose surroundings cannot be read, such as a form whose fields hide its methods, costs no other link its badge. */
  function spotOf(link: HTMLAnchorElement, key: string, here: URL): Spot | null {
    try {
      return page.spotOf(link, key, here);
    } catch (error) {
      reportError(error);
      return null;
    }
  }

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        ofElement.get(target as HTMLElement)?.badge.draw();
      }
    },
    { rootMargin: nearby, scrollMargin: nearby } as IntersectionObserverInit,
  );
  onAbort(signal, () => near.disconnect());

  const work: Work<HTMLAnchorElement, Found> = {
    read(links, from, found, mayGoOn) {
      const here = url();
      let at = from;
      while (at < links.length && (at === from || mayGoOn())) {
        const link = links[at++];
        if (!link?.isConnected) continue;
        const key = page.keyOf(link, here);
        const known = ofLink.get(link);
        // A row that was away and is back is shown anew, for it may have missed an answer.
        if (known?.key === key && known.badge.element.isConnected && live.has(known)) continue;
        const last = found.at(-1);
        // A row often leads to its ticket more than once, one link after the other.
        const isTwin = last !== undefined && last.key === key && last.spot.unit.contains(link);
        const spot = isTwin ? last.spot : key === null ? null : spotOf(link, key, here);
        if (key !== null && spot !== null) found.push({ link, key, spot });
        else if (known?.link === link) drop(known);
      }
      return at;
    },
    write(found) {
      if (found.length === 0) return;
      const here = url();
      const viewOf = viewer();
      // A page may have changed since it was read.
      const holds = found.filter(
        ({ link, key, spot }) => spot.anchor.isConnected && page.keyOf(link, here) === key,
      );
      for (const { link, key, spot } of holds) settle(link, key, spot, viewOf);
      onPlaced(holds.map(({ key }) => key));
    },
    urgentFirst: inViewFirst,
  };

  let toFit = false;
  let toDraw = 0;
  function place(links: readonly HTMLAnchorElement[]): void {
    toDraw = drawnAtOnce;
    inSlices(links, work, signal);
  }

  function settle(
    link: HTMLAnchorElement,
    key: string,
    spot: Spot,
    viewOf: (key: string) => BadgeView,
  ): void {
    const linked = ofLink.get(link);
    const twin = ofUnit.get(spot.unit)?.get(key);
    if (twin !== undefined && linked !== twin && linked?.link === link) drop(linked);
    if (twin?.badge.element.isConnected) {
      ofLink.set(link, twin);
      return;
    }
    // The host may have taken the unit's badge away, so that it waits to be put back: a second one would join it then.
    const mine = twin ?? linked;
    // A recycled row keeps its badge, whichever of its links tells of the new ticket first.
    const isMine =
      mine !== undefined &&
      (mine === twin || mine.link === link || page.keyOf(mine.link, url()) !== mine.key);
    if (isMine) forget(mine);
    const { unit, rule } = spot;
    const place = { key, link, unit, rule };
    const placement = isMine
      ? Object.assign(mine, place)
      : { ...place, badge: createBadge(document), strikes: 0, since: 0 };
    ofElement.set(placement.badge.element, placement);
    ofLink.set(link, placement);
    ofUnit.set(unit, (ofUnit.get(unit) ?? new Map()).set(key, placement));
    ofKey.set(key, (ofKey.get(key) ?? new Set()).add(placement));
    live.add(placement);
    const { badge } = placement;
    badge.show(key, viewOf(key));
    if (!isMine) {
      if (toDraw-- > 0) badge.draw();
      else near.observe(badge.element);
    }
    insert(placement, spot);
  }

  function forget(placement: Placement): void {
    const { unit, key } = placement;
    const inUnit = ofUnit.get(unit);
    if (inUnit?.get(key) === placement) inUnit.delete(key);
    const same = ofKey.get(key);
    same?.delete(placement);
    if (same?.size === 0) ofKey.delete(key);
    live.delete(placement);
  }

  function drop(placement: Placement): void {
    forget(placement);
    ofLink.delete(placement.link);
    near.unobserve(placement.badge.element);
    placement.badge.element.remove();
  }

  /** Takes away a badge that outlived its link, and gives the unit's other links the chance to have one. */
  function release(link: HTMLAnchorElement): void {
    const placement = ofLink.get(link);
    if (placement?.link !== link || !placement.badge.element.isConnected) return;
    if (link.isConnected) follow(placement);
    else dropAndTake(placement);
  }

  /** Where the link or the badge was moved, or an editor opened around them, the badge goes where it now belongs, if anywhere. */
  function follow(placement: Placement, refits = false): void {
    const spot = spotOf(placement.link, placement.key, url());
    // What would take room from now on would move what stands there.
    if (refits && typeof spot?.freePx !== "number") return;
    if (spot === null) dropAndTake(placement);
    // Two badges behind one anchor must not push each other aside for good.
    else if (placement.badge.element.parentElement !== parentAt(spot)) insert(placement, spot);
    else if (refits) giveRoom(placement, spot);
  }

  function dropAndTake(placement: Placement): void {
    drop(placement);
    place([...placement.unit.querySelectorAll<HTMLAnchorElement>(page.linkSelector)]);
  }

  /** At once while the host removes it rarely; ever later where it insists, so that no two observers race for good. */
  function putBack(placement: Placement): void {
    const now = performance.now();
    if (now - placement.since > calmMs) Object.assign(placement, { strikes: 0, since: now });
    placement.strikes += 1;
    const again = () => {
      const here = url();
      if (signal.aborted || !placement.link.isConnected || placement.badge.element.isConnected) return;
      if (page.keyOf(placement.link, here) !== placement.key) return;
      const spot = spotOf(placement.link, placement.key, here);
      if (spot !== null) insert(placement, spot);
    };
    if (placement.strikes <= patientStrikes) again();
    else {
      placement.since = now;
      setTimeout(again, Math.min(longestWaitMs, 50 * 2 ** placement.strikes));
    }
  }

  return {
    place,
    release: (links) => links.forEach(release),
    restore(badges) {
      for (const element of badges) {
        const placement = ofElement.get(element);
        if (placement === undefined || !live.has(placement)) continue;
        if (!placement.link.isConnected) forget(placement);
        else if (element.isConnected) follow(placement);
        else putBack(placement);
      }
    },
    removeCopies(badges) {
      for (const element of badges) if (!ofElement.has(element)) element.remove();
    },
    refit() {
      if (toFit) return;
      toFit = true;
      setTimeout(() => {
        toFit = false;
        for (const it of live) if (it.fitted && it.badge.element.isConnected) follow(it, true);
      }, refitMs);
    },
    refresh(keys) {
      const viewOf = viewer();
      const show = (key: string) => {
        for (const { badge } of ofKey.get(key) ?? []) badge.show(key, viewOf(key));
      };
      inTasks([...keys], (some) => some.forEach(show), signal);
    },
    *placed() {
      for (const { key, unit, rule, badge } of live) {
        if (badge.element.isConnected) yield { key, unit, rule, element: badge.element };
      }
    },
    clear() {
      live.clear();
      ofKey.clear();
      for (const element of document.querySelectorAll(badgeTag)) element.remove();
    },
  };
}

function insert(placement: Placement, spot: Spot): void {
  const { anchor, place } = spot;
  const { element } = placement.badge;
  giveRoom(placement, spot);
  if (place === "after" && anchor.nextSibling !== element) anchor.after(element);
  if (place === "first-in" && anchor.firstChild !== element) anchor.prepend(element);
}

function giveRoom(placement: Placement, spot: Spot): void {
  const { freePx, rule, anchor } = spot;
  placement.fitted = typeof freePx === "number" && rule === null;
  // Known places have no gaps, and asking costs as much as all the rest.
  placement.badge.fitInto(freePx, placement.fitted ? gapIn(parentAt(spot) ?? anchor) : 0);
}
