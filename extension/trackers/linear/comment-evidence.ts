import type { CommentFacts } from "../../../shared/domain/sign-off";
import type { Comment } from "./wire";

/** The text of a comment, with what Linear vouches for about it. */
export function textOf({ body, createdAt, editedAt, user, botActor }: Comment): {
  text: string;
  facts: CommentFacts;
} {
  const author =
    user && !user.app && !botActor
      ? { id: user.id, name: user.name, kind: "person" as const }
      : {
          id: user?.id ?? botActor?.id ?? "",
          name: user?.name ?? botActor?.name ?? "",
          kind: "app" as const,
        };
  // In Linear only its author can edit a comment.
  const edited = editedAt ? "by-author" : "no";
  return { text: body, facts: { author, createdAt, editedAt: editedAt ?? null, edited } };
}
