import { appPages, installedApp } from "../apps/installed-app";
import { notInSandbox } from "../flags";
import { Link } from "../link";
import { Glyph, type GlyphName } from "../parts/glyph";
import { appHref, appSettingsHref, backlogHref, boardHref, listHref, timelineHref } from "../route";
import { ProjectMark } from "./project-mark";

interface Props {
  projectKey: string;
  projectName: string;
  boardId: number;
  /** The label of the tab that is open. */
  selected: string;
  isProjectAdmin: boolean;
}

/** Breadcrumb, project name and the tabs over board and backlog. */
export function ProjectHeader({ projectKey, projectName, boardId, selected, isProjectAdmin }: Props) {
  const app = installedApp();
  const tabs: { label: string; glyph: GlyphName; href: string | null }[] = [
    { label: "Summary", glyph: "globe", href: null },
    { label: "Timeline", glyph: "timeline", href: timelineHref(projectKey, boardId) },
    { label: "Backlog", glyph: "backlog", href: backlogHref(projectKey, boardId) },
    { label: "Board", glyph: "board", href: boardHref(projectKey, boardId) },
    { label: "Calendar", glyph: "calendar", href: null },
    { label: "List", glyph: "list", href: listHref(projectKey) },
    { label: "Reports", glyph: "chart", href: null },
    ...appPages("jira:projectPage").flatMap(({ title }) =>
      app === null ? [] : { label: title, glyph: "apps" as const, href: appHref(projectKey, app) },
    ),
    // Where apps have their settings in Jira's own list of a project's settings, there is nothing else here.
    ...(isProjectAdmin && app !== null && appPages("jira:projectSettingsPage").length > 0
      ? [{ label: "Space settings", glyph: "settings" as const, href: appSettingsHref(projectKey, app) }]
      : []),
  ];
  return (
    <header className="project-header">
      <nav aria-label="Breadcrumbs" className="project-breadcrumbs">
        <Link href="/">Spaces</Link>
      </nav>
      <div className="project-title">
        <ProjectMark projectKey={projectKey} size={24} />
        <h1>{projectName}</h1>
        <button
          type="button"
          className="icon-button"
          aria-label="More actions"
          onClick={() => notInSandbox("More actions")}
        >
          <Glyph name="more" />
        </button>
      </div>
      <nav aria-label="Project navigation" className="project-tabs">
        {tabs.map(({ label, glyph, href }) =>
          href === null ? (
            <button key={label} type="button" className="tab" onClick={() => notInSandbox(label)}>
              <Glyph name={glyph} /> {label}
            </button>
          ) : (
            <Link
              key={label}
              href={href}
              className="tab"
              aria-current={label === selected ? "page" : undefined}
            >
              <Glyph name={glyph} /> {label}
            </Link>
          ),
        )}
      </nav>
    </header>
  );
}
