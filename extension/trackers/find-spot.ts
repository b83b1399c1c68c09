import { freePxBehind } from "./line-room";
import { spotByLink } from "./spot-by-link";
import { type KeyOf, parentAt, type Spot, type SpotRule } from "./tracker-page";

/** Text that people write or read as prose, and passing surfaces: a badge there would be an edit or noise. */
const proseSelector =
  "[contenteditable]:not([contenteditable=false]),[role=textbox],[role=menu],[role=tooltip],[role=alert],[role=status]";
const navigationSelector = "nav,[role=navigation]";

/**
 * Finds where the badge for a link belongs: by the first rule that fits, else by links alone. Null in editors, prose and
 * menus, and in navigation except for the link to the page's own issue. `prose` selects the host's own kinds of prose.
 */
export function spotFinder(
  prose: string,
  rules: readonly SpotRule[],
): (link: HTMLAnchorElement, key: string, isOwn: () => boolean, keyOf: KeyOf) => Spot | null {
  const noPlace = `${proseSelector},${prose}`;
  const spotByRule = spotsByRule(rules);
  // The link may be free and the place beside it not: a title that is being edited, a key in a description.
  const isFree = (spot: Spot, link: Element) => {
    const parent = parentAt(spot);
    // What encloses the link was looked at with it.
    return parent !== null && (parent.contains(link) || parent.closest(noPlace) === null);
  };
  return (link, key, isOwn, keyOf) => {
    if (link.closest(noPlace) !== null || (link.closest(navigationSelector) !== null && !isOwn()))
      return null;
    const byRule = spotByRule(link, key, keyOf);
    if (byRule !== null && isFree(byRule, link)) return byRule;
    const byLink = spotByLink(link, key, keyOf);
    return byLink !== null && isFree(byLink, link) ? byLink : null;
  };
}

/** Finds spots by rules: that of the nearest unit which has an anchor for the link's own ticket, and not for another one linked in it. */
function spotsByRule(
  rules: readonly SpotRule[],
): (link: HTMLAnchorElement, key: string, keyOf: KeyOf) => Spot | null {
  // One walk up the page for all rules.
  const units = rules.map(({ unit }) => unit).join();
  return (link, key, keyOf) => {
    for (let unit = link.closest(units); unit !== null; unit = unit.parentElement?.closest(units) ?? null) {
      for (const { name, unit: selector, anchor: find, place = "after", liesOver } of rules) {
        if (!unit.matches(selector)) continue;
        const anchor =
          typeof find === "string" ? unit.querySelector(find) : find === null ? link : find(link, key);
        if (anchor === null || isOfAnother(anchor, key, keyOf)) continue;
        return { unit, anchor, place, freePx: liesOver ? freePxBehind(anchor) : null, rule: name };
      }
    }
    return null;
  };
}

function isOfAnother(anchor: Element, key: string, keyOf: KeyOf): boolean {
  const link =
    anchor instanceof HTMLAnchorElement ? anchor : anchor.querySelector<HTMLAnchorElement>("a[href]");
  return link !== null && keyOf(link) !== key;
}
