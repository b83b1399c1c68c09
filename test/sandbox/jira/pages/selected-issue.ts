/** The issue that the address shows over a list: the key in `?selectedIssue=KEY`, or null (reference, summary 4). */
export function selectedIssueOf(query: string): string | null {
  const key = new URLSearchParams(query).get("selectedIssue")?.toUpperCase() ?? "";
  return /^[A-Z][A-Z0-9_]*-\d+$/.test(key) ? key : null;
}

/** The same address with another issue over it, or with none. */
export function withSelectedIssue(
  { pathname, search }: Pick<Location, "pathname" | "search">,
  key: string | null,
): string {
  const parameters = new URLSearchParams(search);
  if (key === null) parameters.delete("selectedIssue");
  else parameters.set("selectedIssue", key);
  return parameters.size === 0 ? pathname : `${pathname}?${parameters}`;
}
