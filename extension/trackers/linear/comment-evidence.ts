import { evidenceIn, type SignOffEvidence } from "../../../shared/domain/sign-off";
import type { Comment } from "./wire";

/** The signature in a comment, with what Linear vouches for about it. */
export function evidenceOf({ body, createdAt, editedAt, user, botActor }: Comment): SignOffEvidence[] {
  const author =
    user && !user.app && !botActor
      ? { id: user.id, name: user.name, kind: "person" as const }
      : { id: user?.id ?? botActor?.id ?? "", name: user?.name ?? "", kind: "app" as const };
  // In Linear only its author can edit a comment.
  return evidenceIn(body, {
    author,
    createdAt,
    editedAt: editedAt ?? null,
    edited: editedAt ? "by-author" : "no",
  });
}
