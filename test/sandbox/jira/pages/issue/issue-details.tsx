import { type ReactNode, useState } from "react";
import { notInSandbox } from "../flags";
import { Glyph, type GlyphName } from "../parts/glyph";
import type { IssueView, WirePerson } from "../wire";
import { Breadcrumbs } from "./breadcrumbs";
import { DetailsRail } from "./details-rail";
import { IssueContent } from "./issue-content";

/** Where the issue is shown: a page of its own, a modal dialog, or a panel beside a list. */
type Layout = "full" | "modal" | "compact";

const testIds: Record<Layout, string | undefined> = {
  full: "issue.views.issue-details.full-issue-details.view-layout",
  modal: undefined,
  compact: "issue.views.issue-details.issue-layout.compact-layout",
};

const actions: [GlyphName, string][] = [
  ["eye", "Watch options"],
  ["share", "Share"],
  ["more", "Actions"],
];

interface Props {
  issue: IssueView;
  reading: number;
  user: WirePerson;
  layout: Layout;
  /** More buttons at the end of the header. */
  children?: ReactNode;
}

/** One issue; all layouts share the inner test ids (reference 1.2). */
export function IssueDetails({ issue, reading, user, layout, children }: Props) {
  const [scrolled, setScrolled] = useState(false);
  const rail = <DetailsRail issue={issue} user={user} />;
  return (
    <div className={`issue issue-${layout}`} data-testid={testIds[layout]}>
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
          {children}
        </div>
      </header>
      <div className="issue-columns">
        <div
          className="issue-main"
          data-testid={
            layout === "compact" ? undefined : "issue.views.issue-details.issue-layout.container-left"
          }
          onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 0)}
        >
          <IssueContent issue={issue} user={user}>
            {layout === "compact" && rail}
          </IssueContent>
        </div>
        {layout !== "compact" && rail}
      </div>
    </div>
  );
}
