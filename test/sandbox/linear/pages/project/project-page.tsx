import { useMemo } from "react";
import { Glyph } from "../icons/glyph";
import { IssuesPane } from "../list/issues-pane";
import { statusGroups } from "../list/status-groups";
import { cx } from "../release";
import { projectHref } from "../routing/hrefs";
import type { ProjectTab } from "../routing/routes";
import { useSnapshot, useWorkspace } from "../store-context";
import { ViewHeader } from "../view-header";
import { ProjectOverview } from "./project-overview";

interface ProjectPageProps {
  slugId: string;
  tab: ProjectTab;
  path: string;
}

const tabs: readonly { tab: ProjectTab; text: string }[] = [
  { tab: "overview", text: "Overview" },
  { tab: "issues", text: "Issues" },
];

/** A project: what it is, or its issues as a list. */
export function ProjectPage({ slugId, tab, path }: ProjectPageProps) {
  const { issues } = useSnapshot();
  const workspace = useWorkspace();
  const project = [...workspace.projects.values()].find((candidate) => candidate.slugId === slugId);
  const groups = useMemo(
    () =>
      statusGroups(
        [...issues.values()].filter(({ projectId }) => projectId === project?.id),
        workspace,
      ),
    [issues, project, workspace],
  );
  if (!project) return <div className={cx("empty")}>There is no such project.</div>;
  const { urlKey } = workspace;
  return (
    <>
      <ViewHeader
        crumbs={[
          { text: "Projects", href: `/${urlKey}/projects/all` },
          { text: project.name, icon: <Glyph name="project" color={project.color} label="Project" /> },
        ]}
        tabs={tabs.map((one) => ({
          text: one.text,
          href: projectHref(urlKey, project, one.tab),
          current: one.tab === tab,
        }))}
      />
      {tab === "overview" ? (
        <ProjectOverview project={project} />
      ) : (
        <IssuesPane path={path} groups={groups} empty="No issues in this project." />
      )}
    </>
  );
}
