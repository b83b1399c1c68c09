import { type Entry, type EntryReason, type EntryVerdict, evaluateEntry, type GlassInForce } from "./entry";
import { defaultPolicy, type Policy } from "./policy";
import { type Reading, value } from "./result";

/** How a sprint stands: what would be kept out if it entered now under a gate that blocks, and what is in by a broken glass. */
export interface Readiness {
  ready: string[];
  notReady: { entry: Entry; verdict: EntryVerdict; reasons: readonly EntryReason[] }[];
  broken: { entry: Entry; glass: GlassInForce }[];
}

/** Asks the gate's own rule of every issue of a sprint, at `now`, a UTC ISO moment; in their order. */
export function readinessOf(entries: readonly Entry[], policy: Reading<Policy>, now: string): Readiness {
  const rules = policy.kind === "value" ? policy.value : defaultPolicy;
  const blocking = value({ ...rules, mode: "block" as const, effectiveFrom: null });
  const found: Readiness = { ready: [], notReady: [], broken: [] };
  for (const entry of entries) {
    const verdict = evaluateEntry(entry, blocking, now);
    if (verdict.glass !== null && verdict.reasons.includes("glass-broken"))
      found.broken.push({ entry, glass: verdict.glass });
    else if (verdict.flagged) found.notReady.push({ entry, verdict, reasons: verdict.reasons });
    else found.ready.push(entry.key);
  }
  return found;
}
