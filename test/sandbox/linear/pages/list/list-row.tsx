import { type MouseEvent, memo } from "react";
import { Cells } from "../cells";
import type { Issue, Workspace } from "../data/model";
import { Avatar } from "../icons/avatar";
import { Glyph } from "../icons/glyph";
import { PriorityIcon } from "../icons/priority-icon";
import { StatusIcon } from "../icons/status-icon";
import { ImperativeText } from "../imperative-text";
import { cx } from "../release";
import { issueHref } from "../routing/hrefs";
import { followInPage } from "../routing/navigation";
import { shortDate } from "../short-date";
import { IssueChips } from "./issue-chips";

export interface RowActions {
  select: (issueId: string) => void;
  focus: (issueId: string) => void;
  openMenu: (issueId: string, at: { x: number; y: number }) => void;
}

interface ListRowProps {
  issue: Issue;
  workspace: Workspace;
  parent: Issue | undefined;
  /** "2/5", or nothing where there are no sub-issues. */
  subIssues: string | undefined;
  focused: boolean;
  selected: boolean;
  actions: RowActions;
}

/** One row of a list: a link of 44 px whose cells share the list's columns (reference 1.2, 1.3). */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { issue, workspace, parent, subIssues, focused, selected, actions } = props;
  const state = workspace.states.get(issue.stateId);
  const openMenu = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    actions.openMenu(issue.id, { x: event.clientX, y: event.clientY });
  };
  return (
    <a
      className={cx("row", focused && "row-focused", selected && "row-selected")}
      href={issueHref(workspace.urlKey, issue)}
      data-list-row="true"
      data-list-key={`ITEM_${issue.id}`}
      data-contextual-menu="true"
      draggable={false}
      onClick={followInPage}
      onContextMenu={openMenu}
      onMouseMove={() => focused || actions.focus(issue.id)}
    >
      <Cells from={1} to={5}>
        <span className={cx("cell-checkbox")} data-list-grid-column="checkbox">
          {/* biome-ignore lint/a11y/useSemanticElements: Linear draws its own checkbox */}
          <span
            role="checkbox"
            tabIndex={-1}
            aria-checked={selected}
            aria-label="Select issue"
            className={cx("checkbox", selected && "checkbox-on")}
            onClick={(event) => {
              event.preventDefault();
              event.stopPropagation();
              actions.select(issue.id);
            }}
            onKeyDown={undefined}
          >
            {selected && <Glyph name="check" />}
          </span>
        </span>
        <span className={cx("cell-priority")} data-column-id="priority">
          <PriorityIcon priority={issue.priority} />
        </span>
        <ImperativeText text={issue.identifier} name="cell-id" columnId="issueId" />
        {/* biome-ignore lint/a11y/useSemanticElements: a button may not stand inside a link */}
        <span
          role="button"
          tabIndex={-1}
          aria-label="Change status"
          className={cx("cell-status")}
          data-column-id="status"
          onClick={openMenu}
          onKeyDown={undefined}
        >
          <StatusIcon state={state} />
        </span>
        <span className={cx("cell-title")} data-column-id="title">
          <span className={cx("row-title")}>{issue.title}</span>
          {subIssues && <span className={cx("chip", "chip-small")}>{subIssues}</span>}
          {parent && (
            <span className={cx("row-parent")}>
              <Glyph name="chevronRight" />
              <span>{parent.title}</span>
            </span>
          )}
        </span>
        <span className={cx("cell-meta")} data-column-id="properties">
          <IssueChips issue={issue} workspace={workspace} />
        </span>
        <span className={cx("cell-assignee")} data-column-id="assignee">
          <Avatar user={issue.assigneeId ? workspace.users.get(issue.assigneeId) : undefined} />
        </span>
        <span className={cx("cell-date")} data-column-id="created">
          {shortDate(issue.createdAt)}
        </span>
      </Cells>
    </a>
  );
});
