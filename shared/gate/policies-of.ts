import type { FactsCache } from "../desk/facts-cache";
import type { Policy } from "../domain/policy";
import { type Reading, unreadable } from "../domain/result";
import type { TrackerApi } from "../tracker/tracker-api";
import type { WriteCall } from "../tracker/write-port";

/** A policy that a gate goes by is not older than this. */
const freshMs = 5 * 60_000;

/** The policies of these scopes: read anew where what is kept is old, and what is kept where that fails. None at all counts as unreadable. */
export async function policiesOf(
  scopes: readonly string[],
  site: { id: string; origin: string; api: TrackerApi },
  cache: FactsCache,
  call: WriteCall,
  now: () => number,
  signal: AbortSignal,
): Promise<Map<string, Reading<Policy>>> {
  const known = await cache.policiesOf(site.id, scopes);
  const found = new Map<string, Reading<Policy>>();
  for (const scope of new Set(scopes)) {
    const kept = known.get(scope);
    const request = site.api.policyRequest(scope);
    if (request !== null && (kept === undefined || now() - kept.readAt >= freshMs)) {
      const parsed = site.api.read(request, await call(request, signal), site.origin);
      const policy = parsed.ok ? parsed.value.policies.find((it) => it.scope === scope) : undefined;
      if (parsed.ok && policy) {
        await cache.learn(site.id, [], parsed.value, now());
        found.set(scope, await cache.inForce(site.id, scope, policy.policy));
        continue;
      }
    }
    if (kept || request !== null) found.set(scope, kept?.policy ?? unreadable([]));
  }
  return found;
}
