import type { Issue } from "../data/model";
import { cx } from "../release";
import { useSnapshot, useStore } from "../store-context";
import { Activity } from "./activity";
import { Editor } from "./editor";
import { ParentLink } from "./parent-link";
import { SubIssues } from "./sub-issues";
import { useIssueDetail } from "./use-issue-detail";

/** An issue itself, on its page and in the inbox: title, parent, description, sub-issues, activity (reference 1.2). */
export function IssueContent({ issue }: { issue: Issue }) {
  const { delta } = useSnapshot();
  const store = useStore();
  const { detail, failure } = useIssueDetail(issue.id);
  return (
    <div className={cx("issue-scroll")} data-restore-scroll-view="issue-view" data-scroll-container="true">
      <div className={cx("issue-view")} data-view-id="issue-view" data-contextual-menu="true">
        <Editor
          label="Issue title"
          name="issue-title"
          value={issue.title}
          version={delta}
          singleLine
          onSave={(title) => store.update([issue.id], { title })}
        />
        <ParentLink issue={issue} />
        {failure !== null && <p role="alert">{failure}</p>}
        {detail && (
          <Editor
            label="Issue description"
            name="issue-description"
            editorId={`issue-${issue.id}`}
            value={detail.description}
            version={delta}
            onSave={(description) => store.update([issue.id], { description })}
          />
        )}
        <SubIssues issue={issue} />
        <Activity issue={issue} detail={detail} />
      </div>
    </div>
  );
}
