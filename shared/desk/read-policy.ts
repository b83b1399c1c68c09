import type { WorkItem } from "../domain/issue";
import { defaultPolicy, type Policy } from "../domain/policy";
import { err, none, ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import { writeFailure } from "../outbox/outbox-sender";
import type { WriteCall } from "../tracker/write-port";
import type { FactsCache } from "./facts-cache";
import type { Site } from "./site";

/**
 * The policy that holds for an item at this moment, whatever is known of it: who lost the right to sign must not sign by what was read
 * before. Where nobody wrote one, or it cannot be understood, the defaults hold, as they do everywhere. `now` is milliseconds since 1970.
 */
export async function readPolicy(
  { id: site, api, origin }: Site,
  cache: Pick<FactsCache, "learn" | "inForce">,
  item: Pick<WorkItem, "id" | "key">,
  call: WriteCall,
  now: () => number,
  signal: AbortSignal,
): Promise<Result<Policy, WriteFailure>> {
  const scope = api.policyScopeOf(item.key);
  // Where a tracker has no call for its policy, it comes along with whatever is asked for.
  const request = api.policyRequest(scope) ?? api.itemsRequest([item.id]);
  const read = api.read(request, await call(request, signal), origin);
  if (!read.ok) return err(writeFailure(read.error.kind, null, read.error.retryAfterMs));
  const policies = read.value.policies.filter((it) => it.scope === scope);
  await cache.learn(site, [], { items: [], malformed: [], policies }, now());
  const [found] = policies;
  const inForce = await cache.inForce(site, scope, found?.policy ?? none);
  return ok(inForce.kind === "value" ? inForce.value : defaultPolicy);
}
