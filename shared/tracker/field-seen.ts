import type { Versioned, Write } from "../outbox/outbox-row";
import type { Seen } from "../outbox/outbox-sender";
import { isSame } from "./stable-json";

/** How a write of a field stands where this is its value. A field keeps no history to tell who wrote in between. */
export const fieldSeen = ({ payload }: Pick<Write, "payload">, now: Versioned): Seen => ({
  ...{ applied: isSame(now.value, payload), now, between: null },
});

/** How writes stand, by their ids; `standing`: the field of each issue. */
export const fieldsSeen = (
  writes: readonly Write[],
  standing: ReadonlyMap<string, Versioned>,
): ReadonlyMap<string, Seen> =>
  new Map(
    writes.flatMap((write): [string, Seen][] => {
      const now = standing.get(write.object);
      return now === undefined ? [] : [[write.id, fieldSeen(write, now)]];
    }),
  );
