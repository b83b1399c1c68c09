/** What the pages hold of the workspace. Ids are UUIDs; times are UTC ISO strings. */
export interface Workspace {
  viewerId: string;
  name: string;
  urlKey: string;
  teams: readonly Team[];
  users: ReadonlyMap<string, User>;
  states: ReadonlyMap<string, WorkflowState>;
  projects: ReadonlyMap<string, Project>;
  cycles: ReadonlyMap<string, Cycle>;
  labels: ReadonlyMap<string, Label>;
  views: ReadonlyMap<string, CustomView>;
}

export interface Team {
  id: string;
  key: string;
  name: string;
}

export interface User {
  id: string;
  name: string;
}

export interface WorkflowState {
  id: string;
  name: string;
  type: string;
  color: string;
  position: number;
}

export interface Project {
  id: string;
  name: string;
  color: string;
  /** The twelve hexadecimal digits that end its address. */
  slugId: string;
  status: string;
  leadId: string | null;
}

/** What only the project's overview shows. */
export interface ProjectDetail {
  description: string;
  initiatives: readonly { id: string; name: string }[];
  documents: readonly { id: string; title: string; path: string }[];
}

export interface CustomView {
  id: string;
  name: string;
  color: string;
  slugId: string;
  /** An `IssueFilter` of Linear's schema, which only the server reads. */
  filterData: Readonly<Record<string, unknown>>;
}

export interface Cycle {
  id: string;
  number: number;
  name: string | null;
  isActive: boolean;
  isPast: boolean;
  startsAt: string;
  endsAt: string;
}

export interface Label {
  id: string;
  name: string;
  color: string;
  isGroup: boolean;
}

export interface Issue {
  id: string;
  identifier: string;
  number: number;
  title: string;
  /** 0 none, 1 urgent, 2 high, 3 medium, 4 low. */
  priority: number;
  estimate: number | null;
  sortOrder: number;
  createdAt: string;
  dueDate: string | null;
  teamId: string;
  stateId: string;
  assigneeId: string | null;
  creatorId: string | null;
  projectId: string | null;
  cycleId: string | null;
  parentId: string | null;
  labelIds: readonly string[];
}

/** Fields of one issue as `IssueUpdateInput` names them; only the changed ones are present. */
export interface IssueChanges {
  title?: string;
  description?: string;
  priority?: number;
  stateId?: string;
  assigneeId?: string | null;
  projectId?: string | null;
  cycleId?: string | null;
}

/** A new issue below another. */
export interface NewSubIssue {
  title: string;
  parent: Issue;
}

/** What only the issue page shows. */
export interface IssueDetail {
  id: string;
  description: string;
  creatorId: string | null;
  comments: readonly Comment[];
  events: readonly ActivityEvent[];
}

export interface Comment {
  id: string;
  body: string;
  createdAt: string;
  author: string;
}

export interface ActivityEvent {
  id: string;
  createdAt: string;
  actor: string;
  sentence: string;
}

/** Something in the inbox about an issue; `sentence` follows the actor's name. */
export interface Notification {
  id: string;
  createdAt: string;
  issueId: string;
  actorId: string | null;
  sentence: string;
}
