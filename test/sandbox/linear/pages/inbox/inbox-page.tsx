import { useMemo, useState } from "react";
import { Virtuoso } from "react-virtuoso";
import { IssueBreadcrumb } from "../issue/issue-breadcrumb";
import { IssueContent } from "../issue/issue-content";
import { remountKey } from "../list/remount-key";
import { useListKeys } from "../list/use-list-keys";
import { cx } from "../release";
import { issueHref } from "../routing/hrefs";
import { navigate } from "../routing/navigation";
import { useSnapshot, useWorkspace } from "../store-context";
import { useAnswer } from "../use-answer";
import { ViewHeader } from "../view-header";
import { InboxRow } from "./inbox-row";

/**
 * What happened to the viewer's issues, and beside it the issue of the chosen row. Only the route is known; that a row
 * is a link to its issue and that the preview is an issue view are inferred.
 */
export function InboxPage({ path }: { path: string }) {
  const { issues, delta } = useSnapshot();
  const workspace = useWorkspace();
  const { answer: notifications, failure } = useAnswer("inbox", (store) => store.notifications());
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const chosen = notifications?.find(({ id }) => id === chosenId);
  const preview = chosen && issues.get(chosen.issueId);

  const keys = useMemo(() => {
    const order = notifications ?? [];
    const at = order.findIndex(({ id }) => id === chosenId);
    return {
      move: (by: 1 | -1) => {
        const next = order[at < 0 ? 0 : Math.min(Math.max(at + by, 0), order.length - 1)];
        if (next) setChosenId(next.id);
      },
      open: () => preview && navigate(issueHref(workspace.urlKey, preview)),
      select: () => {},
      peek: () => {},
      cycle: () => {},
      escape: () => setChosenId(null),
    };
  }, [notifications, chosenId, preview, workspace]);
  useListKeys(keys);

  return (
    <div className={cx("inbox")}>
      <div className={cx("inbox-list")}>
        <ViewHeader crumbs={[{ text: "Inbox" }]} />
        {failure !== null && <p role="alert">{failure}</p>}
        {notifications?.length === 0 && <div className={cx("empty")}>You are all caught up.</div>}
        <div
          ref={setScroller}
          className={cx("inbox-scroll")}
          data-scroll-container="true"
          data-restore-scroll-view={`${path}|0`}
        >
          {scroller && notifications && (
            <Virtuoso
              customScrollParent={scroller}
              data={notifications}
              defaultItemHeight={60}
              increaseViewportBy={200}
              computeItemKey={(_, { id }) => remountKey(id, delta)}
              itemContent={(_, notification) => (
                <InboxRow
                  notification={notification}
                  issue={issues.get(notification.issueId)}
                  workspace={workspace}
                  chosen={notification.id === chosenId}
                  onChoose={setChosenId}
                />
              )}
            />
          )}
        </div>
      </div>
      <div className={cx("inbox-preview")}>
        {preview ? (
          <>
            <IssueBreadcrumb issue={preview} />
            <IssueContent key={preview.id} issue={preview} />
          </>
        ) : (
          <div className={cx("empty")}>Choose a notification.</div>
        )}
      </div>
    </div>
  );
}
