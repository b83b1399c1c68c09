import { err, ok, type Result } from "../../../shared/domain/result";
import type { CommentFacts } from "../../../shared/domain/sign-off";
import type { WriteFailure } from "../../store/outbox-row";
import { writeFailure } from "../../store/outbox-sender";
import { richTextMarkdown } from "../rich-text";
import type { ReadComment, WriteCall } from "../write-port";
import { adfText } from "./adf";
import { readJson } from "./write-answer";
import { requests } from "./write-requests";
import { type Comment, commentPage } from "./write-responses";

/** Jira counts pages by place, so a comment that goes while we read shifts the rest; then all is read again, so often. */
const tries = 3;

/** Every comment of an issue, oldest first, or none at all: half of the evidence would be no evidence. */
export async function readComments(
  call: WriteCall,
  issue: string,
  signal: AbortSignal,
): Promise<Result<Comment[], WriteFailure>> {
  for (let at = 0; at < tries; at += 1) {
    const all = await readPages(call, issue, signal);
    if (!all.ok) return all;
    if (all.value !== null) return ok(all.value);
  }
  return err(writeFailure("unexpected", "The comments changed while they were read."));
}

/** Null: they changed meanwhile. */
async function readPages(
  call: WriteCall,
  issue: string,
  signal: AbortSignal,
): Promise<Result<Comment[] | null, WriteFailure>> {
  const all = new Map<string, Comment>();
  let total: number | null = null;
  for (let read = 0; total === null || read < total; ) {
    const page = readJson(await call(requests.comments(issue, read), signal), commentPage);
    if (!page.ok) return page;
    const { comments } = page.value;
    if (total !== null && total !== page.value.total) return ok(null);
    total = page.value.total;
    if (comments.length === 0 && read < total) return ok(null);
    for (const it of comments) all.set(it.id, it);
    read += comments.length;
  }
  return ok(all.size === total ? [...all.values()] : null);
}

/** The text of a comment, with what Jira vouches for about it; none where it has none that can be read. */
export function textOf({ author, updateAuthor, body, created, updated }: Comment): ReadComment[] {
  const text = adfText(body);
  if (text === null) return [];
  const byAuthor = author && updateAuthor?.accountId === author.accountId;
  // Somebody else's hand shows also within the millisecond of the writing.
  const edited = Date.parse(updated) !== Date.parse(created) || (updateAuthor && !byAuthor);
  const facts: CommentFacts = {
    author: {
      id: author?.accountId ?? "",
      name: author?.displayName ?? "",
      kind: author?.accountType === "atlassian" ? "person" : "app",
    },
    createdAt: isoOf(created),
    editedAt: edited ? isoOf(updated) : null,
    edited: !edited ? "no" : byAuthor ? "by-author" : "by-other",
  };
  return [{ text, facts, markdown: () => richTextMarkdown(body) ?? "" }];
}

/** Jira writes `2026-11-21T09:00:00.000+0000`. */
function isoOf(time: string): string {
  const at = Date.parse(time);
  return Number.isNaN(at) ? time : new Date(at).toISOString();
}
