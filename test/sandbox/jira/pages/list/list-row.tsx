import { Link } from "../link";
import { openIssue } from "../open-issue";
import { Avatar } from "../parts/avatar";
import { Cells } from "../parts/cells";
import { StatusLozenge } from "../parts/lozenge";
import { PriorityIcon } from "../parts/priority-icon";
import { TypeIcon } from "../parts/type-icon";
import { issueHref } from "../route";
import type { FoundIssue } from "../search/found-issue";

const prefix = "business-list.ui.list-view";

/** One work item of the list (reference 1.5). `top`: CSS px from the first row. */
export const ListRow = ({ issue, top }: { issue: FoundIssue; top: number }) => (
  // biome-ignore lint/a11y/useSemanticElements: the real list is made of divs with roles
  // biome-ignore lint/a11y/useFocusableInteractive: what is in the row takes the focus
  <div className="BaseTable__row" role="row" style={{ transform: `translateY(${top}px)` }}>
    <Cells>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="list-type">
        <TypeIcon name={issue.typeName} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="list-key">
        <Link href={issueHref(issue.key)} data-testid={`${prefix}.key-cell.issue-key`}>
          {issue.key}
        </Link>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="list-summary">
        <button type="button" aria-label={`Open ${issue.key}`} onClick={() => openIssue(issue.key)} />
        <span data-testid={`${prefix}.summary-cell`}>{issue.summary}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="list-status" data-testid={`${prefix}.status-cell.cell-container`}>
        <StatusLozenge status={issue.status} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="list-assignee">
        <Avatar person={issue.assignee} /> {issue.assignee?.displayName ?? "Unassigned"}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="list-priority">
        <PriorityIcon name={issue.priorityName} /> {issue.priorityName}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="cell" className="list-sprint">
        {issue.sprint?.name}
      </div>
    </Cells>
  </div>
);
