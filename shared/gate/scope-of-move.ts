import type { SprintMove } from "../tracker/sprint-entry";
import type { TrackerApi } from "../tracker/tracker-api";

/** The object whose policy holds for a move, by id or key: the issue itself, or what it is made below; null: that is not said. */
export const ownerOfMove = (move: Exclude<SprintMove, { act: "start" }>): string | null =>
  move.act === "create" ? move.issue.parent : move.issue;

/**
 * Whose policy holds for a move: that of its owner's key, as far as `keyOf` knows it, else that of the scope that it is made in, else
 * that of what the page is about. Empty: nothing says it, and there is nobody to ask.
 */
export function scopeOfMove(
  move: Exclude<SprintMove, { act: "start" }>,
  keyOf: (ref: string) => string,
  api: Pick<TrackerApi, "policyScopeOf">,
  pageScope: string | null,
): string {
  const owner = ownerOfMove(move);
  const named = (move.act === "create" && move.issue.scope) || pageScope || "";
  return (owner !== null && api.policyScopeOf(keyOf(owner))) || api.policyScopeOf(`${named}-0`);
}
