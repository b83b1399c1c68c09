import type { GateDecision, Judge } from "../../shared/gate/judge-moves";
import { measureWaits } from "../../shared/gate/measure-waits";
import { keepMedianWaits, measuredAt } from "../store/local-policies";

/** How long a measured wait holds, and how long measuring may take. */
const [measuredMs, measuringMs] = [6 * 60 * 60_000, 60_000];

/** Where a policy sets a limit to the wait for signatures, that wait is measured now and then. */
export async function measureWhereLimited(
  decisions: readonly GateDecision[],
  { site, cache, reader, port, call, now }: Judge,
): Promise<void> {
  const isLimited = ({ policy }: GateDecision) =>
    policy.kind === "value" && policy.value.waitLimit !== undefined;
  for (const { issue } of decisions.filter(isLimited)) {
    const last = await measuredAt(site.id, site.api.policyScopeOf(issue ?? ""));
    if (last !== null && now() - last < measuredMs) continue;
    const signal = AbortSignal.timeout(measuringMs);
    const keepMedians = (medians: ReadonlyMap<string, number | null>) =>
      keepMedianWaits(site.id, medians, now());
    await measureWaits(site, { cache, reader, port, call, keepMedians, now, signal });
    return;
  }
}
