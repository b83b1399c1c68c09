import type { FactsCache } from "../../shared/desk/facts-cache";
import { speaksUp } from "../../shared/domain/entry";
import { ownerOfMove, scopeOfMove } from "../../shared/gate/scope-of-move";
import type { SprintMove } from "../../shared/tracker/sprint-entry";
import type { TrackerApi } from "../../shared/tracker/tracker-api";

interface Known {
  site: { id: string; api: TrackerApi };
  cache: Pick<FactsCache, "byIds" | "policiesOf" | "allPolicies">;
  /** Whose sprints the page fills that sends the moves, where they do not say whose policy holds for them. */
  pageScope?: string | null;
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
  { site, cache, pageScope, now }: Known,
): Promise<boolean> {
  const at = new Date(now()).toISOString();
  if (moves.some(({ act }) => act === "start")) {
    // Whose tickets are in the sprint is not told.
    const all = await cache.allPolicies(site.id);
    if (all.length === 0 || all.some(({ policy }) => speaksUp(policy, at))) return true;
  }
  const entering = moves.filter((it) => it.act !== "start");
  const byId = await cache.byIds(
    site.id,
    entering.flatMap((it) => ownerOfMove(it) ?? []),
  );
  const keyOf = (ref: string) => byId.get(ref)?.key ?? ref;
  const scopes = new Set(entering.map((it) => scopeOfMove(it, keyOf, site.api, pageScope ?? null)));
  const policies = await cache.policiesOf(site.id, [...scopes]);
  return [...scopes].some((scope) => {
    const known = policies.get(scope);
    return known === undefined || now() - known.readAt > trustedMs || speaksUp(known.policy, at);
  });
}
