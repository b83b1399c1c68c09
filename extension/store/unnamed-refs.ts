import type { WorkItem } from "../../shared/domain/issue";
import type { Parsed } from "../../shared/tracker/tracker-api";

/** What an answer says of a reference that it does not name. `item` null: nothing, or nothing that can be understood. */
export interface UnnamedRef {
  ref: string;
  item: WorkItem | null;
  malformed: boolean;
}

/** An issue's key; a bet that is no issue never has such a name. */
const isKey = (ref: string): boolean => /^\S+-\d+$/.test(ref);

/**
 * The references that were asked and that no item has for its id or key. A tracker answers for an issue that was moved by
 * its new key: where it gives one issue that nobody asked for, and one key is left without an answer, they are the same; of
 * several nobody can say which is which, so none of them is known, and none is missing.
 */
export function unnamedRefs(asked: readonly string[], { items, malformed }: Parsed): UnnamedRef[] {
  const wanted = new Set(asked);
  const named = new Set(items.flatMap(({ id, key }) => [id, key]));
  const unasked = items.filter(({ id, key }) => isKey(key) && !wanted.has(id) && !wanted.has(key));
  const mayHaveMoved = (ref: string) => unasked.length > 0 && isKey(ref) && !malformed.includes(ref);
  const unnamed = asked.filter((ref) => !named.has(ref));
  const isCertain = unasked.length === 1 && unnamed.filter(mayHaveMoved).length === 1;
  return unnamed.map((ref) => {
    const item = (isCertain && mayHaveMoved(ref) && unasked[0]) || null;
    return { ref, item, malformed: malformed.includes(ref) || (item === null && mayHaveMoved(ref)) };
  });
}
