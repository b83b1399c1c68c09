import { Link } from "../link";
import { Avatar } from "../parts/avatar";
import { Cells } from "../parts/cells";
import { StatusLozenge } from "../parts/lozenge";
import { PriorityIcon } from "../parts/priority-icon";
import { TypeIcon } from "../parts/type-icon";
import { issueHref } from "../route";
import type { WireIssue } from "../wire";

/** The cards of linked work items. */
export const LinkedIssues = ({ issues }: { issues: readonly WireIssue[] }) => (
  <section className="issue-section">
    <h2>Linked work items</h2>
    <h3>mentions</h3>
    <ul className="line-cards">
      {issues.map((issue) => (
        <li key={issue.key} className="line-card" data-testid="issue-line-card.card-container">
          <Cells>
            <TypeIcon name={issue.typeName} />
            <Link
              href={issueHref(issue.key)}
              data-testid="issue.issue-view.views.common.issue-line-card.issue-line-card-view.key"
            >
              {issue.key}
            </Link>
            <Link href={issueHref(issue.key)} className="line-card-summary" tabIndex={-1}>
              {issue.summary}
            </Link>
            <PriorityIcon name={issue.priorityName} />
            <Avatar person={issue.assignee} />
            <StatusLozenge status={issue.status} />
          </Cells>
        </li>
      ))}
    </ul>
  </section>
);
