import { uuidFor } from "./ids";
import type { Issue, IssueNotification } from "./model";
import type { Site } from "./workspace";

/**
 * What a user's inbox holds: issues assigned to them, what others completed of what they created, and what others
 * said on either. Linear stores notifications; here they follow from the issues, so they are never out of date.
 */
export function notificationsFor({ store }: Site, userId: string): IssueNotification[] {
  const notification = (
    type: IssueNotification["type"],
    { id: issueId, teamId }: Issue,
    at: string,
    actorId: string | null,
    commentId: string | null = null,
  ): IssueNotification => ({
    typename: "IssueNotification",
    id: uuidFor(`notification:${type}:${commentId ?? issueId}:${userId}`),
    createdAt: at,
    updatedAt: at,
    ...{ type, issueId, commentId, teamId, userId, actorId },
  });
  const byOthers = store.all("Comment").filter((comment) => comment.userId !== userId);
  return store.all("Issue").flatMap((issue) => {
    const isAssignee = issue.assigneeId === userId;
    const isCreator = issue.creatorId === userId;
    if (!isAssignee && !isCreator) return [];
    const comments = byOthers.filter(({ issueId }) => issueId === issue.id);
    return [
      ...(isAssignee && !isCreator
        ? [notification("issueAssignedToYou", issue, issue.createdAt, issue.creatorId)]
        : []),
      ...(isCreator && !isAssignee && issue.completedAt !== null
        ? [notification("issueStatusChangedDone", issue, issue.completedAt, issue.assigneeId)]
        : []),
      ...comments.map((comment) =>
        notification("issueNewComment", issue, comment.createdAt, comment.userId, comment.id),
      ),
    ];
  });
}
