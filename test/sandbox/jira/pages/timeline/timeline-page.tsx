import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { fetchTimeline } from "../page-api";
import { useResource } from "../use-resource";
import type { Navigation, TimelineData } from "../wire";
import { TimelineChart } from "./timeline-chart";
import { TimelineListItem } from "./timeline-list-item";
import { timelineRows } from "./timeline-rows";

/** CSS px; also in css/timeline.css. */
const rowHeight = 40;

/** The timeline of a board's project: epics and what is under them, beside their bars. */
export function TimelinePage({ project }: { project: Navigation["projects"][number] }) {
  const { boardId, boardName } = project;
  const { loaded, error } = useResource(`timeline ${boardId}`, (signal) => fetchTimeline(boardId, signal));
  useEffect(() => {
    document.title = `Timeline - ${boardName} - Jira`;
  }, [boardName]);
  if (!loaded) return error ? <p className="page-message">{error}</p> : <div className="skeleton" />;
  return <Timeline data={loaded.data} />;
}

function Timeline({ data }: { data: TimelineData }) {
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => timelineRows(data, (id) => openIds.has(id)), [data, openIds]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.issue.id ?? index,
    scrollMargin: rowHeight,
    overscan: 4,
  });
  const placed = virtualizer.getVirtualItems().flatMap(({ index, start }) => {
    const row = rows[index];
    return row ? [{ row, top: start }] : [];
  });

  function toggle(id: string) {
    const next = new Set(openIds);
    if (!next.delete(id)) next.add(id);
    setOpenIds(next);
  }

  return (
    <div className="timeline" data-testid="sr-timeline">
      <div className="timeline-scroller" ref={scroller}>
        <div className="timeline-content" style={{ height: virtualizer.getTotalSize() + rowHeight }}>
          {/* biome-ignore lint/a11y/useSemanticElements: the real timeline is made of divs with roles */}
          <div className="timeline-list" role="grid" aria-label="Timeline">
            <div className="timeline-header">Work</div>
            {placed.map(({ row, top }) => (
              <TimelineListItem key={row.issue.id} row={row} top={top} onToggle={toggle} />
            ))}
          </div>
          <TimelineChart rows={rows} placed={placed} />
        </div>
      </div>
    </div>
  );
}
