import type { Issue } from "../data/model";
import { Glyph } from "../icons/glyph";
import { cx } from "../release";
import { issueHref } from "../routing/hrefs";
import { followInPage } from "../routing/navigation";
import { useSnapshot, useWorkspace } from "../store-context";

/** Team, parent and issue as links, above an issue. */
export function IssueBreadcrumb({ issue }: { issue: Issue }) {
  const { issues } = useSnapshot();
  const { teams, urlKey } = useWorkspace();
  const team = teams.find(({ id }) => id === issue.teamId);
  const parent = issue.parentId ? issues.get(issue.parentId) : undefined;
  return (
    <header className={cx("header")} data-contextual-menu="true">
      {team && (
        <a className={cx("crumb")} href={`/${urlKey}/team/${team.key}/all`} onClick={followInPage}>
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
            href={issueHref(urlKey, crumb)}
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
