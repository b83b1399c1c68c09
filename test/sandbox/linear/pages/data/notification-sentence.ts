const sentences: Record<string, string> = {
  issueAssignedToYou: "assigned the issue to you",
  issueStatusChangedDone: "completed the issue",
  issueNewComment: "left a comment",
};

/** A notification of this type as the inbox words it after the actor's name; null: none that it shows. */
export function notificationSentence(type: string): string | null {
  return sentences[type] ?? null;
}
