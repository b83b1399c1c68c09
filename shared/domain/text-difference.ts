/** A stretch of words that both texts have, or only one of them. */
export interface Stretch {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Beyond so many words on both sides a text is shown as replaced as a whole. */
const mostPairs = 250_000;

/** What became of a text, word by word. Joined, the same and removed stretches give `before`, the same and added ones `after`. */
export function textDifference(before: string, after: string): Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const all = [
    { kind: "same" as const, text: a.slice(0, start).join("") },
    ...middle,
    { kind: "same" as const, text: a.slice(a.length - end).join("") },
  ];
  return joined(all);
}

/** Words with the white space after them, so that joining gives the text back. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|^\s+/g) ?? [];

function between(a: readonly string[], b: readonly string[]): Stretch[] {
  if (a.length * b.length > mostPairs) {
    return [
      { kind: "removed", text: a.join("") },
      { kind: "added", text: b.join("") },
    ];
  }
  // Length of the longest common subsequence of what follows each pair of positions.
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      found.push({ kind: "same", text: left });
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      found.push({ kind: "removed", text: left });
      i += 1;
    } else {
      found.push({ kind: "added", text: right ?? "" });
      j += 1;
    }
  }
  return found;
}

function joined(all: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { kind, text } of all) {
    const last = result.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}
