import { SprintDesk } from "../../../shared/ui/sprint/sprint-desk";
import type { ProjectProps } from "../frame-props";

/** How ready the sprints of a project are, over its backlog. */
export const ReadinessPage = ({ port, t, project }: ProjectProps) => (
  <div className="frame-page">
    <h1>{t("forge_readiness")}</h1>
    <SprintDesk port={port} t={t} scope={project.key} />
  </div>
);
