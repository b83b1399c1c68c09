import { type KeyboardEvent, useRef } from "react";
import { shortDate } from "../dates";
import { useDraggableRow } from "../drag/use-draggable-row";
import { openIssue } from "../open-issue";
import { Avatar } from "../parts/avatar";
import { Cells } from "../parts/cells";
import { Glyph } from "../parts/glyph";
import { EpicLozenge } from "../parts/lozenge";
import { PriorityIcon } from "../parts/priority-icon";
import { StatusMenu } from "../parts/status-menu";
import { TypeIcon } from "../parts/type-icon";
import type { WireIssue, WireSprint, WireStatus } from "../wire";
import { KeyCell } from "./key-cell";
import { RowMenu } from "./row-menu";

const leaf = "software-backlog.card-list.card.card-contents.";

export interface RowActions {
  statuses: readonly WireStatus[];
  sprints: readonly WireSprint[];
  onMove: (key: string, sprintId: number | null) => void;
  onSelect: (key: string) => void;
  onStatus: (issue: WireIssue, status: WireStatus) => void;
  /** Focus goes to the row so many places further. */
  onStep: (rowIndex: number, step: number) => void;
}

interface Props extends RowActions {
  issue: WireIssue;
  selected: boolean;
  sprintId: number | null;
  rowIndex: number;
  /** CSS px from the top of the list. */
  top: number;
  /** Which reading of the data this is: the key cell is made anew with each. */
  reading: number;
}

/** One work item of a backlog. The element outlives the issue: rows are recycled while scrolling. */
export function BacklogRow(props: Props) {
  const { issue, sprintId, rowIndex, top, reading, statuses, sprints } = props;
  const { selected, onMove, onSelect, onStatus, onStep } = props;
  const card = useRef<HTMLDivElement>(null);
  const { dragging, edge } = useDraggableRow(card, issue.key);
  const estimate = issue.estimateStatistic.statFieldValue.value;

  function answerKey(event: KeyboardEvent) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    onStep(rowIndex, event.key === "ArrowDown" ? 1 : -1);
  }
  function open() {
    // A click that ends a selection of text is no click on the row.
    if (getSelection()?.isCollapsed !== false) openIssue(issue.key);
  }

  return (
    <div
      className={`row ${dragging ? "row-dragging" : ""} ${edge ? `row-drop-${edge}` : ""}`}
      style={{ transform: `translateY(${top}px)` }}
      data-testid={`software-backlog.card-list.card.content-container.${issue.key}`}
    >
      <div data-testid="software-backlog.card-list.card.context-menu.escape-wrapper">
        <div data-testid="platform-context-menu.ui.context-menu.children-wrapper">
          <div
            className="row-card"
            ref={card}
            data-testid="software-backlog.card-list.card.card-contents.card-container"
          >
            <button
              type="button"
              className="row-layer"
              aria-label={`${issue.key} ${issue.summary}`}
              data-testid={`${leaf}interaction-layer.accessible-card`}
              data-row-index={rowIndex}
              onClick={open}
              onKeyDown={answerKey}
            />
            <Cells>
              <input
                type="checkbox"
                className="row-check"
                aria-label={`Select ${issue.key}`}
                checked={selected}
                onChange={() => onSelect(issue.key)}
                data-testid={`${leaf}checkbox`}
              />
              <TypeIcon name={issue.typeName} testId={`${leaf}type-icon.type`} />
              <KeyCell key={reading} issueKey={issue.key} done={issue.done} />
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the interaction layer is the keyboard's way */}
              {/* biome-ignore lint/a11y/noStaticElementInteractions: the interaction layer is the accessible control */}
              <div
                className="row-summary"
                data-testid={`${leaf}summary-field.summary-field-static.content`}
                onClick={open}
              >
                <span>{issue.summary}</span>
              </div>
              {issue.children > 0 && (
                <span
                  className="row-children"
                  title={`${issue.children} child work items`}
                  data-testid={`${leaf}child-issues-metadata`}
                >
                  <Glyph name="subtasks" size={14} />
                </span>
              )}
              <EpicLozenge parent={issue.parent} />
              <div
                className="row-status"
                data-testid={`${leaf}status-field.status-field-wrapper.status-container`}
              >
                <StatusMenu
                  status={issue.status}
                  choices={statuses}
                  className="row-status-button"
                  onChoose={(status) => onStatus(issue, status)}
                />
              </div>
              {issue.dueDate && (
                <time className="row-due" dateTime={issue.dueDate} data-testid={`${leaf}due-date`}>
                  {shortDate(issue.dueDate)}
                </time>
              )}
              <span data-testid={`${leaf}flag-container`} />
              <span
                className="estimate"
                title="Story point estimate"
                data-testid={`${leaf}estimate-field-wrapper`}
              >
                {estimate ?? "-"}
              </span>
              <PriorityIcon name={issue.priorityName} />
              <span data-testid="backlog.card-list.card.card-contents.assignee-field.assignee-field-static">
                <Avatar person={issue.assignee} />
              </span>
              <RowMenu sprints={sprints} sprintId={sprintId} onMove={(target) => onMove(issue.key, target)} />
            </Cells>
          </div>
        </div>
      </div>
    </div>
  );
}
