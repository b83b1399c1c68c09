import { z } from "zod";
import { type Room, roomFor } from "../domain/limits";
import { err, ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import { type Sender, writeFailure } from "../outbox/outbox-sender";
import { commentText, commentWrite } from "../tracker/comment-write";
import { tooLong } from "../tracker/too-long";
import type { WriteCall } from "../tracker/write-port";
import { markdownToAdf, mentionOf } from "./adf";
import type { Comment } from "./comment";
import { readCommentsOf } from "./read-comments-of";
import { readJson, readWritten } from "./write-answer";
import { requests } from "./write-requests";
import { commentList } from "./write-responses";

/** The property of a comment that names the write that made it, so that a lost answer is no second comment. */
const writeKey = "plumbline.write";

/** Adds comments to Jira issues. */
export function commentSender(call: WriteCall): Sender {
  return {
    async look(write, _since, signal) {
      const comments = await readCommentsOf(call, write.object, signal);
      if (!comments.ok) return comments;
      const withProperties = await readProperties(call, comments.value, signal);
      if (!withProperties.ok) return withProperties;
      const applied = withProperties.value.some(({ properties }) =>
        properties.some(({ key, value }) => key === writeKey && value === write.id),
      );
      return ok({ applied, now: { version: "", value: null }, between: null });
    },
    async send({ id, object, payload }, signal) {
      const parsed = commentWrite.safeParse(payload);
      if (!parsed.success) return err(writeFailure("rejected", z.prettifyError(parsed.error)));
      const text = commentText(object, parsed.data, mentionOf);
      const room = roomFor("jira-comment", text);
      if (room.state === "over") return err(tooLong(room));
      const body = markdownToAdf(text);
      const properties = [{ key: writeKey, value: id }];
      return readWritten(await call(requests.addComment(object, body, properties), signal));
    },
  };
}

/** The room that a comment leaves; one that is none takes none. */
export function roomOfComment(object: string, value: unknown): Room {
  const { data } = commentWrite.safeParse(value);
  return roomFor("jira-comment", data === undefined ? "" : commentText(object, data, mentionOf));
}

/** The newest thousand, which is as many as Jira gives at once; ours is among the newest. */
async function readProperties(
  call: WriteCall,
  comments: readonly Comment[],
  signal: AbortSignal,
): Promise<Result<Comment[], WriteFailure>> {
  if (comments.length === 0) return ok([]);
  const newest = comments.slice(-1000).map(({ id }) => id);
  const list = readJson(await call(requests.commentsById(newest), signal), commentList);
  return list.ok ? ok(list.value.values) : list;
}
