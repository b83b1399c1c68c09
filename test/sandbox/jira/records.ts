import type { Person } from "../company/company";
import type { AdfNode } from "./adf";

export type Role = Person["role"];

/** A person with access to the site. `personId` is the company's id; `accountId` is what Jira shows. */
export interface JiraUser {
  personId: string;
  accountId: string;
  displayName: string;
  emailAddress: string;
  role: Role;
  accountType: "atlassian" | "app";
}

export interface JiraProject {
  id: string;
  key: string;
  name: string;
  leadAccountId: string;
  properties: Map<string, unknown>;
}

/** A scrum board over all issues of one project. */
export interface JiraBoard {
  id: number;
  name: string;
  projectId: string;
}

export interface JiraSprint {
  id: number;
  name: string;
  state: "active" | "future" | "closed";
  /** Times are UTC ISO strings throughout the site. */
  startDate: string | null;
  endDate: string | null;
  completeDate: string | null;
  createdDate: string;
  goal: string;
  originBoardId: number;
}

/** Hierarchy levels: sub-task -1, story and its like 0, epic 1, initiative 2. */
export interface JiraIssueType {
  id: string;
  name: string;
  hierarchyLevel: number;
}

export interface JiraStatus {
  id: string;
  name: string;
  category: { id: number; key: "new" | "indeterminate" | "done"; name: string; colorName: string };
}

export interface JiraPriority {
  id: string;
  name: string;
}

export interface JiraComment {
  id: string;
  author: JiraUser;
  updateAuthor: JiraUser;
  body: AdfNode;
  created: string;
  updated: string;
  properties: Map<string, unknown>;
}

/** People by a name that the whole site knows. */
export interface JiraGroup {
  groupId: string;
  name: string;
  members: JiraUser[];
}

/** Who has a role in every project of the site. */
export interface JiraRole {
  id: number;
  name: string;
  users: JiraUser[];
  groups: JiraGroup[];
}

/** One changed field as Jira's changelog tells it; `from` and `to` are ids, the other two are for people. */
export interface ChangeItem {
  field: string;
  fieldtype: "jira" | "custom";
  fieldId?: string;
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

export interface ChangelogEntry {
  id: string;
  author: JiraUser;
  created: string;
  items: ChangeItem[];
}

export interface JiraIssue {
  /** Numeric, as a string. */
  id: string;
  key: string;
  projectId: string;
  type: JiraIssueType;
  summary: string;
  description: AdfNode | null;
  status: JiraStatus;
  priority: JiraPriority;
  assignee: JiraUser | null;
  reporter: JiraUser;
  labels: string[];
  points: number | null;
  dueDate: string | null;
  parentId: string | null;
  /** Every sprint it has been in, oldest first; at most one of them is not closed. A sub-task has its parent's. */
  sprintIds: number[];
  /** Position in the backlog: lower is higher up. */
  rank: number;
  created: string;
  updated: string;
  resolved: string | null;
  properties: Map<string, unknown>;
  comments: JiraComment[];
  /** Oldest first. */
  changelog: ChangelogEntry[];
  /** Issue-level security: the roles that may see it; null is everybody who may browse the project. */
  visibleTo: readonly Role[] | null;
}
