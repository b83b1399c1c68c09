import { type Stretch, textDifference } from "./text-difference";

/** What became of one item of a list. */
export type ItemDifference =
  | { kind: "same" | "removed" | "added"; text: string }
  | { kind: "changed"; before: string; after: string; stretches: Stretch[] };

/** Of their letters in words, the share that two items must have in common to count as one that was changed. */
const likeness = 0.5;

/**
 * What became of the items of a list, whatever their order: the same, removed, added, or changed where two are alike. In the order
 * of `after`, what was removed at the end.
 */
export function listDifference(before: readonly string[], after: readonly string[]): ItemDifference[] {
  const left = [...before];
  const takeSame = (text: string): boolean => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const first = after.map((text) => ({ text, same: takeSame(text) }));
  const found = first.map(({ text, same }): ItemDifference => {
    if (same) return { kind: "same", text };
    const nearest = left
      .map((it) => ({ it, stretches: textDifference(it, text) }))
      .map((it) => ({ ...it, alike: shareOfSame(it.stretches) }))
      .sort((a, b) => b.alike - a.alike)[0];
    if (nearest === undefined || nearest.alike < likeness) return { kind: "added", text };
    left.splice(left.indexOf(nearest.it), 1);
    return { kind: "changed", before: nearest.it, after: text, stretches: nearest.stretches };
  });
  return [...found, ...left.map((text): ItemDifference => ({ kind: "removed", text }))];
}

function shareOfSame(stretches: readonly Stretch[]): number {
  const length = (kinds: readonly Stretch["kind"][]) =>
    stretches
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, { text }) => sum + text.trim().length, 0);
  const same = length(["same"]);
  return (2 * same) / (2 * same + length(["removed", "added"]) || 1);
}
