import { z } from "zod";
import { eventSentence, historyEntry } from "./event-sentence";
import type { IssueDetail, Notification, ProjectDetail } from "./model";
import { notificationSentence } from "./notification-sentence";
import { nodes, reference } from "./response-parts";

const notificationsAnswer = z.object({
  notifications: nodes(
    z.object({
      id: z.string(),
      type: z.string(),
      createdAt: z.string(),
      actor: reference,
      issue: z.object({ id: z.string() }).optional(),
    }),
  ),
});

/** Reads the answer to `notificationsQuery`: those about issues, of the kinds that the inbox words. Throws a ZodError on anything else. */
export function readNotifications(data: unknown): Notification[] {
  return notificationsAnswer.parse(data).notifications.nodes.flatMap((node) => {
    const sentence = notificationSentence(node.type);
    if (!node.issue || sentence === null) return [];
    const { id, createdAt, actor, issue } = node;
    return [{ id, createdAt, issueId: issue.id, actorId: actor?.id ?? null, sentence }];
  });
}

const projectAnswer = z.object({
  project: z.object({
    description: z.string(),
    initiatives: nodes(z.object({ id: z.string(), name: z.string() })),
    documents: nodes(z.object({ id: z.string(), title: z.string(), url: z.url() })),
  }),
});

/** Reads the answer to `projectDetailQuery`; throws a ZodError on anything else. */
export function readProjectDetail(data: unknown): ProjectDetail {
  const { description, initiatives, documents } = projectAnswer.parse(data).project;
  return {
    description,
    initiatives: initiatives.nodes,
    documents: documents.nodes.map(({ id, title, url }) => ({ id, title, path: new URL(url).pathname })),
  };
}

const person = z.object({ name: z.string() }).nullable();
const detailAnswer = z.object({
  issue: z.object({
    id: z.string(),
    description: z.string().nullable(),
    creator: reference,
    comments: nodes(z.object({ id: z.string(), body: z.string(), createdAt: z.string(), user: person })),
    history: nodes(historyEntry),
  }),
});

/** Reads the answer to `issueDetailQuery`; throws a ZodError on anything else. */
export function readIssueDetail(data: unknown): IssueDetail {
  const { id, description, creator, comments, history } = detailAnswer.parse(data).issue;
  return {
    id,
    description: description ?? "",
    creatorId: creator?.id ?? null,
    comments: comments.nodes.map(({ user, ...comment }) => ({ ...comment, author: user?.name ?? "Linear" })),
    events: history.nodes.flatMap((entry) => {
      const sentence = eventSentence(entry);
      if (sentence === null) return [];
      return [{ id: entry.id, createdAt: entry.createdAt, actor: entry.actor?.name ?? "Linear", sentence }];
    }),
  };
}
