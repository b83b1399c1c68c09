import { createPortal } from "react-dom";
import type { Issue } from "./data/model";
import { Avatar } from "./icons/avatar";
import { PriorityIcon } from "./icons/priority-icon";
import { StatusIcon } from "./icons/status-icon";
import { Editor } from "./issue/editor";
import { ParentLink } from "./issue/parent-link";
import { SubIssues } from "./issue/sub-issues";
import { useIssueDetail } from "./issue/use-issue-detail";
import { IssueChips } from "./list/issue-chips";
import { portalRoot } from "./portal-root";
import { cx } from "./release";
import { issueHref } from "./routing/hrefs";
import { followInPage } from "./routing/navigation";
import { useSnapshot, useWorkspace } from "./store-context";

/**
 * The look into an issue without leaving the list (Space). Of its real markup only the layer is known (reference 1.2); that it
 * is an issue view with a link, in a portal, is inferred.
 */
export function Peek({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const { delta } = useSnapshot();
  const workspace = useWorkspace();
  const { detail, failure } = useIssueDetail(issue.id);
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
      <ParentLink issue={issue} />
      <div className={cx("peek-properties")}>
        <StatusIcon state={workspace.states.get(issue.stateId)} />
        <PriorityIcon priority={issue.priority} />
        <Avatar user={issue.assigneeId ? workspace.users.get(issue.assigneeId) : undefined} />
        <IssueChips issue={issue} workspace={workspace} />
      </div>
      {failure !== null && <p role="alert">{failure}</p>}
      {detail && (
        <Editor
          key={issue.id}
          label="Issue description"
          name="issue-description"
          editorId={`issue-${issue.id}`}
          value={detail.description}
          version={delta}
          onSave={null}
        />
      )}
      <SubIssues key={issue.id} issue={issue} />
    </aside>,
    portalRoot(),
  );
}
