import type { ReactNode } from "react";
import { IssueContexts } from "../apps/issue-contexts";
import { longDate, shortDate } from "../dates";
import { showFlag } from "../flags";
import { Link } from "../link";
import { refresh } from "../live";
import { saveSprint, transitionIssue } from "../page-api";
import { Avatar } from "../parts/avatar";
import { Glyph } from "../parts/glyph";
import { PriorityIcon } from "../parts/priority-icon";
import { SprintField } from "../parts/sprint-field";
import { StatusMenu } from "../parts/status-menu";
import { TypeIcon } from "../parts/type-icon";
import { issueHref } from "../route";
import type { IssueView, WirePerson, WireStatus } from "../wire";

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="field">
    <dt>{label}</dt>
    <dd>{children ?? <span className="none">None</span>}</dd>
  </div>
);

/** The right column: status, then the fields. */
export function DetailsRail({ issue, user }: { issue: IssueView; user: WirePerson }) {
  const { parent, sprint } = issue;

  function changeStatus(status: WireStatus) {
    transitionIssue(issue.key, status.id).then(refresh, (reason: unknown) => {
      const detail = reason instanceof Error ? reason.message : String(reason);
      showFlag({ tone: "error", title: "We couldn't change the status", detail });
    });
  }

  return (
    <aside className="issue-rail" data-testid="issue.views.issue-details.issue-layout.container-right">
      <div data-testid="issue.views.issue-base.foundation.status.status-field-wrapper">
        <StatusMenu
          status={issue.status}
          choices={issue.statuses}
          className="status-button"
          id="issue.fields.status-view.status-button"
          testId="issue-field-status.ui.status-view.status-button.status-button"
          onChoose={changeStatus}
        />
      </div>
      <section className="rail-panel">
        <h2>
          <Glyph name="chevronDown" /> Details
        </h2>
        <dl>
          <Field label="Assignee">
            <Avatar person={issue.assignee} /> {issue.assignee?.displayName ?? "Unassigned"}
          </Field>
          <Field label="Reporter">
            <Avatar person={issue.reporter} /> {issue.reporter.displayName}
          </Field>
          <Field label="Parent">
            {parent && (
              <Link href={issueHref(parent.key)} className="rail-parent">
                <TypeIcon name={parent.typeName} /> {parent.key} {parent.summary}
              </Link>
            )}
          </Field>
          <Field label="Sprint">
            <SprintField
              sprint={sprint}
              fieldId={issue.sprintFieldId}
              save={(sprintId) => saveSprint(issue.id, sprintId)}
            />
          </Field>
          <Field label="Priority">
            <PriorityIcon name={issue.priorityName} /> {issue.priorityName}
          </Field>
          <Field label="Story point estimate">
            {issue.estimateStatistic.statFieldValue.value === null ? null : (
              <span className="estimate">{issue.estimateStatistic.statFieldValue.value}</span>
            )}
          </Field>
          <Field label="Labels">
            {issue.labels.length > 0 ? (
              <span className="labels">
                {issue.labels.map((label) => (
                  <span key={label}>{label}</span>
                ))}
              </span>
            ) : null}
          </Field>
          <Field label="Due date">{issue.dueDate ? shortDate(issue.dueDate) : null}</Field>
        </dl>
      </section>
      <IssueContexts issue={issue} user={user} />
      <p className="rail-dates">
        Created {longDate(issue.created)}
        <br />
        Updated {longDate(issue.updated)}
      </p>
    </aside>
  );
}
