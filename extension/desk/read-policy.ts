import type { WorkItem } from "../../shared/domain/issue";
import { defaultPolicy, type Policy } from "../../shared/domain/policy";
import { err, none, ok, type Result } from "../../shared/domain/result";
import type { FactsCache } from "../store/facts-cache";
import type { WriteFailure } from "../store/outbox-row";
import { writeFailure } from "../store/outbox-sender";
import type { WriteCall } from "../trackers/write-port";
import type { Tenant } from "./tenant";

/**
 * The policy that holds for an item at this moment, whatever is known of it: who lost the right to sign must not sign by what was read
 * before. Where nobody wrote one, or it cannot be understood, the defaults hold, as they do everywhere. `now` is milliseconds since 1970.
 */
export async function readPolicy(
  { id: site, api, origin }: Tenant,
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
