import { err, ok, type Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import { writeFailure } from "../../../shared/outbox/outbox-sender";

interface Page<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined };
}

/** What all pages of a connection hold, or nothing: half of the evidence would be no evidence. */
export async function allPages<T>(
  read: (after: string | null) => Promise<Result<Page<T>, WriteFailure>>,
): Promise<Result<T[], WriteFailure>> {
  const all: T[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Result<Page<T>, WriteFailure> = await read(after);
    if (!page.ok) return page;
    const { nodes, pageInfo } = page.value;
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return ok(all);
    if (!pageInfo.endCursor || pageInfo.endCursor === after) return err(writeFailure("malformed"));
    after = pageInfo.endCursor;
  }
}
