import { err, ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import { writeFailure } from "../outbox/outbox-sender";
import type { WriteCall } from "../tracker/write-port";
import { type Comment, commentPage } from "./comment";
import { readComments as readAll } from "./read-comments";
import { readJson } from "./write-answer";
import { requests } from "./write-requests";

/** Every comment of an issue, oldest first, or none at all: half of the evidence would be no evidence. */
export async function readCommentsOf(
  call: WriteCall,
  issue: string,
  signal: AbortSignal,
): Promise<Result<Comment[], WriteFailure>> {
  const all = await readAll(async (startAt) =>
    readJson(await call(requests.comments(issue, startAt), signal), commentPage),
  );
  if (!all.ok) return all;
  if (all.value !== null) return ok(all.value);
  return err(writeFailure("unexpected", "The comments changed while they were read."));
}
