import type { Issue, Workspace } from "../data/model";
import { Glyph } from "../icons/glyph";
import { cx } from "../release";

/** Labels, project and cycle of an issue as pills. */
export function IssueChips({ issue, workspace }: { issue: Issue; workspace: Workspace }) {
  const project = issue.projectId ? workspace.projects.get(issue.projectId) : undefined;
  const cycle = issue.cycleId ? workspace.cycles.get(issue.cycleId) : undefined;
  return (
    <>
      {issue.labelIds.map((id) => {
        const label = workspace.labels.get(id);
        return (
          label && (
            <span key={id} className={cx("chip")} data-contextual-menu="true">
              <span className={cx("dot")} style={{ background: label.color }} />
              <span>{label.name}</span>
            </span>
          )
        );
      })}
      {project && (
        <span className={cx("chip")} data-contextual-menu="true">
          <Glyph name="project" color={project.color} label="Project" />
          <span className={cx("chip-text")}>{project.name}</span>
        </span>
      )}
      {cycle && (
        <span className={cx("chip")} data-contextual-menu="true">
          <Glyph name="cycle" label="Cycle" />
          <span>{cycle.number}</span>
        </span>
      )}
      {issue.estimate !== null && (
        <span className={cx("chip")}>
          <Glyph name="estimate" label="Estimate" />
          <span>{issue.estimate}</span>
        </span>
      )}
    </>
  );
}
