import { expect } from "vitest";
import type { Evaluates } from "../tools/evaluates";
import type { ExpectedBadge } from "./jira-expected-badges";

export interface BadgeInUnit {
  key: string;
  state: string;
  /** Null while it is out of view and not drawn yet. */
  text: string | null;
  label: string;
  locked: boolean;
  /** Marked as read long ago and not checked since. */
  stale: boolean;
}

/** A row, card, cell or header of the page that leads to one ticket, with the badges in it. */
export interface TicketUnit {
  key: string;
  badges: BadgeInUnit[];
}

/**
 * The units mounted in the page, found by what the sandbox draws and not by anything that the extension looks at:
 * each link to an issue that can be seen, outside of prose and navigation, and of the breadcrumbs the last one.
 * `orphaned` are badges in none of them.
 */
export function ticketUnits(page: Evaluates): Promise<{ units: TicketUnit[]; orphaned: string[] }> {
  return page.evaluate(() => {
    const boxes = ".row, .card, tr, .line-card, .field, .BaseTable__row, .timeline-item, [role=listitem]";
    const own =
      /^\/browse\/([A-Z]+-\d+)$/.exec(location.pathname)?.[1] ??
      new URLSearchParams(location.search).get("selectedIssue");
    const units = new Map<Element, string>();
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
      const key = /^\/browse\/([A-Z]+-\d+)$/.exec(link.pathname)?.[1];
      if (key === undefined || link.origin !== location.origin || link.search !== "" || link.offsetWidth <= 1)
        continue;
      if (link.closest(".ak-renderer-document") || (link.closest("nav") && key !== own)) continue;
      const box = link.closest(boxes);
      if (box !== null) units.set(box, key);
    }
    const isInView = (it: Element) => {
      const { top, bottom } = it.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    const seen = new Set<Element>();
    const found = [...units].map(([box, key]) => ({
      key,
      badges: [...box.querySelectorAll<HTMLElement>("plumbline-badge")].map((badge) => {
        seen.add(badge);
        return {
          key: badge.dataset.key ?? "",
          state: badge.dataset.state ?? "",
          text:
            badge.shadowRoot?.querySelector(".pill")?.textContent?.trim() ?? (isInView(badge) ? "" : null),
          label: badge.getAttribute("aria-label") ?? "",
          locked: badge.hasAttribute("data-locked"),
          stale: badge.hasAttribute("data-stale"),
        };
      }),
    }));
    const orphaned = [...document.querySelectorAll<HTMLElement>("plumbline-badge")]
      .filter((badge) => !seen.has(badge))
      .map((badge) => badge.outerHTML.slice(0, 200));
    return { units: found, orphaned };
  });
}

/**
 * Waits until every unit in the page has exactly its one badge, settled, and none stands elsewhere; gives the units.
 * `least`: so many units there must be.
 */
export async function waitForOneEach(page: Evaluates, least = 1, timeoutMs = 15_000): Promise<TicketUnit[]> {
  let units: TicketUnit[] = [];
  await expect
    .poll(
      async () => {
        const found = await ticketUnits(page);
        units = found.units;
        const wrong = units.filter(
          ({ key, badges }) =>
            badges.length !== 1 || badges[0]?.key !== key || badges[0]?.state === "pending",
        );
        return { wrong, orphaned: found.orphaned, enough: units.length >= least };
      },
      { timeout: timeoutMs, message: "each ticket its one badge" },
    )
    .toEqual({ wrong: [], orphaned: [], enough: true });
  return units;
}

/** Fails unless each unit's badge says what the company says of its ticket. */
export function expectBadges(
  units: readonly TicketUnit[],
  expected: ReadonlyMap<string, ExpectedBadge>,
): void {
  const shown = units.map(({ key, badges }) => {
    const label = badges[0]?.label ?? "";
    const says = expected.get(key)?.says.filter((part) => label.includes(part)) ?? [];
    const { state, text, locked } = badges[0] ?? { state: "none", text: "", locked: false };
    return { key, state, text: text ?? expected.get(key)?.text, locked, says };
  });
  expect(shown).toEqual(units.map(({ key }) => ({ key, ...expected.get(key) })));
}
