import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { Cells } from "../parts/cells";
import { useEnd } from "../search/use-end";
import { useSearch } from "../search/use-search";
import type { Navigation } from "../wire";
import { ListRow } from "./list-row";

/** CSS px. */
const rowHeight = 40;
const columns = ["Type", "Key", "Summary", "Status", "Assignee", "Priority", "Sprint"];

/** The project's list: every work item by rank, read page by page, in rows that come and go while scrolling. */
export function ListPage({ project }: { project: Navigation["projects"][number] }) {
  const { found, error, more } = useSearch(`project = "${project.key}" ORDER BY rank ASC`);
  const issues = found?.issues ?? [];
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: issues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => issues[index]?.key ?? index,
    overscan: 5,
  });
  const items = virtualizer.getVirtualItems();
  useEnd(items.at(-1)?.index ?? -1, issues.length, more);
  useEffect(() => {
    document.title = `${project.name} - List - Jira`;
  }, [project.name]);

  return (
    <div className="list-page">
      {error && <p className="page-message">{error}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: the real list is made of divs with roles */}
      <div className="BaseTable" role="table" aria-label="List" aria-rowcount={found?.total}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: a table's row takes no focus */}
        <div className="BaseTable__header-row" role="row">
          <Cells>
            {columns.map((name) => (
              // biome-ignore lint/a11y/useSemanticElements: as above
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              <div key={name} role="columnheader" className={`list-${name.toLowerCase()}`}>
                {name}
              </div>
            ))}
          </Cells>
        </div>
        <div className="BaseTable__body" ref={scroller}>
          <div className="list-content" style={{ height: virtualizer.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const issue = issues[index];
              return issue && <ListRow key={issue.key} issue={issue} top={start} />;
            })}
          </div>
        </div>
      </div>
      <p className="navigator-count">
        {issues.length} of {found?.total ?? 0}
      </p>
    </div>
  );
}
