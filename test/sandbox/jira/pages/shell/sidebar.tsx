import { notInSandbox } from "../flags";
import { Link } from "../link";
import { Glyph, type GlyphName } from "../parts/glyph";
import { backlogHref, boardHref, defaultJql, navigatorHref } from "../route";
import type { Navigation } from "../wire";
import { ProjectMark } from "./project-mark";

const above: [GlyphName, string][] = [
  ["person", "For you"],
  ["clock", "Recent"],
  ["star", "Starred"],
  ["timeline", "Plans"],
];
const below: [GlyphName, string][] = [
  ["chart", "Dashboards"],
  ["globe", "Goals"],
];

const Entry = ({ glyph, label }: { glyph: GlyphName; label: string }) => (
  <li>
    <button type="button" className="side-item" onClick={() => notInSandbox(label)}>
      <Glyph name={glyph} /> <span>{label}</span>
    </button>
  </li>
);

/** The left side bar: the person's places, then each project with its board. */
export function Sidebar({
  navigation,
  projectKey,
}: {
  navigation: Navigation | null;
  projectKey: string | null;
}) {
  return (
    <nav className="sidebar" data-testid="page-layout.sidebar" aria-label="Sidebar">
      <ul>
        {above.map(([glyph, label]) => (
          <Entry key={label} glyph={glyph} label={label} />
        ))}
        <li>
          <p className="side-heading">
            <Glyph name="folder" /> Spaces
          </p>
          <p className="side-caption">Recent</p>
          <ul>
            {navigation?.projects.map((project) => (
              <li key={project.key}>
                <Link
                  href={backlogHref(project.key, project.boardId)}
                  className={`side-item ${project.key === projectKey ? "side-item-open" : ""}`}
                  data-testid={`NAV4_proj_${project.key}`}
                >
                  <ProjectMark projectKey={project.key} size={20} /> <span>{project.name}</span>
                </Link>
                {project.key === projectKey && (
                  <Link
                    href={boardHref(project.key, project.boardId)}
                    className="side-item side-item-child side-item-selected"
                    data-testid={`NAV4_boar_${project.boardId}`}
                  >
                    <Glyph name="board" /> <span>{project.boardName}</span>
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </li>
        <li>
          <Link href={navigatorHref(defaultJql)} className="side-item">
            <Glyph name="filter" /> <span>Filters</span>
          </Link>
        </li>
        {below.map(([glyph, label]) => (
          <Entry key={label} glyph={glyph} label={label} />
        ))}
      </ul>
    </nav>
  );
}
