import type { DocumentContent } from "./model";
import { proseMirrorOf } from "./prose-mirror";

/** What `documentContentHistory` answers: the texts of a document as ProseMirror documents, newest first (seen in public code, 2026-09). */
export const documentHistory = ({ id: documentContentId, history }: DocumentContent) => ({
  success: true,
  history: history.toReversed().map(({ id, at, content, actorIds }) => ({
    ...{ id, documentContentId, actorIds, createdAt: at, contentDataSnapshotAt: at },
    contentData: proseMirrorOf(content),
    metadata: null,
  })),
});
