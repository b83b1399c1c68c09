import type { CommentFacts } from "../../../shared/domain/sign-off";
import type { ReadComment } from "../../../shared/domain/statement-evidence";
import type { Comment } from "./wire";

/** The text of a comment, with what Linear vouches for about it. */
export function textOf({ body, createdAt, editedAt, user, botActor }: Comment): ReadComment {
  const author: CommentFacts["author"] =
    user && !user.app && !botActor
      ? { id: user.id, name: user.name, kind: "person" }
      : { id: user?.id ?? botActor?.id ?? "", name: user?.name ?? botActor?.name ?? "", kind: "app" };
  // In Linear only its author can edit a comment.
  const edited = editedAt ? "by-author" : "no";
  const facts: CommentFacts = { author, createdAt, editedAt: editedAt ?? null, edited };
  return { text: body, facts, markdown: () => body };
}
