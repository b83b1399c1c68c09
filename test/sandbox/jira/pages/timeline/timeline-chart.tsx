import { shortDate } from "../dates";
import { timeScale } from "./time-scale";
import { type TimelineRow, union } from "./timeline-rows";

interface Props {
  /** All rows, which set the scale, and those on screen with their place in CSS px. */
  rows: readonly TimelineRow[];
  placed: readonly { row: TimelineRow; top: number }[];
}

/** The right side of the timeline: a bar for each row that has dates, under its months. */
export function TimelineChart({ rows, placed }: Props) {
  const span = union(rows.map((row) => row.span));
  if (span === null) return <p className="timeline-chart page-message">No work item has dates yet.</p>;
  const { width, months, leftOf } = timeScale(span);
  return (
    <div className="timeline-chart" style={{ minWidth: width }}>
      <div className="timeline-header">
        {months.map(({ label, left, width: wide }) => (
          <span key={label} style={{ left, width: wide }}>
            {label}
          </span>
        ))}
      </div>
      {placed.map(({ row: { issue, depth, span: own }, top }) => (
        <div
          key={issue.id}
          className="timeline-row"
          style={{ transform: `translateY(${top}px)` }}
          data-testid={`roadmap.timeline-table.components.chart-item.container-${issue.id}`}
        >
          {own && (
            <div
              className={`timeline-bar timeline-bar-${depth}`}
              style={{ left: leftOf(own.from), width: Math.max(8, leftOf(own.to) - leftOf(own.from)) }}
              title={`${shortDate(own.from)} – ${shortDate(own.to)}`}
              data-testid={`roadmap.timeline-table-kit.ui.chart-item-content.date-content.bar.draggable-bar-${issue.id}-container`}
            />
          )}
        </div>
      ))}
    </div>
  );
}
