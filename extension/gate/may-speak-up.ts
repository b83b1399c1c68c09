import type { FactsCache } from "../../shared/desk/facts-cache";
import { speaksUp } from "../../shared/domain/entry";
import type { SprintMove } from "../../shared/tracker/sprint-entry";
import type { TrackerApi } from "../../shared/tracker/tracker-api";

interface Known {
  site: { id: string; api: TrackerApi };
  cache: Pick<FactsCache, "byIds" | "policiesOf" | "allPolicies">;
  now: () => number;
}

/** What a policy that was read longer ago says may no longer hold, and a move waits for what it says now. */
const trustedMs = 60 * 60_000;

/**
 * Whether the gate could keep any of these moves out or warn of it, by what is known without a call; what is not known could. Where
 * it could not, a move need not wait for its verdict.
 */
export async function maySpeakUp(
  moves: readonly SprintMove[],
  { site, cache, now }: Known,
): Promise<boolean> {
  const at = new Date(now()).toISOString();
  if (moves.some(({ act }) => act === "start")) {
    // Whose tickets are in the sprint is not told.
    const all = await cache.allPolicies(site.id);
    if (all.length === 0 || all.some(({ policy }) => speaksUp(policy, at))) return true;
  }
  const named = moves.flatMap(objectOf);
  const byId = await cache.byIds(site.id, named);
  const scopes = new Set(named.map((it) => site.api.policyScopeOf(byId.get(it)?.key ?? it)));
  const policies = await cache.policiesOf(site.id, [...scopes]);
  return [...scopes].some((scope) => {
    const known = policies.get(scope);
    return known === undefined || now() - known.readAt > trustedMs || speaksUp(known.policy, at);
  });
}

/** What tells whose policy holds for a move: an id or a key; a ticket that is being made has that of what it belongs to. */
function objectOf(move: SprintMove): string[] {
  if (move.act === "start") return [];
  return [move.act === "create" ? (move.issue.parent ?? `${move.issue.scope ?? ""}-0`) : move.issue];
}
