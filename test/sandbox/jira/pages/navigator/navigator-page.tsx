import { type FormEvent, useEffect } from "react";
import { sprintField } from "../../fields";
import { shortDate } from "../dates";
import { assigneeColumn, priorityColumn, statusColumn } from "../issue-table/field-cells";
import { type Column, IssueTable } from "../issue-table/issue-table";
import { navigate } from "../navigate";
import { saveSprintCell } from "../page-api";
import { Glyph } from "../parts/glyph";
import { SprintField } from "../parts/sprint-field";
import { defaultJql, navigatorHref } from "../route";
import type { FoundIssue } from "../search/found-issue";
import { useSearch } from "../search/use-search";

const sprintFieldId = Number(sprintField.slice("customfield_".length));

const columns: readonly Column<FoundIssue>[] = [
  statusColumn,
  priorityColumn,
  {
    name: "Sprint",
    cell: ({ id, sprint }) => (
      <SprintField
        sprint={sprint}
        fieldId={sprintFieldId}
        save={(sprintId) => saveSprintCell(id, sprintFieldId, sprintId)}
      />
    ),
  },
  { name: "Created", cell: ({ created }) => shortDate(created) },
  assigneeColumn,
];

/** The issue navigator: every work item that a query finds, read page by page while scrolling. */
export function NavigatorPage({ query }: { query: string }) {
  const jql = new URLSearchParams(query).get("jql") || defaultJql;
  const { found, error, more } = useSearch(jql);
  useEffect(() => {
    document.title = "Work item search - Jira";
  }, []);

  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    navigate(navigatorHref(String(new FormData(event.currentTarget).get("jql"))));
  }

  return (
    <div className="navigator">
      <h1>All work</h1>
      <form className="navigator-query" onSubmit={search}>
        <label className="text-field">
          <Glyph name="search" />
          <input key={jql} name="jql" aria-label="JQL query" defaultValue={jql} spellCheck={false} />
        </label>
        <button type="submit" className="button button-primary">
          Search
        </button>
      </form>
      {error && (
        <p className="navigator-error" role="alert">
          {error}
        </p>
      )}
      {found === null && !error && <div className="skeleton" />}
      {found && (
        <>
          <IssueTable key={jql} issues={found.issues} columns={columns} header onEnd={more} />
          <p className="navigator-count">
            {found.issues.length} of {found.total}
          </p>
        </>
      )}
    </div>
  );
}
