/**
 * What a workspace holds. Names are those of Linear's schema; a reference to another entity is `<field>Id`.
 * Times are UTC ISO strings.
 */
interface Stored {
  id: string;
  createdAt: string;
  updatedAt: string;
}

export interface Organization extends Stored {
  typename: "Organization";
  name: string;
  urlKey: string;
}

export interface User extends Stored {
  typename: "User";
  /** The person's id in the company, which session cookies and API keys carry in this sandbox. */
  personId: string;
  name: string;
  displayName: string;
  email: string;
  admin: boolean;
  organizationId: string;
}

export interface Team extends Stored {
  typename: "Team";
  key: string;
  name: string;
  organizationId: string;
  cyclesEnabled: boolean;
  /** The server adds an issue that is started, or completed, outside every cycle to the active one. */
  cycleIssueAutoAssignStarted: boolean;
  cycleIssueAutoAssignCompleted: boolean;
  defaultIssueStateId: string;
}

export interface WorkflowState extends Stored {
  typename: "WorkflowState";
  name: string;
  type: "backlog" | "unstarted" | "started" | "completed" | "canceled";
  color: string;
  position: number;
  teamId: string;
}

export interface Cycle extends Stored {
  typename: "Cycle";
  number: number;
  name: string | null;
  startsAt: string;
  endsAt: string;
  completedAt: string | null;
  teamId: string;
}

export interface ProjectStatus extends Stored {
  typename: "ProjectStatus";
  name: string;
  type: "backlog" | "planned" | "started" | "paused" | "completed" | "canceled";
  color: string;
  position: number;
}

export interface Project extends Stored {
  typename: "Project";
  name: string;
  description: string;
  content: string | null;
  slugId: string;
  color: string;
  icon: string | null;
  statusId: string;
  leadId: string | null;
  creatorId: string | null;
  memberIds: string[];
  teamIds: string[];
  priority: number;
  sortOrder: number;
  startDate: string | null;
  targetDate: string | null;
  startedAt: string | null;
  completedAt: string | null;
  canceledAt: string | null;
}

export interface Initiative extends Stored {
  typename: "Initiative";
  name: string;
  description: string | null;
  content: string | null;
  slugId: string;
  color: string | null;
  icon: string | null;
  status: "Proposed" | "Planned" | "Active" | "Completed" | "Canceled";
  ownerId: string | null;
  creatorId: string | null;
  organizationId: string;
  sortOrder: number;
  targetDate: string | null;
  startedAt: string | null;
  completedAt: string | null;
  canceledAt: string | null;
}

export interface InitiativeToProject extends Stored {
  typename: "InitiativeToProject";
  initiativeId: string;
  projectId: string;
  sortOrder: string;
}

export interface IssueLabel extends Stored {
  typename: "IssueLabel";
  name: string;
  description: string | null;
  color: string;
  isGroup: boolean;
  parentId: string | null;
  teamId: string | null;
  creatorId: string | null;
}

export interface Issue extends Stored {
  typename: "Issue";
  number: number;
  title: string;
  description: string | null;
  teamId: string;
  stateId: string;
  assigneeId: string | null;
  creatorId: string | null;
  projectId: string | null;
  parentId: string | null;
  cycleId: string | null;
  labelIds: string[];
  /** 0 none, 1 urgent, 2 high, 3 medium, 4 low. */
  priority: number;
  estimate: number | null;
  dueDate: string | null;
  sortOrder: number;
  subIssueSortOrder: number | null;
  prioritySortOrder: number;
  addedToCycleAt: string | null;
  addedToProjectAt: string | null;
  startedAt: string | null;
  completedAt: string | null;
  canceledAt: string | null;
  trashed: boolean | null;
  snoozedUntilAt?: string | null;
}

export interface IssueHistory extends Stored, HistoryChange {
  typename: "IssueHistory";
  issueId: string;
  /** Null where the server itself acted. */
  actorId: string | null;
}

/** What one change of an issue changed; absent parts stayed. */
export interface HistoryChange {
  fromStateId?: string;
  toStateId?: string;
  fromCycleId?: string | null;
  toCycleId?: string | null;
  fromProjectId?: string | null;
  toProjectId?: string | null;
  fromParentId?: string | null;
  toParentId?: string | null;
  fromAssigneeId?: string | null;
  toAssigneeId?: string | null;
  fromTitle?: string;
  toTitle?: string;
  fromPriority?: number;
  toPriority?: number;
  fromEstimate?: number | null;
  toEstimate?: number | null;
  fromDueDate?: string | null;
  toDueDate?: string | null;
  addedLabelIds?: string[];
  removedLabelIds?: string[];
  updatedDescription?: boolean;
  trashed?: boolean;
}

export interface Document extends Stored {
  typename: "Document";
  title: string;
  /** Markdown. */
  content: string | null;
  documentContentId: string;
  slugId: string;
  color: string | null;
  icon: string | null;
  projectId: string | null;
  issueId: string | null;
  creatorId: string | null;
  updatedById: string | null;
  sortOrder: number;
  trashed: boolean | null;
}

/** A text of a document, and who wrote it. */
export interface DocumentText {
  id: string;
  at: string;
  /** Markdown. */
  content: string;
  actorIds: string[];
}

/** In Linear a document's text is an object of its own, and comments hang on it. Here the text stays in the document. */
export interface DocumentContent extends Stored {
  typename: "DocumentContent";
  documentId: string;
  /** Each text that it had, oldest first. */
  history: DocumentText[];
}

export interface Comment extends Stored {
  typename: "Comment";
  body: string;
  issueId: string | null;
  projectId: string | null;
  documentContentId: string | null;
  parentId: string | null;
  /** Null where an app wrote it; `botActor` then says which. */
  userId: string | null;
  botActor: ActorBot | null;
  /** Set when the body was changed after writing. */
  editedAt: string | null;
  resolvedAt: string | null;
  resolvingUserId: string | null;
  resolvingCommentId: string | null;
  quotedText: string | null;
}

export interface ActorBot {
  type: string;
  name: string;
}

export interface Attachment extends Stored {
  typename: "Attachment";
  issueId: string;
  title: string;
  subtitle: string | null;
  url: string;
  metadata: Record<string, unknown>;
  groupBySource: boolean;
  creatorId: string | null;
}

export interface TeamMembership extends Stored {
  typename: "TeamMembership";
  teamId: string;
  userId: string;
}

export interface CustomView extends Stored {
  typename: "CustomView";
  name: string;
  slugId: string;
  color: string;
  /** An `IssueFilter` of the schema. */
  filterData: Record<string, unknown>;
  shared: boolean;
  creatorId: string;
  ownerId: string;
  organizationId: string;
}

/** Not stored: it follows from what happened to the issue. */
export interface IssueNotification extends Stored {
  typename: "IssueNotification";
  type: "issueAssignedToYou" | "issueStatusChangedDone" | "issueNewComment";
  issueId: string;
  commentId: string | null;
  teamId: string;
  userId: string;
  /** Null where nobody is known to have caused it. */
  actorId: string | null;
}

export type Entity =
  | Organization
  | User
  | Team
  | TeamMembership
  | WorkflowState
  | Cycle
  | ProjectStatus
  | Project
  | Initiative
  | InitiativeToProject
  | IssueLabel
  | Issue
  | IssueHistory
  | Document
  | DocumentContent
  | Comment
  | Attachment
  | CustomView
  | IssueNotification;

export type Typename = Entity["typename"];
export type EntityOf<T extends Typename> = Extract<Entity, { typename: T }>;
