import { Link } from "../link";
import { closeIssue } from "../open-issue";
import { Glyph } from "../parts/glyph";
import { issueHref } from "../route";
import type { WirePerson } from "../wire";
import { IssueDetails } from "./issue-details";
import { LoadedIssue } from "./loaded-issue";

const prefix = "platform-issue-preview-panel";

/** One issue in the panel beside a list (reference 1.2; its header was seen 2026-08 in public code). It is no dialog. */
export const IssuePanel = ({ issueKey, user }: { issueKey: string; user: WirePerson }) => (
  <div className="aside" data-testid="page-layout.aside">
    <section className="preview-panel" aria-label="Panel" data-testid="preview-panels.preview-panel">
      <div className="preview-panel-header" data-testid={`${prefix}.preview-panel-header`}>
        <span>Jira work item</span>
        <span className="spacer" />
        <a
          className="icon-button"
          href={issueHref(issueKey)}
          target="_blank"
          rel="noreferrer"
          data-testid={`${prefix}.preview-panel-new-tab-link`}
        >
          <Glyph name="share" />
          <span className="visually-hidden">Open in new tab, (opens new window)</span>
        </a>
        <Link className="icon-button" href={issueHref(issueKey)} role="button" aria-label="Expand">
          <Glyph name="expand" />
        </Link>
        <button type="button" className="icon-button" aria-label="Close" onClick={closeIssue}>
          <Glyph name="cross" />
        </button>
      </div>
      <LoadedIssue key={issueKey} issueKey={issueKey}>
        {(issue, reading) => <IssueDetails issue={issue} reading={reading} user={user} layout="compact" />}
      </LoadedIssue>
    </section>
  </div>
);
