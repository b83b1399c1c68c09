import { assigneeColumn, priorityColumn, statusColumn } from "../issue-table/field-cells";
import { IssueTable } from "../issue-table/issue-table";
import type { WireIssue } from "../wire";

const columns = [priorityColumn, assigneeColumn, statusColumn];

/** The issues under an issue, with their progress. */
export function ChildIssues({ issues }: { issues: readonly WireIssue[] }) {
  const done = issues.filter((issue) => issue.done).length;
  return (
    <section className="issue-section child-issues">
      <h2>Child work items</h2>
      <div className="progress" role="img" aria-label={`${done} of ${issues.length} done`}>
        <span style={{ width: `${(100 * done) / issues.length}%` }} />
      </div>
      <IssueTable issues={issues} columns={columns} />
    </section>
  );
}
