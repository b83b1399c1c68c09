/** A page by offset, as the older endpoints answer. */
export function offsetPage<T>(all: readonly T[], startAt: number, maxResults: number) {
  return {
    maxResults,
    startAt,
    total: all.length,
    isLast: startAt + maxResults >= all.length,
    values: all.slice(startAt, startAt + maxResults),
  };
}

/** A page by token: `nextPageToken` is absent on the last one. Null: the token is not one of ours. */
export function tokenPage<T>(
  all: readonly T[],
  token: string | undefined,
  maxResults: number,
): { values: T[]; nextPageToken?: string; isLast: boolean } | null {
  const start = token === undefined ? 0 : readToken(token);
  if (start === null) return null;
  const end = start + maxResults;
  const values = all.slice(start, end);
  const isLast = end >= all.length;
  return isLast ? { values, isLast } : { values, isLast, nextPageToken: btoa(`offset:${end}`) };
}

function readToken(token: string): number | null {
  const text = Buffer.from(token, "base64").toString("latin1");
  const [, offset] = /^offset:(\d+)$/.exec(text) ?? [];
  return offset === undefined ? null : Number(offset);
}
