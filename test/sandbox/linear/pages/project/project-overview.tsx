import type { ReactNode } from "react";
import type { Project } from "../data/model";
import { Avatar } from "../icons/avatar";
import { Glyph } from "../icons/glyph";
import { cx } from "../release";
import { followInPage } from "../routing/navigation";
import { useWorkspace } from "../store-context";
import { useAnswer } from "../use-answer";

/** What a project is: icon, name, properties, and the documents that hang on it. */
export function ProjectOverview({ project }: { project: Project }) {
  const workspace = useWorkspace();
  const { answer: detail, failure } = useAnswer(`project/${project.id}`, (store) =>
    store.projectDetail(project.id),
  );
  const lead = project.leadId === null ? undefined : workspace.users.get(project.leadId);
  const initiatives = detail?.initiatives.map(({ name }) => name).join(", ");
  return (
    <div
      className={cx("issue-scroll")}
      data-restore-scroll-view="project-overview"
      data-scroll-container="true"
    >
      <div className={cx("issue-view")} data-contextual-menu="true">
        <button type="button" className={cx("icon-button", "raised")} aria-label="Choose icon">
          <Glyph name="project" color={project.color} />
        </button>
        <h1 className={cx("issue-title", "project-name")} aria-label="Project name">
          {project.name}
        </h1>
        {failure !== null && <p role="alert">{failure}</p>}
        {detail && (
          <>
            {detail.description !== "" && <p className={cx("issue-description")}>{detail.description}</p>}
            <Property name="Status">{project.status}</Property>
            <Property name="Lead">
              <Avatar user={lead} />
              {lead?.name ?? "No lead"}
            </Property>
            <Property name="Initiatives">{initiatives || "None"}</Property>
            <section className={cx("sub-issues")} aria-label="Resources">
              <div className={cx("sub-issues-head")}>Resources</div>
              {detail.documents.map(({ id, title, path }) => (
                <a key={id} className={cx("resource")} href={path} onClick={followInPage}>
                  <Glyph name="compose" />
                  <span>{title}</span>
                </a>
              ))}
            </section>
          </>
        )}
      </div>
    </div>
  );
}

function Property({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={cx("project-property")}>
      <span className={cx("muted")}>{name}</span>
      {children}
    </div>
  );
}
