import { useEffect, useState } from "react";
import { notInSandbox } from "../flags";
import { fetchIssueView } from "../page-api";
import { Glyph, type GlyphName } from "../parts/glyph";
import { useResource } from "../use-resource";
import type { IssueView, WirePerson } from "../wire";
import { Breadcrumbs } from "./breadcrumbs";
import { ChildIssues } from "./child-issues";
import { Comments } from "./comments";
import { DetailsRail } from "./details-rail";
import { LinkedIssues } from "./linked-issues";
import { RichText } from "./rich-text";

/** The full view of one issue. */
export function IssuePage({ issueKey, user }: { issueKey: string; user: WirePerson }) {
  const { loaded, error } = useResource(`issue ${issueKey}`, (signal) => fetchIssueView(issueKey, signal));
  const issue = loaded?.data;
  useEffect(() => {
    if (issue) document.title = `[${issue.key}] ${issue.summary} - Jira`;
  }, [issue]);
  if (!loaded) return error ? <p className="page-message">{error}</p> : <div className="skeleton" />;
  if (!issue)
    return (
      <p className="page-message">
        We can't find that work item. It may have been deleted, or you don't have permission to view it.
      </p>
    );
  return <Issue issue={issue} reading={loaded.reading} user={user} />;
}

const actions: [GlyphName, string][] = [
  ["eye", "Watch options"],
  ["share", "Share"],
  ["more", "Actions"],
];

function Issue({ issue, reading, user }: { issue: IssueView; reading: number; user: WirePerson }) {
  const [scrolled, setScrolled] = useState(false);
  return (
    <div className="issue" data-testid="issue.views.issue-details.full-issue-details.view-layout">
      <header id="jira-issue-header" className={`issue-header ${scrolled ? "issue-header-over" : ""}`}>
        <div data-component-selector="breadcrumbs-wrapper">
          <Breadcrumbs key={reading} issue={issue} />
        </div>
        <div className="issue-actions">
          {actions.map(([glyph, label]) => (
            <button
              key={label}
              type="button"
              className="icon-button"
              aria-label={label}
              onClick={() => notInSandbox(label)}
            >
              <Glyph name={glyph} />
            </button>
          ))}
        </div>
      </header>
      <div className="issue-columns">
        <div
          className="issue-main"
          data-testid="issue.views.issue-details.issue-layout.container-left"
          onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 0)}
        >
          <h1 data-testid="issue.views.issue-base.foundation.summary.heading">
            <span data-testid="issue-field-single-line-text-inline-edit-heading.ui.single-line-text-heading.read-view">
              {issue.summary}
            </span>
          </h1>
          <div
            className="quick-add"
            data-testid="issue.views.issue-base.foundation.quick-add.quick-add-container"
          >
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
          {issue.childIssues.length > 0 && <ChildIssues issues={issue.childIssues} />}
          {issue.linkedIssues.length > 0 && <LinkedIssues issues={issue.linkedIssues} />}
          <Comments issue={issue} user={user} />
        </div>
        <DetailsRail issue={issue} />
      </div>
    </div>
  );
}
