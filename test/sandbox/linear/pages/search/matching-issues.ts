import type { Issue } from "../data/model";

/** The issues whose identifier and title hold all words of a search, in any case; newest first. No words: none. */
export function matchingIssues(issues: Iterable<Issue>, search: string): Issue[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return [...issues]
    .filter(({ identifier, title }) => {
      const text = `${identifier} ${title}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.number - a.number);
}
