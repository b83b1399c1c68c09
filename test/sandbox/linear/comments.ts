import { randomUUID } from "node:crypto";
import { documentOfContent } from "./documents";
import { invalidInput, LinearError } from "./linear-error";
import type { Comment } from "./model";
import { type Actor, type Site, userIdOf } from "./workspace";

export interface CommentCreate {
  id?: string | null;
  body?: string | null;
  issueId?: string | null;
  projectId?: string | null;
  documentContentId?: string | null;
  parentId?: string | null;
  quotedText?: string | null;
  createAsUser?: string | null;
}

export interface CommentUpdate {
  body?: string | null;
  quotedText?: string | null;
  resolvingUserId?: string | null;
  resolvingCommentId?: string | null;
}

/** Comments on an issue, a project or a document's text; an answer stands where its parent stands. @throws LinearError */
export function createComment(site: Site, actor: Actor, input: CommentCreate): Comment {
  const { store } = site;
  const body = input.body?.trim();
  if (!body) throw invalidInput("body should not be empty");
  if (input.createAsUser != null && userIdOf(actor) !== null) {
    throw invalidInput("createAsUser is only available to apps that authenticate with actor=app");
  }
  const parent = input.parentId == null ? null : store.get("Comment", input.parentId);
  const issueId = input.issueId ?? parent?.issueId ?? null;
  const projectId = input.projectId ?? parent?.projectId ?? null;
  const documentContentId = input.documentContentId ?? parent?.documentContentId ?? null;
  if ([issueId, projectId, documentContentId].filter((target) => target !== null).length !== 1) {
    throw invalidInput("Exactly one of issueId, projectId and documentContentId must be given");
  }
  const issue = issueId === null ? null : store.get("Issue", issueId);
  if (projectId !== null) store.get("Project", projectId);
  if (documentContentId !== null) documentOfContent(site, documentContentId);
  const at = site.now().toISOString();
  const comment: Comment = {
    typename: "Comment",
    id: input.id ?? randomUUID(),
    createdAt: at,
    updatedAt: at,
    body,
    issueId: issue?.id ?? null,
    projectId,
    documentContentId,
    parentId: parent?.id ?? null,
    userId: userIdOf(actor),
    botActor: actor !== null && "app" in actor ? { type: "oauthApp", name: actor.app } : null,
    editedAt: null,
    resolvedAt: null,
    resolvingUserId: null,
    resolvingCommentId: null,
    quotedText: input.quotedText ?? null,
  };
  store.insert(comment);
  return comment;
}

/** Only its author may change what a comment says; `skipEditedAt` keeps it from counting as edited. @throws LinearError */
export function updateComment(
  site: Site,
  actor: Actor,
  id: string,
  input: CommentUpdate,
  skipEditedAt = false,
): Comment {
  const comment = site.store.get("Comment", id);
  const at = site.now().toISOString();
  if (input.body != null) {
    if (comment.userId === null || comment.userId !== userIdOf(actor)) throw notYours("update");
    if (!input.body.trim()) throw invalidInput("body should not be empty");
    comment.body = input.body.trim();
    if (!skipEditedAt) comment.editedAt = at;
  }
  if (input.quotedText !== undefined) comment.quotedText = input.quotedText;
  if (input.resolvingUserId !== undefined) {
    if (input.resolvingUserId !== null) site.store.get("User", input.resolvingUserId);
    comment.resolvingUserId = input.resolvingUserId;
    comment.resolvedAt = input.resolvingUserId === null ? null : at;
  }
  if (input.resolvingCommentId !== undefined) comment.resolvingCommentId = input.resolvingCommentId;
  comment.updatedAt = at;
  site.store.touch(comment);
  return comment;
}

/** Its author or an admin may delete a comment. @throws LinearError */
export function deleteComment(site: Site, actor: Actor, id: string): void {
  const comment = site.store.get("Comment", id);
  const user = site.store.find("User", userIdOf(actor) ?? "");
  if (!user?.admin && comment.userId !== user?.id) throw notYours("delete");
  site.store.remove(comment);
}

const notYours = (verb: string) =>
  new LinearError("forbidden", `Cannot ${verb} comment`, `You can only ${verb} your own comments.`);
