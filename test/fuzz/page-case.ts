import { pendingView } from "../../extension/badge/badge-view";
import { createBadgeKeeper } from "../../extension/entrypoints/tracker.content/badge-keeper";
import { watchLinks } from "../../extension/entrypoints/tracker.content/watch-links";
import type { TrackerPage } from "../../extension/trackers/tracker-page";
import { english } from "../extension/badge/english";
import { pagePlayer } from "./draw-page";
import type { PageCase } from "./fragments";

/** Long enough for all observers to have been told. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Plays one case through watcher, keeper and adapter, as the content script joins them; gives what is wrong with it. */
export async function playPage(page: TrackerPage, { tree, acts, path }: PageCase): Promise<string[]> {
  const { body } = document;
  const { draw, play, faults } = pagePlayer(document);
  const life = new AbortController();
  const url = new URL(path, document.location.href);
  body.replaceChildren();
  const keeper = createBadgeKeeper({
    document,
    page,
    url: () => url,
    viewer: () => (key) => pendingView(key, english),
    onPlaced: () => undefined,
    signal: life.signal,
  });
  watchLinks(
    document,
    page.linkSelector,
    {
      onLinks: keeper.place,
      onLinksGone: keeper.release,
      onBadges: keeper.removeCopies,
      onBadgesGone: keeper.restore,
      onChange: keeper.refit,
    },
    life.signal,
  );
  const host = document.createElement("main");
  body.append(host);
  const wrong: string[] = [];
  draw(tree, host);
  await settled();
  wrong.push(...faults(host), ...doubled(keeper));
  for (const act of acts) {
    play(act, host);
    await settled();
    wrong.push(...faults(host).map((it) => `${it} after ${act.act}`), ...doubled(keeper));
  }
  life.abort();
  keeper.clear();
  if (host.querySelector("plumbline-badge,[data-plumbline-dimmed]") !== null)
    wrong.push("something stays at the end");
  return wrong;
}

/** Two badges for one ticket in one row, card or header. */
function doubled(keeper: ReturnType<typeof createBadgeKeeper>): string[] {
  const seen = new Map<Element, Set<string>>();
  const twice: string[] = [];
  for (const { key, unit } of keeper.placed()) {
    const keys = seen.get(unit) ?? new Set();
    if (keys.has(key)) twice.push(`two badges of ${key} in ${unit.outerHTML.slice(0, 200)}`);
    seen.set(unit, keys.add(key));
  }
  return twice;
}
