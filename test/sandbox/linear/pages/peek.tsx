import { createPortal } from "react-dom";
import type { Issue } from "./data/model";
import { Avatar } from "./icons/avatar";
import { PriorityIcon } from "./icons/priority-icon";
import { StatusIcon } from "./icons/status-icon";
import { useIssueDetail } from "./issue/use-issue-detail";
import { IssueChips } from "./list/issue-chips";
import { portalRoot } from "./portal-root";
import { cx } from "./release";
import { followInPage } from "./routing/navigation";
import { issueHref } from "./routing/routes";
import { useWorkspace } from "./store-context";

/** The look into an issue without leaving the list (Space); its real markup is not known, only its layer (reference 1.2). */
export function Peek({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const workspace = useWorkspace();
  const { detail } = useIssueDetail(issue.id);
  return createPortal(
    <aside className={cx("peek")} data-view-id="issue-view" data-contextual-menu="true" aria-label="Peek">
      <div className={cx("peek-head")}>
        <a className={cx("crumb")} href={issueHref(workspace.urlKey, issue)} onClick={followInPage}>
          {issue.identifier}
        </a>
        <span className={cx("spacer")} />
        <button type="button" className={cx("button")} onClick={onClose}>
          Close
        </button>
      </div>
      <h2 className={cx("peek-title")} aria-label="Issue title">
        {issue.title}
      </h2>
      <div className={cx("peek-properties")}>
        <StatusIcon state={workspace.states.get(issue.stateId)} />
        <PriorityIcon priority={issue.priority} />
        <Avatar user={issue.assigneeId ? workspace.users.get(issue.assigneeId) : undefined} />
        <IssueChips issue={issue} workspace={workspace} />
      </div>
      <p className={cx("peek-text")}>{detail?.description}</p>
    </aside>,
    portalRoot(),
  );
}
