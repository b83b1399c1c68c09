import { z } from "zod";
import { type Room, roomFor } from "../../../shared/domain/limits";
import { err, ok, type Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import { type Sender, writeFailure } from "../../../shared/outbox/outbox-sender";
import { type CommentWrite, commentText, commentWrite } from "../../../shared/tracker/comment-write";
import { tooLong } from "../../../shared/tracker/too-long";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { askLinear } from "./ask-linear";
import { readPages, written } from "./page-sender";
import { commentById, createComment, peopleByIds } from "./write-queries";

/** Adds comments: to the statement's document what is about signatures, to the project or issue itself what is not. */
export function commentSender(call: WriteCall): Sender {
  return {
    async look({ id }, _since, signal) {
      const found = await askLinear(call, commentById, { id }, signal);
      if (!found.ok) return found;
      const applied = found.value.comments.length > 0;
      return ok({ applied, now: { version: "", value: null }, between: null });
    },
    async send({ id, object, payload }, signal) {
      const parsed = commentWrite.safeParse(payload);
      if (!parsed.success) return err(writeFailure("rejected", z.prettifyError(parsed.error)));
      const place = await placeOf(call, object, parsed.data, signal);
      if (!place.ok) return place;
      const mentionOf = await mentions(call, parsed.data, signal);
      if (!mentionOf.ok) return mentionOf;
      const body = commentText(object, parsed.data, mentionOf.value);
      const room = roomFor("linear-comment", body);
      if (room.state === "over") return err(tooLong(room));
      // The id is ours, so that Linear refuses the same comment a second time.
      return written(await askLinear(call, createComment, { input: { id, body, ...place.value } }, signal));
    },
  };
}

/** As long as the addresses of people in comments are, or longer. */
const someAddress = `https://linear.app/${"x".repeat(80)}`;

/** The room that a comment leaves; one that is none takes none. */
export function roomOfComment(object: string, value: unknown): Room {
  const { data } = commentWrite.safeParse(value);
  return roomFor("linear-comment", data === undefined ? "" : commentText(object, data, () => someAddress));
}

async function placeOf(
  call: WriteCall,
  object: string,
  { act }: CommentWrite,
  signal: AbortSignal,
): Promise<Result<object, WriteFailure>> {
  const pages = await readPages(call, object, "statement", signal);
  if (!pages.ok) return pages;
  const { documents, projects, issues } = pages.value;
  const isOnItself = act === "note" || act === "break-glass";
  if (isOnItself && projects.length > 0) return ok({ projectId: object });
  if (isOnItself && issues.length > 0) return ok({ issueId: object });
  const documentContentId = isOnItself ? null : documents[0]?.documentContentId;
  return documentContentId ? ok({ documentContentId }) : err(writeFailure("not-found"));
}

/** A person's address, which Linear shows as a mention. */
async function mentions(
  call: WriteCall,
  write: CommentWrite,
  signal: AbortSignal,
): Promise<Result<(person: string) => string, WriteFailure>> {
  const ids = write.act === "ask" ? write.people : [];
  if (ids.length === 0) return ok((person) => person);
  const people = await askLinear(call, peopleByIds, { ids }, signal);
  if (!people.ok) return people;
  const urls = new Map(people.value.users.map(({ id, url }) => [id, url]));
  return ok((person) => urls.get(person) ?? person);
}
