import type { TicketBelow } from "../../../shared/domain/inheritors";
import { ok, type Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import type { Below, WriteCall } from "../../../shared/tracker/write-port";
import { askLinear } from "./ask-linear";
import { issuesBelow } from "./write-queries";

const mostPages = 4;

/** The tickets of a project, or the sub-issues of an issue outside any, a hundred at a time, as far as a few calls go. */
export async function readBelow(
  call: WriteCall,
  object: string,
  signal: AbortSignal,
): Promise<Result<Below, WriteFailure>> {
  const tickets: TicketBelow[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const read: Awaited<ReturnType<typeof askPage>> = await askPage(call, object, after, signal);
    if (!read.ok) return read;
    const { nodes, pageInfo } = read.value.issues;
    for (const { id, identifier, title, project, parent, documents } of nodes) {
      const parentId = project?.id ?? parent?.id ?? object;
      tickets.push({ id, key: identifier, title, parentId, hasOwn: documents.length > 0 });
    }
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || after === null) return ok({ tickets, isCut: false });
  }
  return ok({ tickets, isCut: true });
}

const askPage = (call: WriteCall, object: string, after: string | null, signal: AbortSignal) =>
  askLinear(call, issuesBelow, { project: object, issue: object, after }, signal);
