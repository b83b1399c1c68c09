import { notInSandbox } from "../flags";
import { Avatar } from "../parts/avatar";
import { PriorityIcon } from "../parts/priority-icon";
import type { WireIssue } from "../wire";
import type { Column } from "./issue-table";

/** Jira's numbers of the status categories; the test id ends with one (2 seen 2026-08 for "To Do", the others inferred). */
const categoryIds = { new: 2, indeterminate: 4, done: 3 } as const;

/** The columns that every table of work items has. */

export const statusColumn: Column<Pick<WireIssue, "status">> = {
  name: "Status",
  cell: ({ status: { name, category } }) => (
    <button
      type="button"
      className={`row-status-button row-status-button-${category}`}
      aria-label={`${name} - Change status`}
      data-testid={`issue.fields.status.common.ui.status-lozenge.${categoryIds[category]}`}
      onClick={() => notInSandbox("Changing the status here")}
    >
      {name}
    </button>
  ),
};

export const assigneeColumn: Column<Pick<WireIssue, "assignee">> = {
  name: "Assignee",
  cell: ({ assignee }) => (
    <div className="person-cell">
      <Avatar person={assignee} /> {assignee?.displayName ?? "Unassigned"}
    </div>
  ),
};

export const priorityColumn: Column<Pick<WireIssue, "priorityName">> = {
  name: "Priority",
  cell: ({ priorityName }) => (
    <div className="person-cell">
      <PriorityIcon name={priorityName} /> {priorityName}
    </div>
  ),
};
