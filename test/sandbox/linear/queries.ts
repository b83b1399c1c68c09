import { documentHistory } from "./document-history";
import { issueBy } from "./issues";
import { invalidInput, notFound } from "./linear-error";
import type { Entity } from "./model";
import { notificationsFor } from "./notifications";
import type { Asking } from "./resolve";

type Query = (asking: Asking, args: Readonly<Record<string, unknown>>) => unknown;

const one =
  (type: Entity["typename"]): Query =>
  ({ site }, { id }) =>
    site.store.get(type, String(id));

const list =
  (type: Entity["typename"]): Query =>
  ({ site }) =>
    site.store.all(type);

/** Projects, initiatives and documents also answer to the digits that end their address. */
const bySlug =
  (type: "Project" | "Initiative" | "Document"): Query =>
  ({ site }, { id }) => {
    const found =
      site.store.find(type, String(id)) ??
      site.store.all(type).find(({ slugId }) => String(id) === slugId || String(id).endsWith(`-${slugId}`));
    if (!found) throw notFound(type);
    return found;
  };

/** The root fields that read. */
export const queries: Record<string, Query> = {
  viewer: ({ site, viewerId }) => site.store.get("User", viewerId),
  organization: ({ site }) => site.organization,
  issue: ({ site }, { id }) => issueBy(site, String(id)),
  team: ({ site }, { id }) =>
    String(id).toUpperCase() === site.team.key ? site.team : site.store.get("Team", String(id)),
  comment: ({ site }, { id }) => {
    if (id == null) throw invalidInput("id must be given");
    return site.store.get("Comment", String(id));
  },
  project: bySlug("Project"),
  initiative: bySlug("Initiative"),
  document: bySlug("Document"),
  documentContentHistory: ({ site }, { id }) =>
    documentHistory(site.store.get("DocumentContent", String(id))),
  user: one("User"),
  cycle: one("Cycle"),
  attachment: one("Attachment"),
  issueLabel: one("IssueLabel"),
  workflowState: one("WorkflowState"),
  projectStatus: one("ProjectStatus"),
  initiativeToProject: one("InitiativeToProject"),
  issues: list("Issue"),
  users: list("User"),
  teams: list("Team"),
  cycles: list("Cycle"),
  customViews: list("CustomView"),
  projects: list("Project"),
  comments: list("Comment"),
  documents: list("Document"),
  attachments: list("Attachment"),
  initiatives: list("Initiative"),
  issueLabels: list("IssueLabel"),
  workflowStates: list("WorkflowState"),
  projectStatuses: list("ProjectStatus"),
  initiativeToProjects: list("InitiativeToProject"),
  notifications: ({ site, viewerId }) => notificationsFor(site, viewerId),
  attachmentsForURL: ({ site }, { url }) => site.store.all("Attachment").filter((one) => one.url === url),
  rateLimitStatus: ({ rateLimits }) => rateLimits(),
};
