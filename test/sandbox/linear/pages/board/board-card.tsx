import { useDraggable } from "@dnd-kit/core";
import { memo } from "react";
import { Cells } from "../cells";
import type { Issue, Workspace } from "../data/model";
import { Avatar } from "../icons/avatar";
import { Glyph } from "../icons/glyph";
import { PriorityIcon } from "../icons/priority-icon";
import { StatusIcon } from "../icons/status-icon";
import { ImperativeText } from "../imperative-text";
import { IssueChips } from "../list/issue-chips";
import type { RowActions } from "../list/list-row";
import { cx } from "../release";
import { issueHref } from "../routing/hrefs";
import { followInPage } from "../routing/navigation";

interface CardFaceProps {
  issue: Issue;
  workspace: Workspace;
  subIssues: string | undefined;
}

interface BoardCardProps extends CardFaceProps {
  focused: boolean;
  selected: boolean;
  actions: RowActions;
}

/** One card: a draggable link (reference 1.2, 1.3). */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { issue, workspace, subIssues, focused, selected, actions } = props;
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: issue.id });
  return (
    <a
      ref={setNodeRef}
      {...listeners}
      className={cx(
        "card",
        focused && "card-focused",
        selected && "card-selected",
        isDragging && "card-lifted",
      )}
      href={issueHref(workspace.urlKey, issue)}
      data-board-item="true"
      data-contextual-menu="true"
      draggable={false}
      onClick={followInPage}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.openMenu(issue.id, { x: event.clientX, y: event.clientY });
      }}
      onMouseEnter={() => actions.focus(issue.id)}
    >
      <CardFace issue={issue} workspace={workspace} subIssues={subIssues} />
    </a>
  );
});

/** What a card shows, on the board and under the pointer while it is dragged. */
export function CardFace({ issue, workspace, subIssues }: CardFaceProps) {
  return (
    <Cells>
      <div className={cx("card-top")}>
        <ImperativeText text={issue.identifier} name="card-id" />
        <span className={cx("spacer")} />
        <Avatar user={issue.assigneeId ? workspace.users.get(issue.assigneeId) : undefined} />
      </div>
      <div className={cx("card-main")}>
        <StatusIcon state={workspace.states.get(issue.stateId)} />
        <span className={cx("card-title")}>{issue.title}</span>
        <span className={cx("card-more")} data-menu-open="false">
          <Glyph name="more" />
        </span>
      </div>
      <div className={cx("card-chips")}>
        <span className={cx("chip")}>
          <PriorityIcon priority={issue.priority} />
        </span>
        {subIssues && <span className={cx("chip", "chip-small")}>{subIssues}</span>}
        <IssueChips issue={issue} workspace={workspace} />
      </div>
    </Cells>
  );
}
