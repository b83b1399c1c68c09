import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Link } from "../link";
import { Avatar } from "../parts/avatar";
import { StatusLozenge } from "../parts/lozenge";
import { PriorityIcon } from "../parts/priority-icon";
import { TypeIcon } from "../parts/type-icon";
import { issueHref } from "../route";
import type { WireIssue } from "../wire";

const rowHeight = 40;
const cells = "native-issue-table.common.ui.issue-cells";

/** The table of child issues. It scrolls in itself and mounts only what it shows. */
export function ChildIssues({ issues }: { issues: readonly WireIssue[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: issues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => issues[index]?.key ?? index,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const done = issues.filter((issue) => issue.done).length;
  return (
    <section className="issue-section">
      <h2>Child work items</h2>
      <div className="progress" role="img" aria-label={`${done} of ${issues.length} done`}>
        <span style={{ width: `${(100 * done) / issues.length}%` }} />
      </div>
      <div
        className="child-scroller"
        ref={scroller}
        data-testid="native-issue-table.ui.scroll-container.scroll-container"
      >
        <table aria-label="Work">
          <tbody>
            {above > 0 && <tr style={{ height: above }} />}
            {items.map(({ index }) => {
              const issue = issues[index];
              return issue && <ChildRow key={issue.key} issue={issue} />;
            })}
            {below > 0 && <tr style={{ height: below }} />}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const ChildRow = ({ issue }: { issue: WireIssue }) => (
  <tr data-testid="native-issue-table.ui.issue-row" data-vc="issue-row">
    <td className="cell-type">
      <TypeIcon name={issue.typeName} />
    </td>
    <td className="cell-key" data-testid={`${cells}.issue-key.issue-key-cell`}>
      <Link href={issueHref(issue.key)}>{issue.key}</Link>
    </td>
    <td className="cell-summary" data-testid={`${cells}.issue-summary.issue-summary-cell`}>
      <Link href={issueHref(issue.key)}>{issue.summary}</Link>
    </td>
    <td>
      <PriorityIcon name={issue.priorityName} />
    </td>
    <td>
      <Avatar person={issue.assignee} />
    </td>
    <td>
      <StatusLozenge status={issue.status} />
    </td>
  </tr>
);
