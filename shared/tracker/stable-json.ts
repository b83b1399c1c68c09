/** JSON with the keys of every object in order, so that the same value is the same text, however a tracker kept it. */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_, it) =>
    typeof it === "object" && it !== null && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
      : it,
  ) ?? "null";

export const isSame = (a: unknown, b: unknown): boolean => stableJson(a) === stableJson(b);
