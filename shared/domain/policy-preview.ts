import { type Entry, type EntryReason, evaluateEntry } from "./entry";
import type { Policy } from "./policy";
import { value } from "./result";

/** What a policy would do to issues if it blocked from now on: "14 of the 41 would be kept out: see which". */
export interface PolicyPreview {
  total: number;
  keptOut: { key: string; reasons: readonly EntryReason[] }[];
  /** Let in, and shown as such: a broken glass, or facts that could not be had. */
  flagged: { key: string; reasons: readonly EntryReason[] }[];
}

/** Asks the gate's own rule of every issue, in their order; whatever the policy's mode is and from whenever it holds. */
export function previewPolicy(entries: readonly Entry[], policy: Policy, now: string): PolicyPreview {
  const blocking = value({ ...policy, mode: "block" as const, effectiveFrom: null });
  const preview: PolicyPreview = { total: entries.length, keptOut: [], flagged: [] };
  for (const entry of entries) {
    const { verdict, flagged, reasons } = evaluateEntry(entry, blocking, now);
    if (verdict === "block") preview.keptOut.push({ key: entry.key, reasons });
    else if (flagged) preview.flagged.push({ key: entry.key, reasons });
  }
  return preview;
}
