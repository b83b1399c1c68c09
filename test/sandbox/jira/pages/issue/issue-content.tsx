import type { ReactNode } from "react";
import { notInSandbox } from "../flags";
import { Glyph } from "../parts/glyph";
import type { IssueView, WirePerson } from "../wire";
import { ChildIssues } from "./child-issues";
import { Comments } from "./comments";
import { LinkedIssues } from "./linked-issues";
import { RichText } from "./rich-text";

interface Props {
  issue: IssueView;
  user: WirePerson;
  /** What a narrow layout puts between the description and the lists: the fields. */
  children: ReactNode;
}

/** Summary, description, child and linked issues, and the activity. */
export const IssueContent = ({ issue, user, children }: Props) => (
  <>
    <h1 data-testid="issue.views.issue-base.foundation.summary.heading">
      <span data-testid="issue-field-single-line-text-inline-edit-heading.ui.single-line-text-heading.read-view">
        {issue.summary}
      </span>
    </h1>
    <div className="quick-add" data-testid="issue.views.issue-base.foundation.quick-add.quick-add-container">
      <button type="button" className="button" onClick={() => notInSandbox("Add")}>
        <Glyph name="plus" /> Add
      </button>
      <button type="button" className="button" onClick={() => notInSandbox("Apps")}>
        <Glyph name="apps" /> Apps
      </button>
    </div>
    <section className="issue-section">
      <h2 data-testid="issue.views.issue-base.common.description.label">Description</h2>
      <div data-testid="issue.views.field.rich-text.description">
        {issue.description ? (
          <RichText document={issue.description} />
        ) : (
          <p className="none">Add a description…</p>
        )}
      </div>
    </section>
    {children}
    {issue.childIssues.length > 0 && <ChildIssues issues={issue.childIssues} />}
    {issue.linkedIssues.length > 0 && <LinkedIssues issues={issue.linkedIssues} />}
    <Comments issue={issue} user={user} />
  </>
);
