import { type AttachmentCreate, createAttachment } from "./attachments";
import {
  type CommentCreate,
  type CommentUpdate,
  createComment,
  deleteComment,
  updateComment,
} from "./comments";
import {
  createDocument,
  type DocumentCreate,
  type DocumentUpdate,
  trashDocument,
  updateDocument,
} from "./documents";
import {
  createInitiative,
  type InitiativeCreate,
  type InitiativeToProjectCreate,
  type InitiativeUpdate,
  linkInitiative,
  updateInitiative,
} from "./initiatives";
import type { IssueUpdate } from "./issue-update";
import { createIssue, createIssues, type IssueCreate, updateIssue, updateIssues } from "./issues";
import { createLabel, type LabelCreate } from "./labels";
import { invalidInput } from "./linear-error";
import { createProject, type ProjectCreate, type ProjectUpdate, updateProject } from "./projects";
import type { Asking } from "./resolve";
import type { Actor, Site } from "./workspace";

/** Arguments as the schema has checked them; each mutation names the shape that the schema gives its input. */
interface Arguments {
  id: string;
  ids: string[];
  input: unknown;
  skipEditedAt?: boolean | null;
  replaceTeamLabels?: boolean | null;
}
type Write = (site: Site, actor: Actor, args: Arguments) => object;

const writes: Record<string, Write> = {
  issueCreate: (site, actor, { input }) => ({ issue: createIssue(site, actor, input as IssueCreate) }),
  issueUpdate: (site, actor, { id, input }) => ({
    issue: updateIssue(site, actor, id, input as IssueUpdate),
  }),
  issueBatchUpdate: (site, actor, { ids, input }) => ({
    issues: updateIssues(site, actor, ids, input as IssueUpdate),
  }),
  issueBatchCreate: (site, actor, { input }) => ({
    issues: createIssues(site, actor, (input as { issues: IssueCreate[] }).issues),
  }),
  issueLabelCreate: (site, actor, { input, replaceTeamLabels }) => {
    if (replaceTeamLabels) throw invalidInput("replaceTeamLabels is not part of the sandbox");
    return { issueLabel: createLabel(site, actor, input as LabelCreate) };
  },
  commentCreate: (site, actor, { input }) => ({
    comment: createComment(site, actor, input as CommentCreate),
  }),
  commentUpdate: (site, actor, { id, input, skipEditedAt }) => ({
    comment: updateComment(site, actor, id, input as CommentUpdate, skipEditedAt ?? false),
  }),
  commentDelete: (site, actor, { id }) => {
    deleteComment(site, actor, id);
    return { entityId: id };
  },
  documentCreate: (site, actor, { input }) => ({
    document: createDocument(site, actor, input as DocumentCreate),
  }),
  documentUpdate: (site, actor, { id, input }) => ({
    document: updateDocument(site, actor, id, input as DocumentUpdate),
  }),
  documentDelete: (site, actor, { id }) => ({ entity: trashDocument(site, actor, id) }),
  projectCreate: (site, actor, { input }) => ({
    project: createProject(site, actor, input as ProjectCreate),
  }),
  projectUpdate: (site, _, { id, input }) => ({ project: updateProject(site, id, input as ProjectUpdate) }),
  initiativeCreate: (site, actor, { input }) => ({
    initiative: createInitiative(site, actor, input as InitiativeCreate),
  }),
  initiativeUpdate: (site, _, { id, input }) => ({
    initiative: updateInitiative(site, id, input as InitiativeUpdate),
  }),
  initiativeToProjectCreate: (site, _, { input }) => ({
    initiativeToProject: linkInitiative(site, input as InitiativeToProjectCreate),
  }),
  attachmentCreate: (site, actor, { input }) => ({
    attachment: createAttachment(site, actor, input as AttachmentCreate),
  }),
};

/** The root fields that write; each answers with what it made and the number of the last change. */
export function mutate({ site, viewerId }: Asking, name: string, args: Arguments): object {
  const write = writes[name];
  if (!write) throw new Error(`No mutation ${name}`);
  const made = write(site, { userId: viewerId }, args);
  return { ...made, success: true, lastSyncId: site.store.lastSyncId };
}
export type MutationArguments = Arguments;
