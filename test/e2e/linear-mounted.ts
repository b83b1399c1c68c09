import type { Page } from "playwright-core";

/** Runs in a page before its own scripts: notes every issue that a row or card mounted in it ever led to. */
export function recordMounted(): void {
  const mounted = new Set<string>();
  Reflect.set(globalThis, Symbol.for("mounted"), mounted);
  new MutationObserver((records) => {
    for (const node of records.flatMap((it) => [...it.addedNodes])) {
      const links =
        node instanceof Element ? node.querySelectorAll("a[data-list-row],a[data-board-item]") : [];
      for (const link of links) mounted.add(/[A-Z]+-\d+/.exec(link.getAttribute("href") ?? "")?.[0] ?? "");
    }
  }).observe(document, { childList: true, subtree: true });
}

/** The keys that `recordMounted` noted. */
export const mountedKeys = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(Reflect.get(globalThis, Symbol.for("mounted")) as Set<string>)]);
