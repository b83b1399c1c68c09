import { err, ok, type Result } from "../../../shared/domain/result";
import { type Comment, commentPage } from "../../../shared/jira/comment";
import { readComments as readAll } from "../../../shared/jira/read-comments";
import type { WriteFailure } from "../../store/outbox-row";
import { writeFailure } from "../../store/outbox-sender";
import type { WriteCall } from "../write-port";
import { readJson } from "./write-answer";
import { requests } from "./write-requests";

/** Every comment of an issue, oldest first, or none at all: half of the evidence would be no evidence. */
export async function readComments(
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
