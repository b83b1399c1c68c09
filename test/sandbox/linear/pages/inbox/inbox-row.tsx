import type { Issue, Notification, Workspace } from "../data/model";
import { Avatar } from "../icons/avatar";
import { StatusIcon } from "../icons/status-icon";
import { cx } from "../release";
import { issueHref } from "../routing/hrefs";
import { shortDate } from "../short-date";

interface InboxRowProps {
  notification: Notification;
  /** Undefined where the issue is not in this workspace any more; then there is no row. */
  issue: Issue | undefined;
  workspace: Workspace;
  chosen: boolean;
  onChoose: (notificationId: string) => void;
}

/** One notification in two lines: the issue, and who did what to it. A plain click shows the issue beside the list. */
export function InboxRow({ notification, issue, workspace, chosen, onChoose }: InboxRowProps) {
  // A list row may not be without height.
  if (!issue) return <div className={cx("inbox-gone")}>This issue is gone.</div>;
  const actor = notification.actorId === null ? undefined : workspace.users.get(notification.actorId);
  return (
    <a
      className={cx("inbox-row", chosen && "row-selected")}
      href={issueHref(workspace.urlKey, issue)}
      data-contextual-menu="true"
      draggable={false}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onChoose(notification.id);
      }}
    >
      <Avatar user={actor} size={28} />
      <span className={cx("inbox-text")}>
        <span className={cx("inbox-line")}>
          <span className={cx("cell-id")}>{issue.identifier}</span>
          <span className={cx("row-title")}>{issue.title}</span>
        </span>
        <span className={cx("inbox-line", "muted")}>
          {actor?.name ?? "Linear"} {notification.sentence}
        </span>
      </span>
      <span className={cx("inbox-end")}>
        <StatusIcon state={workspace.states.get(issue.stateId)} />
        <span className={cx("muted")}>{shortDate(notification.createdAt)}</span>
      </span>
    </a>
  );
}
