import type { Translate } from "../../../shared/ui/translate";
import { createChip } from "../../badge/chip";
import type { View } from "../../trackers/tracker-page";
import type { BadgeKeeper } from "./badge-keeper";
import type { FactsClient } from "./facts-client";
import { keptTickets } from "./known-tickets";
import type { Spotlight } from "./spotlight";

/** Everything else is a list of tickets. */
const noLists: ReadonlySet<View> = new Set(["inbox", "issue", "other"]);

const countAfterMs = 100;

export interface OrphanCount {
  /** The page shows another list, or none. */
  enter(view: View): void;
  /** Counts these tickets and shows the chip and the spotlight anew. */
  update(keys: Iterable<string>): void;
  /** Turns the spotlight on or off; nothing happens where there is no list. */
  toggle(): void;
  /** Takes chip and light away for good. */
  stop(): void;
}

/** Counts the orphans among all tickets seen in the list that is open, mounted or scrolled away. */
export function createOrphanCount(
  document: Document,
  t: Translate,
  facts: FactsClient,
  keeper: BadgeKeeper,
  spotlight: Spotlight,
): OrphanCount {
  const seen = new Set<string>();
  let view: View = "other";
  let queued = false;
  const isOrphan = (key: string) => facts.get(key)?.facts.state === "orphan";
  const chip = createChip(document, t, toggle);

  function toggle(): void {
    if (noLists.has(view)) return;
    spotlight.toggle();
    show();
  }

  function show(): void {
    queued = false;
    if (noLists.has(view)) {
      chip.remove();
      return;
    }
    // Rows that stay on the page from one list to the next are never placed anew.
    for (const key of seen) {
      if (seen.size <= keptTickets) break;
      seen.delete(key);
    }
    const here = new Set(seen);
    for (const { key } of keeper.placed()) here.add(key);
    const read = [...here].filter((key) => facts.get(key) !== undefined);
    chip.show(read.filter(isOrphan).length, read.length, spotlight.on);
    if (!spotlight.on) return;
    for (const { key, unit } of keeper.placed()) spotlight.light(unit, isOrphan(key));
  }

  function enter(next: View): void {
    seen.clear();
    view = next;
    spotlight.off();
    show();
  }

  return {
    enter,
    update(keys) {
      for (const key of keys) seen.add(key);
      if (queued) return;
      queued = true;
      // A count may come a moment later, and once for all that comes meanwhile; the light may not.
      if (spotlight.on) requestAnimationFrame(show);
      else setTimeout(show, countAfterMs);
    },
    toggle,
    // A count may still be on its way: where there is no list it shows nothing.
    stop: () => enter("other"),
  };
}
