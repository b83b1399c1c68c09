/** A ticket below an object that carries a statement. */
export interface TicketBelow {
  id: string;
  key: string;
  title: string;
  parentId: string;
  /** It has a statement of its own, readable or not. */
  hasOwn: boolean;
}

/** Which tickets take the statement of an object above them, and which nearest ones have their own instead. */
export interface Inheritors {
  inherit: TicketBelow[];
  own: TicketBelow[];
}

/** Follows `tickets` downward from `root`, level by level. What lies below a statement of its own takes that one. */
export function inheritorsOf(root: string, tickets: readonly TicketBelow[]): Inheritors {
  const found: Inheritors = { inherit: [], own: [] };
  const seen = new Set([root]);
  for (let level = [root]; level.length > 0; ) {
    const next = tickets.filter(({ id, parentId }) => level.includes(parentId) && !seen.has(id));
    for (const it of next) {
      seen.add(it.id);
      (it.hasOwn ? found.own : found.inherit).push(it);
    }
    level = next.filter(({ hasOwn }) => !hasOwn).map(({ id }) => id);
  }
  return found;
}
