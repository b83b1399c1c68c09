import { type MouseEvent, type ReactNode, useEffect, useState } from "react";
import type { Issue } from "../data/model";
import { priorityName } from "../data/priority-name";
import { Avatar } from "../icons/avatar";
import { Glyph } from "../icons/glyph";
import { PriorityIcon } from "../icons/priority-icon";
import { StatusIcon } from "../icons/status-icon";
import { IssueMenu, type MenuRequest, type MenuSection } from "../issue-menu";
import { cx } from "../release";
import { useWorkspace } from "../store-context";

/** The pane beside an issue: its properties as buttons, its labels, its project (reference 1.2). */
export function PropertyRail({ issue }: { issue: Issue }) {
  const workspace = useWorkspace();
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const state = workspace.states.get(issue.stateId);
  const user = issue.assigneeId ? workspace.users.get(issue.assigneeId) : undefined;
  const cycle = issue.cycleId ? workspace.cycles.get(issue.cycleId) : undefined;
  const project = issue.projectId ? workspace.projects.get(issue.projectId) : undefined;

  useEffect(() => {
    // The picker of cycles has its own key (reference 2.3).
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.matches("input, textarea, [contenteditable=true]");
      if (event.key !== "C" || event.metaKey || event.ctrlKey || event.altKey || isTyping) return;
      event.preventDefault();
      setMenu({ issueIds: [issue.id], section: "Cycle", at: { x: 400, y: 200 } });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [issue.id]);

  const detail = (section: MenuSection, label: string, icon: ReactNode, text: ReactNode) => (
    <button
      type="button"
      className={cx("detail")}
      data-detail-button="true"
      aria-label={label}
      onClick={(event: MouseEvent) => {
        const box = event.currentTarget.getBoundingClientRect();
        setMenu({ issueIds: [issue.id], section, at: { x: box.left, y: box.bottom + 4 } });
      }}
    >
      {icon}
      {text}
    </button>
  );
  const copy = (text: string) => void navigator.clipboard.writeText(text).catch(reportCopyFailure);
  return (
    <aside className={cx("rail")} data-contextual-menu="true">
      <div className={cx("rail-actions")}>
        <button
          type="button"
          className={cx("icon-button")}
          aria-label="Copy issue URL"
          onClick={() => copy(location.href)}
        >
          <Glyph name="link" />
        </button>
        <button
          type="button"
          className={cx("icon-button")}
          aria-label="Copy issue ID"
          onClick={() => copy(issue.identifier)}
        >
          <Glyph name="issues" />
        </button>
      </div>
      <Section title="Properties">
        {detail("Status", "Change status", <StatusIcon state={state} />, <span>{state?.name}</span>)}
        {detail(
          "Priority",
          "Change priority",
          <PriorityIcon priority={issue.priority} />,
          <span>{priorityName(issue.priority)}</span>,
        )}
        {detail("Assignee", "Change assignee", <Avatar user={user} />, <span>{user?.name ?? "Assign"}</span>)}
        {detail(
          "Cycle",
          "Change cycle",
          <Glyph name="cycle" label="Cycle" />,
          <span>{cycle ? (cycle.name ?? `Cycle ${cycle.number}`) : "Add to cycle"}</span>,
        )}
      </Section>
      <Section title="Labels">
        <div className={cx("rail-labels")}>
          {issue.labelIds.length === 0 && <span className={cx("muted")}>No labels</span>}
          {issue.labelIds.map((id) => {
            const label = workspace.labels.get(id);
            return (
              label && (
                <span key={id} className={cx("chip")}>
                  <span className={cx("dot")} style={{ background: label.color }} />
                  <span>{label.name}</span>
                </span>
              )
            );
          })}
        </div>
      </Section>
      <Section title="Project">
        {detail(
          "Project",
          "Change project",
          project ? <Glyph name="project" color={project.color} label="Project" /> : <Glyph name="project" />,
          <span>{project?.name ?? "Add to project"}</span>,
        )}
      </Section>
      {menu && <IssueMenu request={menu} onClose={() => setMenu(null)} />}
    </aside>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={cx("rail-section")} data-contextual-menu="true">
      <div className={cx("rail-title")}>
        {title}
        <Glyph name="chevronDown" />
      </div>
      <div data-details-pane-section-content="true">{children}</div>
    </div>
  );
}

function reportCopyFailure(cause: unknown) {
  console.warn("The clipboard refused", cause);
}
