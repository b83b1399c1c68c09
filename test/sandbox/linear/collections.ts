import type { ReadContext } from "./fields";
import type { Entity, EntityOf, Typename } from "./model";

type Collections = {
  [T in Typename]?: Record<string, (context: ReadContext, entity: EntityOf<T>) => readonly Entity[]>;
};

/** Fields that give several entities, by type and name. */
export const collections: Collections = {
  Organization: {
    users: ({ site }) => site.store.all("User"),
    teams: ({ site }) => site.store.all("Team"),
    labels: ({ site }) => site.store.all("IssueLabel").filter((label) => label.teamId === null),
    projectStatuses: ({ site }) => site.store.all("ProjectStatus"),
  },
  User: {
    assignedIssues: ({ site }, { id }) => site.store.all("Issue").filter((issue) => issue.assigneeId === id),
    teams: ({ site }, { id }) =>
      site.store
        .all("TeamMembership")
        .filter((membership) => membership.userId === id)
        .map((membership) => site.store.get("Team", membership.teamId)),
  },
  Team: {
    issues: ({ site }, { id }) => site.store.all("Issue").filter((issue) => issue.teamId === id),
    states: ({ site }, { id }) => site.store.all("WorkflowState").filter((state) => state.teamId === id),
    cycles: ({ site }, { id }) => site.store.all("Cycle").filter((cycle) => cycle.teamId === id),
    labels: ({ site }, { id }) => site.store.all("IssueLabel").filter((label) => label.teamId === id),
    projects: ({ site }, { id }) =>
      site.store.all("Project").filter((project) => project.teamIds.includes(id)),
    members: ({ site }, { id }) =>
      site.store
        .all("TeamMembership")
        .filter((membership) => membership.teamId === id)
        .map((membership) => site.store.get("User", membership.userId)),
  },
  WorkflowState: {
    issues: ({ site }, { id }) => site.store.all("Issue").filter((issue) => issue.stateId === id),
  },
  Cycle: {
    issues: ({ site }, { id }) => site.store.all("Issue").filter((issue) => issue.cycleId === id),
    uncompletedIssuesUponClose: ({ site }, { id, completedAt }) =>
      completedAt === null
        ? []
        : site.store.all("Issue").filter((issue) => issue.cycleId === id && issue.completedAt === null),
  },
  Project: {
    issues: ({ site }, { id }) => site.store.all("Issue").filter((issue) => issue.projectId === id),
    documents: ({ site }, { id }) =>
      site.store.all("Document").filter((document) => document.projectId === id),
    comments: ({ site }, { id }) => site.store.all("Comment").filter((comment) => comment.projectId === id),
    initiativeToProjects: ({ site }, { id }) =>
      site.store.all("InitiativeToProject").filter((link) => link.projectId === id),
    initiatives: ({ site }, { id }) =>
      site.store
        .all("InitiativeToProject")
        .filter((link) => link.projectId === id)
        .map((link) => site.store.get("Initiative", link.initiativeId)),
    members: ({ site }, { memberIds }) => memberIds.map((id) => site.store.get("User", id)),
    teams: ({ site }, { teamIds }) => teamIds.map((id) => site.store.get("Team", id)),
    accessibleTeams: ({ site }, { teamIds }) => teamIds.map((id) => site.store.get("Team", id)),
  },
  Initiative: {
    projects: ({ site }, { id }) =>
      site.store
        .all("InitiativeToProject")
        .filter((link) => link.initiativeId === id)
        .map((link) => site.store.get("Project", link.projectId)),
  },
  IssueLabel: {
    children: ({ site }, { id }) => site.store.all("IssueLabel").filter((label) => label.parentId === id),
  },
  Issue: {
    labels: ({ site }, { labelIds }) => labelIds.map((id) => site.store.get("IssueLabel", id)),
    children: ({ site }, { id }) => site.store.all("Issue").filter((issue) => issue.parentId === id),
    comments: ({ site }, { id }) => site.store.all("Comment").filter((comment) => comment.issueId === id),
    documents: ({ site }, { id }) => site.store.all("Document").filter((document) => document.issueId === id),
    history: ({ site }, { id }) => site.store.all("IssueHistory").filter((entry) => entry.issueId === id),
    attachments: ({ site }, { id }) =>
      site.store.all("Attachment").filter((attachment) => attachment.issueId === id),
  },
  IssueHistory: {
    addedLabels: ({ site }, { addedLabelIds }) =>
      (addedLabelIds ?? []).map((id) => site.store.get("IssueLabel", id)),
    removedLabels: ({ site }, { removedLabelIds }) =>
      (removedLabelIds ?? []).map((id) => site.store.get("IssueLabel", id)),
  },
  Document: {
    comments: ({ site }, { documentContentId }) =>
      site.store.all("Comment").filter((comment) => comment.documentContentId === documentContentId),
  },
  Comment: {
    children: ({ site }, { id }) => site.store.all("Comment").filter((comment) => comment.parentId === id),
  },
};
