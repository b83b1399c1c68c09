/** A sentence with its placeholders `$1` to `$9` filled in by place, whatever stands in the parts. */
export const fillIn = (sentence: string, parts: readonly string[]): string =>
  sentence.replace(/\$([1-9])/g, (_, at) => parts[Number(at) - 1] ?? "");
