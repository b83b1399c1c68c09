import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { IssueChanges, Workspace } from "./data/model";
import { priorityName } from "./data/priority-name";
import { Avatar } from "./icons/avatar";
import { Glyph } from "./icons/glyph";
import { PriorityIcon } from "./icons/priority-icon";
import { StatusIcon } from "./icons/status-icon";
import { portalRoot } from "./portal-root";
import { cx } from "./release";
import { useStore, useWorkspace } from "./store-context";

export type MenuSection = "Status" | "Assignee" | "Priority" | "Cycle" | "Project";

export interface MenuRequest {
  issueIds: readonly string[];
  /** In the window, CSS pixels. */
  at: { x: number; y: number };
  /** Opens right at one property's choices. */
  section?: MenuSection;
}

interface Choice {
  key: string;
  label: string;
  icon: ReactNode;
  changes: IssueChanges;
}

/** The menu over one or several issues: a property, then its values. One choice changes them all in one request. */
export function IssueMenu({ request, onClose }: { request: MenuRequest; onClose: () => void }) {
  const workspace = useWorkspace();
  const store = useStore();
  const [section, setSection] = useState<MenuSection | null>(request.section ?? null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose();
    };
    document.addEventListener("pointerdown", closeOutside, true);
    return () => document.removeEventListener("pointerdown", closeOutside, true);
  }, [onClose]);

  const pick = (changes: IssueChanges) => {
    store.update(request.issueIds, changes);
    onClose();
  };
  const left = Math.max(8, Math.min(request.at.x, innerWidth - 248));
  const top = Math.max(8, Math.min(request.at.y, innerHeight - 340));
  return createPortal(
    <div
      ref={menu}
      className={cx("menu")}
      role="menu"
      style={{ left, top }}
      onKeyDown={(event) => moveFocus(event, onClose)}
    >
      {section === null
        ? sections.map((name) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              className={cx("menu-item")}
              onClick={() => setSection(name)}
            >
              <span>{name}</span>
              <span className={cx("spacer")} />
              <Glyph name="chevronRight" />
            </button>
          ))
        : choicesOf[section](workspace).map(({ key, label, icon, changes }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              className={cx("menu-item")}
              onClick={() => pick(changes)}
            >
              {icon}
              <span>{label}</span>
            </button>
          ))}
    </div>,
    portalRoot(),
  );
}

const sections: readonly MenuSection[] = ["Status", "Assignee", "Priority", "Cycle", "Project"];

const choicesOf: Record<MenuSection, (workspace: Workspace) => Choice[]> = {
  Status: ({ states }) =>
    [...states.values()].map((state) => ({
      key: state.id,
      label: state.name,
      icon: <StatusIcon state={state} />,
      changes: { stateId: state.id },
    })),
  Assignee: ({ users }) => [
    { key: "none", label: "No assignee", icon: <Avatar user={undefined} />, changes: { assigneeId: null } },
    ...[...users.values()].map((user) => ({
      key: user.id,
      label: user.name,
      icon: <Avatar user={user} />,
      changes: { assigneeId: user.id },
    })),
  ],
  Priority: () =>
    [0, 1, 2, 3, 4].map((priority) => ({
      key: String(priority),
      label: priorityName(priority),
      icon: <PriorityIcon priority={priority} />,
      changes: { priority },
    })),
  Cycle: ({ cycles }) => [
    { key: "none", label: "No cycle", icon: <Glyph name="cycle" />, changes: { cycleId: null } },
    ...[...cycles.values()]
      .filter(({ isPast }) => !isPast)
      .toSorted((a, b) => a.number - b.number)
      .map((cycle) => ({
        key: cycle.id,
        label: `${cycle.name ?? `Cycle ${cycle.number}`}${cycle.isActive ? " · Current" : ""}`,
        icon: <Glyph name="cycle" />,
        changes: { cycleId: cycle.id },
      })),
  ],
  Project: ({ projects }) => [
    { key: "none", label: "No project", icon: <Glyph name="project" />, changes: { projectId: null } },
    ...[...projects.values()].map((project) => ({
      key: project.id,
      label: project.name,
      icon: <Glyph name="project" color={project.color} />,
      changes: { projectId: project.id },
    })),
  ],
};

function moveFocus(event: KeyboardEvent<HTMLElement>, onClose: () => void) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") onClose();
  else if (step !== undefined) {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
    const at = items.findIndex((item) => item.matches(":focus"));
    items[(at + step + items.length) % items.length]?.focus();
  } else if (event.key !== "Enter" && event.key !== " ") return;
  // The list's own keys are heard on the document; in a menu they mean the menu.
  event.nativeEvent.stopImmediatePropagation();
  if (step !== undefined || event.key === "Escape") event.preventDefault();
}
