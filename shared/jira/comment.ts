import { z } from "zod";
import { richTextMarkdown } from "../domain/rich-text";
import type { CommentFacts } from "../domain/sign-off";
import type { ReadComment } from "../domain/statement-evidence";
import { adfText } from "./adf";

const id = z.string().min(1);

/** A person as Jira names them. */
export const user = z.object({
  accountId: id,
  displayName: z.string().default(""),
  accountType: z.string().default("unknown"),
});

/** A comment as Jira's public API gives it, version 3. */
export const comment = z.object({
  id,
  /** Absent where the account is gone. */
  author: user.nullish(),
  updateAuthor: user.nullish(),
  body: z.unknown(),
  created: z.string(),
  updated: z.string(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
});
export type Comment = z.infer<typeof comment>;

export const commentPage = z.object({ total: z.number(), comments: z.array(comment) });

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
