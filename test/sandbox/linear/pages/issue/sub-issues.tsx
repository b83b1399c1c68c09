import type { Issue } from "../data/model";
import { Avatar } from "../icons/avatar";
import { Glyph } from "../icons/glyph";
import { StatusIcon } from "../icons/status-icon";
import { cx } from "../release";
import { followInPage } from "../routing/navigation";
import { issueHref } from "../routing/routes";
import { useWorkspace } from "../store-context";

/** The issues below one, as rows of links. */
export function SubIssues({ children }: { children: readonly Issue[] }) {
  const workspace = useWorkspace();
  const done = children.filter(({ stateId }) => workspace.states.get(stateId)?.type === "completed").length;
  return (
    <section className={cx("sub-issues")} aria-label="Sub-issues" data-contextual-menu="true">
      <div className={cx("sub-issues-head")}>
        <Glyph name="chevronDown" />
        <span>Sub-issues</span>
        <span className={cx("group-count")}>
          {done}/{children.length}
        </span>
      </div>
      {children.map((issue) => (
        <a
          key={issue.id}
          className={cx("sub-issue")}
          href={issueHref(workspace.urlKey, issue)}
          data-list-row="true"
          data-list-key={`ITEM_${issue.id}`}
          data-contextual-menu="true"
          draggable={false}
          onClick={followInPage}
        >
          <span className={cx("cell-id")} data-column-id="issueId">
            {issue.identifier}
          </span>
          <StatusIcon state={workspace.states.get(issue.stateId)} />
          <span className={cx("row-title")}>{issue.title}</span>
          <span className={cx("spacer")} />
          <Avatar user={issue.assigneeId ? workspace.users.get(issue.assigneeId) : undefined} />
        </a>
      ))}
    </section>
  );
}
