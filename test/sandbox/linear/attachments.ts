import { randomUUID } from "node:crypto";
import { createComment } from "./comments";
import { issueBy } from "./issues";
import type { Attachment } from "./model";
import { type Actor, type Site, userIdOf } from "./workspace";

export interface AttachmentCreate {
  id?: string | null;
  issueId: string;
  title: string;
  subtitle?: string | null;
  url: string;
  metadata?: Record<string, unknown> | null;
  groupBySource?: boolean | null;
  commentBody?: string | null;
}

/** Attaches a link to an issue; the same url on the same issue updates what is there. @throws LinearError */
export function createAttachment(site: Site, actor: Actor, input: AttachmentCreate): Attachment {
  const { store } = site;
  const issue = issueBy(site, input.issueId);
  const at = site.now().toISOString();
  const shown = {
    title: input.title,
    subtitle: input.subtitle ?? null,
    metadata: input.metadata ?? {},
    groupBySource: input.groupBySource ?? false,
    updatedAt: at,
  };
  if (input.commentBody != null) createComment(site, actor, { issueId: issue.id, body: input.commentBody });
  const before = store.all("Attachment").find((one) => one.issueId === issue.id && one.url === input.url);
  if (before) {
    Object.assign(before, shown);
    store.touch(before);
    return before;
  }
  const attachment: Attachment = {
    typename: "Attachment",
    id: input.id ?? randomUUID(),
    createdAt: at,
    ...shown,
    issueId: issue.id,
    url: input.url,
    creatorId: userIdOf(actor),
  };
  store.insert(attachment);
  return attachment;
}
