import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import { Cells } from "../parts/cells";
import { useEnd } from "../search/use-end";
import type { WireIssue } from "../wire";
import { MergedCell } from "./merged-cell";

/** CSS px; of the header too. */
const rowHeight = 40;

export type TableIssue = Pick<WireIssue, "key" | "summary" | "typeName" | "done">;

/** A column beside the one that holds type, key and summary. */
export interface Column<T> {
  name: string;
  cell: (issue: T) => ReactNode;
}

interface Props<T> {
  issues: readonly T[];
  columns: readonly Column<T>[];
  header?: boolean;
  /** The list has been scrolled to the end of `issues`. */
  onEnd?: () => void;
}

/**
 * Jira's table of work items, as in the navigator and under an issue (reference 1.5; cells seen 2026-08).
 * It scrolls in itself and mounts only what it shows.
 */
export function IssueTable<T extends TableIssue>({ issues, columns, header = false, onEnd }: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: issues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => issues[index]?.key ?? index,
    scrollMargin: header ? rowHeight : 0,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const { scrollMargin } = virtualizer.options;
  const above = (items[0]?.start ?? scrollMargin) - scrollMargin;
  const below = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin);
  useEnd(items.at(-1)?.index ?? -1, issues.length, () => onEnd?.());
  return (
    <div
      className="issue-table-scroller"
      ref={scroller}
      data-testid="native-issue-table.ui.scroll-container.scroll-container"
    >
      <table className="issue-table" aria-label="Work">
        {header && (
          <thead>
            <tr>
              <Cells>
                <th>Work</th>
                {columns.map(({ name }) => (
                  <th key={name}>{name}</th>
                ))}
              </Cells>
            </tr>
          </thead>
        )}
        <tbody>
          {above > 0 && <tr style={{ height: above }} />}
          {items.map(({ index }) => {
            const issue = issues[index];
            return (
              issue && (
                <tr
                  key={issue.key}
                  aria-rowindex={index + 1}
                  data-testid="native-issue-table.ui.issue-row"
                  data-vc="issue-row"
                >
                  <Cells>
                    <td>
                      <MergedCell issue={issue} />
                    </td>
                    {columns.map(({ name, cell }) => (
                      <td key={name}>{cell(issue)}</td>
                    ))}
                  </Cells>
                </tr>
              )
            );
          })}
          {below > 0 && <tr style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  );
}
