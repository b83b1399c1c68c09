import type { ReactNode } from "react";
import { notInSandbox } from "../flags";
import { refresh } from "../live";
import type { WireIssue } from "../wire";
import { Glyph } from "./glyph";
import { assigneesOf, PersonFilter } from "./person-filter";
import { ViewSettings } from "./view-settings";

/** What the toolbar keeps of a list. */
export interface ListFilter {
  text: string;
  accountIds: ReadonlySet<string>;
}
export const noFilter: ListFilter = { text: "", accountIds: new Set() };

export function passes(filter: ListFilter, issue: WireIssue): boolean {
  const text = filter.text.trim().toLowerCase();
  const found =
    text === "" || issue.key.toLowerCase().includes(text) || issue.summary.toLowerCase().includes(text);
  const held = filter.accountIds.size === 0 || filter.accountIds.has(issue.assignee?.accountId ?? "");
  return found && held;
}

interface Props {
  label: string;
  issues: readonly WireIssue[];
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
  /** More buttons. */
  children?: ReactNode;
}

/** Search, people and buttons above a board or a backlog. */
export function ListToolbar({ label, issues, filter, onFilter, children }: Props) {
  function toggle(accountId: string) {
    const accountIds = new Set(filter.accountIds);
    if (!accountIds.delete(accountId)) accountIds.add(accountId);
    onFilter({ ...filter, accountIds });
  }
  return (
    <div className="list-toolbar" data-testid="software-filters.ui.list-filter-container">
      <label className="text-field">
        <Glyph name="search" />
        <input
          type="search"
          placeholder={label}
          aria-label={label}
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        />
      </label>
      <PersonFilter people={assigneesOf(issues)} chosen={filter.accountIds} onToggle={toggle} />
      <button type="button" className="button" onClick={() => notInSandbox("Filter")}>
        <Glyph name="filter" /> Filter
      </button>
      <span className="spacer" />
      {children}
      <button type="button" className="icon-button" aria-label="Refresh" title="Refresh" onClick={refresh}>
        <Glyph name="refresh" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Insights"
        onClick={() => notInSandbox("Insights")}
      >
        <Glyph name="chart" />
      </button>
      <ViewSettings />
    </div>
  );
}
