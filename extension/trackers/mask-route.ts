/** An address as it may be told to others: keys, ids and names replaced, and of its question only known names. */
export function maskRoute({ pathname, searchParams }: URL, words: ReadonlySet<string>): string {
  const path = pathname.split("/").map((part) => (part === "" || words.has(part) ? part : maskOf(part)));
  const asked = [...new Set(searchParams.keys())].filter((name) => words.has(name));
  return `${path.join("/")}${asked.length > 0 ? `?${asked.join("&")}` : ""}`;
}

function maskOf(part: string): string {
  if (/^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(part)) return ":key";
  return /^\d+$/.test(part) ? ":id" : ":name";
}
