import { randomUUID } from "node:crypto";
import { slugIdFor } from "./ids";
import { invalidInput, notFound } from "./linear-error";
import { normaliseMarkdown } from "./linear-markdown";
import type { Document } from "./model";
import { type Actor, type Site, userIdOf } from "./workspace";

export interface DocumentCreate {
  id?: string | null;
  title: string;
  content?: string | null;
  color?: string | null;
  icon?: string | null;
  projectId?: string | null;
  issueId?: string | null;
  sortOrder?: number | null;
}

export type DocumentUpdate = Partial<DocumentCreate> & { trashed?: boolean | null };

/** Writes a document on exactly one project or issue. @throws LinearError */
export function createDocument(site: Site, actor: Actor, input: DocumentCreate): Document {
  const { store } = site;
  const projectId = input.projectId ?? null;
  const issueId = input.issueId ?? null;
  if ((projectId === null) === (issueId === null)) {
    throw invalidInput("Exactly one of projectId and issueId must be given");
  }
  if (projectId !== null) store.get("Project", projectId);
  if (issueId !== null) store.get("Issue", issueId);
  const at = site.now().toISOString();
  const id = input.id ?? randomUUID();
  const content = { id: randomUUID(), createdAt: at, updatedAt: at, documentId: id, history: [] };
  const document: Document = {
    typename: "Document",
    id,
    createdAt: at,
    updatedAt: at,
    title: input.title,
    content: normalised(input.content),
    documentContentId: content.id,
    slugId: slugIdFor(id),
    color: input.color ?? null,
    icon: input.icon ?? null,
    projectId,
    issueId,
    creatorId: userIdOf(actor),
    updatedById: userIdOf(actor),
    sortOrder: input.sortOrder ?? 0,
    trashed: null,
  };
  store.insert(document);
  store.insert({ typename: "DocumentContent", ...content });
  keepText(site, document);
  return document;
}

/** Changes the fields given. @throws LinearError */
export function updateDocument(site: Site, actor: Actor, id: string, input: DocumentUpdate): Document {
  const { store } = site;
  const document = store.get("Document", id);
  if (input.projectId != null) store.get("Project", input.projectId);
  if (input.issueId != null) store.get("Issue", input.issueId);
  if (input.title != null) document.title = input.title;
  if (input.content !== undefined) document.content = normalised(input.content);
  if (input.color !== undefined) document.color = input.color;
  if (input.icon !== undefined) document.icon = input.icon;
  if (input.projectId !== undefined) document.projectId = input.projectId;
  if (input.issueId !== undefined) document.issueId = input.issueId;
  if (input.sortOrder != null) document.sortOrder = input.sortOrder;
  if (input.trashed !== undefined) document.trashed = input.trashed;
  document.updatedAt = site.now().toISOString();
  document.updatedById = userIdOf(actor);
  store.touch(document);
  keepText(site, document);
  return document;
}

/** Linear keeps the text as created and as it stood after each round of editing; here every change is a round. */
function keepText({ store }: Site, { documentContentId, content, updatedAt: at, updatedById }: Document) {
  const { history } = store.get("DocumentContent", documentContentId);
  if (history.at(-1)?.content === (content ?? "")) return;
  const actorIds = updatedById === null ? [] : [updatedById];
  history.push({ id: randomUUID(), at, content: content ?? "", actorIds });
}

/** Moves a document to the bin, as Linear's documentDelete does. */
export function trashDocument(site: Site, actor: Actor, id: string): Document {
  return updateDocument(site, actor, id, { trashed: true });
}

/** The document whose text this is. @throws LinearError where there is none. */
export function documentOfContent(site: Site, documentContentId: string): Document {
  const content = site.store.find("DocumentContent", documentContentId);
  if (!content) throw notFound("DocumentContent");
  return site.store.get("Document", content.documentId);
}

const normalised = (content: string | null | undefined) =>
  content == null ? null : normaliseMarkdown(content);
