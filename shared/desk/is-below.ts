import { chainOf } from "../domain/alignment";
import type { WorkItem } from "../domain/issue";

/** Whether an item serves an object, however far below it, as far as `items` tell. */
export function isBelow(object: string, items: readonly WorkItem[]): (it: WorkItem) => boolean {
  const byId = new Map(items.map((it) => [it.id, it]));
  return (it) => chainOf(it, (id) => byId.get(id)).ancestors.some(({ id }) => id === object);
}
