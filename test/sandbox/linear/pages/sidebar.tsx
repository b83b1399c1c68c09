import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./icons/glyph";
import { cx } from "./release";
import { followInPage, navigate } from "./routing/navigation";
import { useWorkspace } from "./store-context";
import { toggleTheme } from "./theme";

/** Workspace switcher, personal views, workspace views and one section per team. */
export function Sidebar({ path }: { path: string }) {
  const { name, urlKey, teams } = useWorkspace();
  return (
    <nav className={cx("sidebar")} aria-label="Sidebar" data-contextual-menu="true">
      <div className={cx("sidebar-top")}>
        <button type="button" className={cx("workspace-switcher")} data-menu-open="false">
          <span className={cx("workspace-logo")}>{name.slice(0, 1)}</span>
          <span className={cx("workspace-name")}>{name}</span>
          <Glyph name="chevronDown" />
        </button>
        <span className={cx("spacer")} />
        <button
          type="button"
          className={cx("icon-button")}
          aria-label="Search workspace"
          onClick={() => navigate(`/${urlKey}/search`)}
        >
          <Glyph name="search" />
        </button>
        <button type="button" className={cx("icon-button", "raised")} aria-label="Create new issue">
          <Glyph name="compose" />
        </button>
      </div>
      <SidebarLink path={path} href={`/${urlKey}/inbox`} icon="inbox">
        Inbox
      </SidebarLink>
      <SidebarLink path={path} href={`/${urlKey}/my-issues/assigned`} icon="target">
        My issues
      </SidebarLink>
      <SidebarHeading>Workspace</SidebarHeading>
      <SidebarLink path={path} href={`/${urlKey}/initiatives`} icon="initiative">
        Initiatives
      </SidebarLink>
      <SidebarLink path={path} href={`/${urlKey}/projects/all`} icon="project">
        Projects
      </SidebarLink>
      <SidebarLink path={path} href={`/${urlKey}/views/issues`} icon="views">
        Views
      </SidebarLink>
      <SidebarHeading>Your teams</SidebarHeading>
      {teams.map((team) => {
        const base = `/${urlKey}/team/${team.key}`;
        return (
          <section key={team.id} aria-label={team.name}>
            <div className={cx("sidebar-team")}>
              <span className={cx("team-icon")}>{team.key.slice(0, 1)}</span>
              <span className={cx("workspace-name")}>{team.name}</span>
              <Glyph name="chevronDown" />
            </div>
            <SidebarLink path={path} href={`${base}/all`} icon="issues" depth={1}>
              Issues
            </SidebarLink>
            <SidebarLink path={path} href={`${base}/active`} depth={2}>
              Active
            </SidebarLink>
            <SidebarLink path={path} href={`${base}/backlog`} depth={2}>
              Backlog
            </SidebarLink>
            <SidebarLink path={path} href={`${base}/board`} depth={2}>
              Board
            </SidebarLink>
            <SidebarLink path={path} href={`${base}/cycles`} icon="cycle" depth={1}>
              Cycles
            </SidebarLink>
            <SidebarLink path={path} href={`${base}/projects/all`} icon="project" depth={1}>
              Projects
            </SidebarLink>
            <SidebarLink path={path} href={`${base}/views/issues`} icon="views" depth={1}>
              Views
            </SidebarLink>
          </section>
        );
      })}
      <span className={cx("spacer")} />
      <div className={cx("sidebar-bottom")}>
        <button type="button" className={cx("icon-button")} aria-label="Help">
          <Glyph name="help" />
        </button>
        <button type="button" className={cx("icon-button")} aria-label="Switch theme" onClick={toggleTheme}>
          <Glyph name="moon" />
        </button>
      </div>
    </nav>
  );
}

function SidebarHeading({ children }: { children: ReactNode }) {
  return (
    <div className={cx("sidebar-heading")}>
      {children}
      <Glyph name="chevronDown" />
    </div>
  );
}

function SidebarLink(props: {
  path: string;
  href: string;
  icon?: GlyphName;
  depth?: 1 | 2;
  children: ReactNode;
}) {
  const { path, href, icon, depth, children } = props;
  const current = path === href;
  return (
    <a
      href={href}
      className={cx("sidebar-link", current && "sidebar-current", depth && `sidebar-depth-${depth}`)}
      aria-current={current ? "page" : undefined}
      data-contextual-menu="true"
      draggable={false}
      onClick={followInPage}
    >
      {icon && <Glyph name={icon} />}
      <span>{children}</span>
    </a>
  );
}
