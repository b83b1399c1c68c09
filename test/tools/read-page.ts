import type { Page } from "playwright-core";

/** One of the extension's marks, as it stands in the page. */
export interface BadgeOnPage {
  key: string;
  state: string;
  label: string;
  /** In CSS pixels of the viewport. */
  box: { x: number; y: number; width: number; height: number };
}

/** The badges in the page, in document order. */
export function badgesOn(page: Page): Promise<BadgeOnPage[]> {
  return page.locator("plumbline-badge").evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return {
        key: element.getAttribute("data-key") ?? "",
        state: element.getAttribute("data-state") ?? "",
        label: element.getAttribute("aria-label") ?? "",
        box: { x, y, width, height },
      };
    }),
  );
}

/** Where a tracker's links to issues lead; the group is the key. */
const issuePath = "^/(?:browse|[^/]+/issue)/([A-Z][A-Z0-9_]*-\\d+)(?:/|$)";

/**
 * The distinct keys of the issues that the page links to where a person can see it, outside of editors and rendered texts;
 * on an issue's own page also that issue.
 */
export function visibleTickets(page: Page): Promise<string[]> {
  return page.evaluate((pattern) => {
    const path = new RegExp(pattern);
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((link) => {
      if (link.closest('[contenteditable="true"], .ProseMirror, .ak-renderer-document')) return false;
      const { width, height, top, bottom } = link.getBoundingClientRect();
      return width > 0 && height > 0 && bottom > 0 && top < innerHeight && link.origin === location.origin;
    });
    const paths = [location.pathname, ...links.map((link) => link.pathname)];
    return [...new Set(paths.flatMap((it) => path.exec(it)?.[1] ?? []))];
  }, issuePath);
}
