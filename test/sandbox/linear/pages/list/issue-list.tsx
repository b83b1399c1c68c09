import { useEffect, useMemo, useRef, useState } from "react";
import { type Components, Virtuoso, type VirtuosoHandle } from "react-virtuoso";
import type { Issue, WorkflowState, Workspace } from "../data/model";
import { Glyph } from "../icons/glyph";
import { StatusIcon } from "../icons/status-icon";
import { cx, markup } from "../release";
import { ListRow, type RowActions } from "./list-row";
import { remountKey } from "./remount-key";
import type { IssueGroup } from "./status-groups";

type Entry = { kind: "group"; state: WorkflowState; count: number } | { kind: "issue"; issue: Issue };

interface IssueListProps {
  path: string;
  groups: readonly IssueGroup[];
  workspace: Workspace;
  issues: ReadonlyMap<string, Issue>;
  subIssues: ReadonlyMap<string, string>;
  delta: number;
  focusedId: string | null;
  /** Set where the keyboard moved the focus: that row is brought into view. */
  revealId: string | null;
  selected: ReadonlySet<string>;
  actions: RowActions;
}

const scrollPositions = new Map<string, number>();

/** A virtualised list of issues: group headers of 36 px and rows of 44 px; only those in view exist. */
export function IssueList(props: IssueListProps) {
  const { path, groups, workspace, issues, subIssues, delta, focusedId, revealId, selected, actions } = props;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const list = useRef<VirtuosoHandle>(null);
  const entries = useMemo(
    () =>
      groups.flatMap(({ state, issues }): Entry[] => [
        ...(state === null ? [] : [{ kind: "group" as const, state, count: issues.length }]),
        ...issues.map((issue) => ({ kind: "issue" as const, issue })),
      ]),
    [groups],
  );

  useEffect(() => {
    const index = entries.findIndex((entry) => entry.kind === "issue" && entry.issue.id === revealId);
    if (index >= 0) list.current?.scrollIntoView({ index });
  }, [entries, revealId]);

  useEffect(() => {
    if (!scroller) return;
    const remember = () => scrollPositions.set(path, scroller.scrollTop);
    scroller.addEventListener("scroll", remember, { passive: true });
    return () => scroller.removeEventListener("scroll", remember);
  }, [scroller, path]);

  // There is nowhere to scroll to before the list has its height.
  const restored = useRef(false);
  const restoreScroll = (height: number) => {
    const top = scrollPositions.get(path) ?? 0;
    if (restored.current || !scroller || height < top) return;
    restored.current = true;
    requestAnimationFrame(() => scroller.scrollTo({ top }));
  };

  return (
    <div className={cx("list-container")} data-list-container="true" data-contextual-menu="true">
      <div
        ref={setScroller}
        className={cx("list-wrapper")}
        data-list-wrapper="true"
        data-restore-scroll-view={`${path}|0`}
        data-scroll-container="true"
      >
        {scroller && (
          <Virtuoso
            ref={list}
            customScrollParent={scroller}
            data={entries}
            totalListHeightChanged={restoreScroll}
            defaultItemHeight={44}
            increaseViewportBy={200}
            components={gridComponents}
            computeItemKey={(_, entry) =>
              entry.kind === "group" ? `GROUP_${entry.state.id}` : remountKey(entry.issue.id, delta)
            }
            itemContent={(_, entry) =>
              entry.kind === "group" ? (
                <GroupHeader state={entry.state} count={entry.count} />
              ) : (
                <ListRow
                  issue={entry.issue}
                  workspace={workspace}
                  parent={entry.issue.parentId ? issues.get(entry.issue.parentId) : undefined}
                  subIssues={subIssues.get(entry.issue.id)}
                  focused={entry.issue.id === focusedId}
                  selected={selected.has(entry.issue.id)}
                  actions={actions}
                />
              )
            }
          />
        )}
      </div>
    </div>
  );
}

// Subgrid needs an unbroken chain of grids from the list down to the row.
const gridComponents: Components<Entry> = {
  List: ({ children, style, ref, ...rest }) => (
    <div
      {...rest}
      ref={ref}
      style={style}
      className={cx("list-grid", markup === "renamed" && "list-grid-renamed")}
    >
      {children}
    </div>
  ),
  Item: ({ children, item: _, context: __, ...rest }) => (
    <div {...rest} className={cx("list-item")}>
      {children}
    </div>
  ),
};

function GroupHeader({ state, count }: { state: WorkflowState; count: number }) {
  return (
    <div
      className={cx("group-header")}
      data-list-row="true"
      data-list-key={`GROUP_${state.id}`}
      data-list-group-divider="true"
      data-contextual-menu="true"
    >
      <Glyph name="chevronDown" />
      <StatusIcon state={state} />
      <span className={cx("group-name")}>{state.name}</span>
      <span className={cx("group-count")}>{count}</span>
      <span className={cx("spacer")} />
      <button type="button" className={cx("icon-button")} aria-label={`Create new issue in ${state.name}`}>
        <Glyph name="plus" />
      </button>
    </div>
  );
}
