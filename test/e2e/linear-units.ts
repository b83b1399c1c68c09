import { expect } from "vitest";
import type { Evaluates } from "../tools/evaluates";
import type { TicketUnit } from "./jira-units";

/**
 * Every link to an issue of the workspace that is mounted outside of editors, with the badges in it or right behind it.
 * `orphaned`: badges that belong to none. It knows no data attribute, so that it also holds where a page has none.
 */
export function ticketUnits(page: Evaluates): Promise<{ units: TicketUnit[]; orphaned: string[] }> {
  return page.evaluate(() => {
    const workspace = location.pathname.split("/")[1];
    const keyOf = (link: HTMLAnchorElement) =>
      link.origin === location.origin && link.pathname.startsWith(`/${workspace}/issue/`)
        ? (/^\/[^/]+\/issue\/([A-Z]+-\d+)(?:\/|$)/.exec(link.pathname)?.[1] ?? null)
        : null;
    const units = new Map<Element, TicketUnit>();
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
      const key = keyOf(link);
      const isWritten = link.closest("[contenteditable], [role=textbox]") !== null;
      if (key !== null && !isWritten) units.set(link, { key, badges: [] });
    }
    const orphaned: string[] = [];
    for (const badge of document.querySelectorAll<HTMLElement>("plumbline-badge")) {
      const owner = badge.closest("a[href]") ?? badge.previousElementSibling;
      const unit = owner === null ? undefined : units.get(owner);
      if (unit === undefined) orphaned.push(badge.outerHTML.slice(0, 200));
      else
        unit.badges.push({
          key: badge.dataset.key ?? "",
          state: badge.dataset.state ?? "",
          text: badge.shadowRoot?.querySelector(".text")?.textContent ?? "",
          label: badge.getAttribute("aria-label") ?? "",
          locked: badge.hasAttribute("data-locked"),
          stale: badge.hasAttribute("data-stale"),
        });
    }
    return { units: [...units.values()], orphaned };
  });
}

/**
 * Waits until every link to an issue has exactly its one badge, settled, and none stands elsewhere; gives the links.
 * `least`: so many of them there must be.
 */
export async function waitForOneEach(page: Evaluates, least = 1, timeoutMs = 20_000): Promise<TicketUnit[]> {
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
      { timeout: timeoutMs, message: "each link to a ticket its one badge" },
    )
    .toEqual({ wrong: [], orphaned: [], enough: true });
  return units;
}
