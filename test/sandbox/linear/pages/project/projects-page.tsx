import { progress } from "../data/progress";
import { Avatar } from "../icons/avatar";
import { Glyph } from "../icons/glyph";
import { EntityList } from "../list/entity-list";
import { projectHref } from "../routing/hrefs";
import { useSnapshot, useWorkspace } from "../store-context";
import { ViewHeader } from "../view-header";

/** The workspace's projects. */
export function ProjectsPage({ path }: { path: string }) {
  const { issues } = useSnapshot();
  const workspace = useWorkspace();
  const rows = [...workspace.projects.values()].map((project) => {
    const lead = project.leadId === null ? undefined : workspace.users.get(project.leadId);
    const own = [...issues.values()].filter(({ projectId }) => projectId === project.id);
    return {
      id: project.id,
      href: projectHref(workspace.urlKey, project, "overview"),
      icon: <Glyph name="project" color={project.color} label="Project" />,
      name: project.name,
      cells: [project.status, <Avatar key="lead" user={lead} />, progress(own, workspace)],
    };
  });
  return (
    <>
      <ViewHeader crumbs={[{ text: "Projects" }]} />
      <EntityList path={path} rows={rows} markCells />
    </>
  );
}
