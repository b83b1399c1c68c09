import {
  commentUrl,
  documentUrl,
  identifierOf,
  initiativeUrl,
  issueUrl,
  projectUrl,
  slugOf,
} from "./addresses";
import type { ReadContext } from "./fields";
import type { Cycle, EntityOf, Issue, Typename } from "./model";

type Computed = {
  [T in Typename]?: Record<string, (context: ReadContext, entity: EntityOf<T>) => unknown>;
};

const priorityLabels = ["No priority", "Urgent", "High", "Medium", "Low"];

/** Fields that follow from others, by type and name. */
export const computed: Computed = {
  Organization: {
    userCount: ({ site }) => site.store.all("User").length,
    createdIssueCount: ({ site }) => site.store.all("Issue").length,
  },
  User: {
    isMe: ({ viewerId }, { id }) => id === viewerId,
    initials: (_, { name }) =>
      name
        .split(/\s+/)
        .map((word) => word.charAt(0))
        .join("")
        .toUpperCase(),
    url: ({ site }, { displayName }) =>
      `https://linear.app/${site.organization.urlKey}/profiles/${displayName}`,
    createdIssueCount: ({ site }, { id }) =>
      site.store.all("Issue").filter((issue) => issue.creatorId === id).length,
  },
  Team: {
    displayName: (_, { name }) => name,
    issueCount: ({ site }) => site.store.all("Issue").length,
    activeCycle: ({ site }) => site.store.all("Cycle").find((cycle) => isActive(cycle, nowOf(site))) ?? null,
    viewerMembership: ({ site, viewerId }) =>
      site.store.all("TeamMembership").find((membership) => membership.userId === viewerId) ?? null,
    viewerCanJoin: ({ site, viewerId }) =>
      !site.store.all("TeamMembership").some((membership) => membership.userId === viewerId),
    viewerCanLeave: ({ site, viewerId }) =>
      site.store.all("TeamMembership").some((membership) => membership.userId === viewerId),
  },
  Cycle: {
    isActive: ({ site }, cycle) => isActive(cycle, nowOf(site)),
    isPast: ({ site }, { endsAt }) => endsAt <= nowOf(site),
    isFuture: ({ site }, { startsAt }) => startsAt > nowOf(site),
    isNext: ({ site }, { startsAt }) =>
      startsAt > nowOf(site) &&
      !site.store.all("Cycle").some((one) => one.startsAt > nowOf(site) && one.startsAt < startsAt),
    isPrevious: ({ site }, { endsAt }) =>
      endsAt <= nowOf(site) &&
      !site.store.all("Cycle").some((one) => one.endsAt <= nowOf(site) && one.endsAt > endsAt),
    progress: ({ site }, { id }) =>
      progressOf(site.store.all("Issue").filter((issue) => issue.cycleId === id)),
  },
  Project: {
    url: ({ site }, project) => projectUrl(site, project),
    state: ({ site }, { statusId }) => site.store.get("ProjectStatus", statusId).type,
    priorityLabel: (_, { priority }) => priorityLabels[priority],
    progress: ({ site }, { id }) =>
      progressOf(site.store.all("Issue").filter((issue) => issue.projectId === id)),
    scope: ({ site }, { id }) => site.store.all("Issue").filter((issue) => issue.projectId === id).length,
    resourceCount: ({ site }, { id }) =>
      site.store.all("Document").filter((document) => document.projectId === id).length,
  },
  Initiative: {
    url: ({ site }, initiative) => initiativeUrl(site, initiative),
  },
  Issue: {
    identifier: ({ site }, issue) => identifierOf(site, issue),
    url: ({ site }, issue) => issueUrl(site, issue),
    branchName: ({ site, viewerId }, issue) => {
      const user = site.store.find("User", viewerId)?.displayName ?? "linear";
      return `${user}/${identifierOf(site, issue).toLowerCase()}-${slugOf(issue.title)}`;
    },
    priorityLabel: (_, { priority }) => priorityLabels[priority],
    boardOrder: (_, { sortOrder }) => sortOrder,
    addedToTeamAt: (_, { createdAt }) => createdAt,
    sharedAccess: () => ({
      disallowedIssueFields: [],
      isShared: false,
      sharedWithCount: 0,
      sharedWithUsers: [],
      viewerHasOnlySharedAccess: false,
    }),
  },
  Document: {
    url: ({ site }, document) => documentUrl(site, document),
    updatedBy: ({ site }, { updatedById }) => site.store.find("User", updatedById ?? "") ?? null,
    owner: ({ site }, { creatorId }) => site.store.find("User", creatorId ?? "") ?? null,
  },
  DocumentContent: {
    content: ({ site }, { documentId }) => site.store.get("Document", documentId).content,
    project: ({ site }, { documentId }) =>
      site.store.find("Project", site.store.get("Document", documentId).projectId ?? "") ?? null,
    issue: ({ site }, { documentId }) =>
      site.store.find("Issue", site.store.get("Document", documentId).issueId ?? "") ?? null,
  },
  Comment: {
    url: ({ site }, comment) => commentUrl(site, comment),
  },
};

const nowOf = ({ now }: ReadContext["site"]) => now().toISOString();

const isActive = (cycle: Cycle, now: string) => cycle.startsAt <= now && now < cycle.endsAt;

const progressOf = (issues: readonly Issue[]) =>
  issues.length === 0 ? 0 : issues.filter((issue) => issue.completedAt !== null).length / issues.length;
