import { useRef } from "react";
import { useDraggableRow } from "../drag/use-draggable-row";
import { notInSandbox } from "../flags";
import { openIssue } from "../open-issue";
import { Avatar } from "../parts/avatar";
import { Cells } from "../parts/cells";
import { Glyph } from "../parts/glyph";
import { EpicLozenge } from "../parts/lozenge";
import { PriorityIcon } from "../parts/priority-icon";
import { TypeIcon } from "../parts/type-icon";
import { issueHref } from "../route";
import type { WireIssue } from "../wire";

interface Props {
  issue: WireIssue;
  /** Which reading of the data this is: the key is made anew with each. */
  reading: number;
}

/** One card of a board. Only the node inside the context menu's wrapper can be dragged, not the card itself. */
export function BoardCard({ issue, reading }: Props) {
  const draggable = useRef<HTMLDivElement>(null);
  const { dragging, edge } = useDraggableRow(draggable, issue.key);
  const estimate = issue.estimateStatistic.statFieldValue.value;
  return (
    <div
      className={`card ${dragging ? "card-dragging" : ""} ${edge ? `card-drop-${edge}` : ""}`}
      id={`card-${issue.key}`}
      data-testid="platform-board-kit.ui.card.card"
      data-component-selector="platform-board-kit.ui.card-container"
      aria-describedby={`card-description-${issue.key}`}
    >
      <div data-testid="software-context-menu.ui.context-menu.children-wrapper">
        <div ref={draggable} className="card-body">
          <button
            type="button"
            className="card-layer"
            aria-label={`${issue.key} ${issue.summary}. Use the enter key to load the work item.`}
            data-testid="platform-card.ui.card.focus-container"
            onClick={() => openIssue(issue.key)}
          />
          <Cells>
            <div
              className="card-summary"
              data-testid="issue-field-single-line-text-readview-card.ui.single-line-text.container.box"
            >
              <span>{issue.summary}</span>
            </div>
            <div className="card-actions" data-testid="platform-card.ui.card.actions-section">
              <button
                type="button"
                className="icon-button"
                aria-label="More actions"
                data-testid="software-context-menu.meatball-menu"
                onClick={() => notInSandbox("The menu of a card")}
              >
                <Glyph name="more" />
              </button>
            </div>
            <EpicLozenge parent={issue.parent} />
            <div className="card-footer" data-testid="platform-card.ui.card.card-content.footer">
              <Cells>
                <TypeIcon name={issue.typeName} />
                <div
                  key={reading}
                  className={`card-key ${issue.done ? "row-key-done" : ""}`}
                  data-testid="platform-card.common.ui.key.key"
                >
                  <a href={issueHref(issue.key)} target="_blank" rel="noreferrer">
                    {issue.key}
                  </a>
                </div>
                <span className="spacer" />
                {issue.children > 0 && (
                  <span className="row-children" title={`${issue.children} child work items`}>
                    <Glyph name="subtasks" size={14} />
                  </span>
                )}
                {estimate !== null && (
                  <span className="estimate" title="Story point estimate">
                    {estimate}
                  </span>
                )}
                <PriorityIcon name={issue.priorityName} />
                <Avatar person={issue.assignee} />
              </Cells>
            </div>
          </Cells>
          <span id={`card-description-${issue.key}`} className="visually-hidden">
            {issue.typeName}, priority {issue.priorityName}, {issue.assignee?.displayName ?? "unassigned"}
          </span>
        </div>
      </div>
    </div>
  );
}
