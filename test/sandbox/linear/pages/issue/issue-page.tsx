import { useMemo } from "react";
import type { Issue, Team } from "../data/model";
import { Glyph } from "../icons/glyph";
import { cx } from "../release";
import { followInPage } from "../routing/navigation";
import { issueHref } from "../routing/routes";
import { useSnapshot, useStore, useWorkspace } from "../store-context";
import { Activity } from "./activity";
import { Editor } from "./editor";
import { PropertyRail } from "./property-rail";
import { SubIssues } from "./sub-issues";
import { useIssueDetail } from "./use-issue-detail";

/** The page of one issue; says so where there is none with this identifier. */
export function IssuePage({ identifier }: { identifier: string }) {
  const { issues } = useSnapshot();
  const issue = useMemo(
    () => [...issues.values()].find((candidate) => candidate.identifier === identifier),
    [issues, identifier],
  );
  if (!issue) return <div className={cx("empty")}>There is no issue {identifier}.</div>;
  return <IssueView issue={issue} />;
}

function IssueView({ issue }: { issue: Issue }) {
  const { issues, delta } = useSnapshot();
  const workspace = useWorkspace();
  const store = useStore();
  const { detail, failure } = useIssueDetail(issue.id);
  const team = workspace.teams.find(({ id }) => id === issue.teamId);
  const parent = issue.parentId ? issues.get(issue.parentId) : undefined;
  const children = useMemo(
    () =>
      [...issues.values()]
        .filter(({ parentId }) => parentId === issue.id)
        .toSorted((a, b) => a.number - b.number),
    [issues, issue.id],
  );
  return (
    <>
      <Breadcrumb issue={issue} team={team} parent={parent} workspace={workspace.urlKey} />
      <div className={cx("issue-layout")}>
        <div
          className={cx("issue-scroll")}
          data-restore-scroll-view="issue-view"
          data-scroll-container="true"
        >
          <div className={cx("issue-view")} data-view-id="issue-view" data-contextual-menu="true">
            <Editor
              label="Issue title"
              name="issue-title"
              value={issue.title}
              version={delta}
              singleLine
              onSave={(title) => store.update([issue.id], { title })}
            />
            {parent && (
              <a
                className={cx("sub-issue-of")}
                href={issueHref(workspace.urlKey, parent)}
                onClick={followInPage}
                data-contextual-menu="true"
              >
                <span className={cx("muted")}>Sub-issue of</span>
                <span>{parent.identifier}</span>
                <span>{parent.title}</span>
              </a>
            )}
            {failure !== null && <p role="alert">{failure}</p>}
            {detail && (
              <Editor
                label="Issue description"
                name="issue-description"
                editorId={`issue-${issue.id}`}
                value={detail.description}
                version={delta}
                onSave={(description) => store.update([issue.id], { description })}
              />
            )}
            {children.length > 0 && <SubIssues>{children}</SubIssues>}
            <Activity issue={issue} detail={detail} />
          </div>
        </div>
        <PropertyRail issue={issue} />
      </div>
    </>
  );
}

interface BreadcrumbProps {
  issue: Issue;
  team: Team | undefined;
  parent: Issue | undefined;
  workspace: string;
}

function Breadcrumb({ issue, team, parent, workspace }: BreadcrumbProps) {
  return (
    <header className={cx("header")} data-contextual-menu="true">
      {team && (
        <a className={cx("crumb")} href={`/${workspace}/team/${team.key}/all`} onClick={followInPage}>
          <span className={cx("team-icon")}>{team.key.slice(0, 1)}</span>
          <span>{team.name}</span>
        </a>
      )}
      {[...(parent ? [parent] : []), issue].map((crumb) => (
        <span key={crumb.id} className={cx("crumb-part")}>
          <span className={cx("crumb-divider")}>
            <Glyph name="chevronRight" />
          </span>
          <a
            className={cx("crumb", crumb === issue && "crumb-current")}
            href={issueHref(workspace, crumb)}
            onClick={followInPage}
            data-contextual-menu="true"
          >
            <span>{crumb.identifier}</span>
            {crumb === issue && <span className={cx("crumb-title")}>{crumb.title}</span>}
          </a>
        </span>
      ))}
      <button type="button" className={cx("icon-button")} aria-label="Add to favorites">
        <Glyph name="star" />
      </button>
      <button type="button" className={cx("icon-button")} aria-label="Issue options">
        <Glyph name="more" />
      </button>
    </header>
  );
}
