import { useDroppable } from "@dnd-kit/core";
import { useState } from "react";
import { Virtuoso } from "react-virtuoso";
import type { Workspace } from "../data/model";
import { Glyph } from "../icons/glyph";
import { StatusIcon } from "../icons/status-icon";
import type { RowActions } from "../list/list-row";
import { remountKey } from "../list/remount-key";
import type { StatusGroup } from "../list/status-groups";
import { cx } from "../release";
import { BoardCard } from "./board-card";

export interface BoardColumnProps {
  path: string;
  group: StatusGroup;
  workspace: Workspace;
  subIssues: ReadonlyMap<string, string>;
  delta: number;
  focusedId: string | null;
  selected: ReadonlySet<string>;
  actions: RowActions;
}

/** One status: takes cards dropped on it, and holds only the cards in view. */
export function BoardColumn(props: BoardColumnProps) {
  const { path, group, workspace, subIssues, delta, focusedId, selected, actions } = props;
  const { state, issues } = group;
  const { setNodeRef, isOver } = useDroppable({ id: state.id });
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  return (
    <section
      ref={setNodeRef}
      className={cx("column", isOver && "column-over")}
      aria-label={state.name}
      data-contextual-menu="true"
    >
      <div className={cx("column-header")}>
        <StatusIcon state={state} />
        <span className={cx("group-name")}>{state.name}</span>
        <span className={cx("group-count")}>{issues.length}</span>
        <span className={cx("spacer")} />
        <button type="button" className={cx("icon-button")} aria-label={`Create new issue in ${state.name}`}>
          <Glyph name="plus" />
        </button>
      </div>
      <div
        ref={setScroller}
        className={cx("column-cards")}
        data-scroll-container="true"
        data-restore-scroll-view={`${path}|${state.id}`}
      >
        {scroller && (
          <Virtuoso
            customScrollParent={scroller}
            data={issues}
            defaultItemHeight={108}
            increaseViewportBy={200}
            computeItemKey={(_, issue) => remountKey(issue.id, delta)}
            itemContent={(_, issue) => (
              <div className={cx("card-slot")}>
                <BoardCard
                  issue={issue}
                  workspace={workspace}
                  subIssues={subIssues.get(issue.id)}
                  focused={issue.id === focusedId}
                  selected={selected.has(issue.id)}
                  actions={actions}
                />
              </div>
            )}
          />
        )}
      </div>
    </section>
  );
}
