import type { JiraIssue, JiraPriority, JiraStatus } from "./records";

/** The statuses of the site's one workflow, in board order, with Jira's fixed status categories. */
export const statuses = {
  todo: {
    id: "10000",
    name: "To Do",
    category: { id: 2, key: "new", name: "To Do", colorName: "blue-gray" },
  },
  progress: {
    id: "3",
    name: "In Progress",
    category: { id: 4, key: "indeterminate", name: "In Progress", colorName: "yellow" },
  },
  done: {
    id: "10001",
    name: "Done",
    category: { id: 3, key: "done", name: "Done", colorName: "green" },
  },
} as const satisfies Record<string, JiraStatus>;

/** A company's priorities as Jira's; Jira has no "none", its default is Medium. */
export const priorities = {
  urgent: { id: "1", name: "Highest" },
  high: { id: "2", name: "High" },
  medium: { id: "3", name: "Medium" },
  low: { id: "4", name: "Low" },
  none: { id: "3", name: "Medium" },
} as const satisfies Record<string, JiraPriority>;

/** Every priority of the site once, highest first. */
export const priorityScheme: readonly JiraPriority[] = [
  priorities.urgent,
  priorities.high,
  priorities.medium,
  priorities.low,
  { id: "5", name: "Lowest" },
];

export interface Transition {
  id: string;
  name: string;
  to: JiraStatus;
}

/** All transitions: from every status to every other one, as in Jira's simplified workflow. */
export const transitions: readonly Transition[] = [
  { id: "11", name: "To Do", to: statuses.todo },
  { id: "21", name: "In Progress", to: statuses.progress },
  { id: "31", name: "Done", to: statuses.done },
];

/** What a person can do next with this issue. */
export const transitionsOf = (issue: JiraIssue): readonly Transition[] =>
  transitions.filter((transition) => transition.to.id !== issue.status.id);
