import { Link } from "../link";
import { openIssue } from "../open-issue";
import { Cells } from "../parts/cells";
import { Glyph } from "../parts/glyph";
import { StatusLozenge } from "../parts/lozenge";
import { TypeIcon } from "../parts/type-icon";
import { issueHref } from "../route";
import type { TimelineRow } from "./timeline-rows";

const item = "roadmap.timeline-table.components.list-item";
const summaryPart = "roadmap.timeline-table-kit.ui.list-item-content.summary";

interface Props {
  row: TimelineRow;
  /** CSS px from the top of the list. */
  top: number;
  onToggle: (id: string) => void;
}

/** One row of the timeline's left side (reference 1.5); a part inside it ends with the same id (seen 2026-08). */
export const TimelineListItem = ({ row: { issue, depth, open }, top, onToggle }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: the real timeline is made of divs with roles
  // biome-ignore lint/a11y/useFocusableInteractive: what is in the cell takes the focus
  <div className="timeline-row" role="row" style={{ transform: `translateY(${top}px)` }}>
    {/* biome-ignore lint/a11y/useSemanticElements: as above */}
    {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
    <div
      className={`timeline-item timeline-item-${depth}`}
      role="gridcell"
      data-testid={`${item}.container-${issue.id}`}
    >
      <Cells>
        <span className="timeline-expand" data-testid={`${item}.expand-button.container-${issue.id}`}>
          {open !== null && (
            <button
              type="button"
              className="icon-button"
              aria-expanded={open}
              aria-label={open ? "Collapse" : "Expand"}
              onClick={() => onToggle(issue.id)}
            >
              <Glyph name={open ? "chevronDown" : "chevronRight"} />
            </button>
          )}
        </span>
        <TypeIcon name={issue.typeName} />
        <Link
          className={issue.done ? "row-key-done" : ""}
          href={issueHref(issue.key)}
          data-testid={`${summaryPart}.key`}
        >
          {issue.key}
        </Link>
        <button
          type="button"
          className="timeline-title"
          data-testid={`${summaryPart}.title`}
          onClick={() => openIssue(issue.key)}
        >
          {issue.summary}
        </button>
        <StatusLozenge status={issue.status} />
      </Cells>
    </div>
  </div>
);
