import type { Issue } from "../data/model";
import { cx } from "../release";
import { issueHref } from "../routing/hrefs";
import { followInPage } from "../routing/navigation";
import { useSnapshot, useWorkspace } from "../store-context";

/** The issue above a sub-issue; nothing for others. */
export function ParentLink({ issue }: { issue: Issue }) {
  const { issues } = useSnapshot();
  const { urlKey } = useWorkspace();
  const parent = issue.parentId ? issues.get(issue.parentId) : undefined;
  if (!parent) return null;
  return (
    <a
      className={cx("sub-issue-of")}
      href={issueHref(urlKey, parent)}
      onClick={followInPage}
      data-contextual-menu="true"
    >
      <span className={cx("muted")}>Sub-issue of</span>
      <span>{parent.identifier}</span>
      <span>{parent.title}</span>
    </a>
  );
}
