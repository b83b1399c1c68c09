import { useCallback, useState } from "react";
import { Glyph } from "../parts/glyph";
import { usePopup } from "../parts/use-popup";
import type { Navigation, WireSprint } from "../wire";
import { AppModal } from "./app-modal";
import { type AppPage, appPages } from "./installed-app";

interface Props {
  project: Navigation["projects"][number];
  accountId: string;
}

/** The actions of apps above a backlog, as buttons (assumed; documented is that they are in its menu). */
export function BacklogActions({ project, accountId }: Props) {
  const { opened, open, close } = useOpened();
  return (
    <>
      {appPages("jira:backlogAction").map((page) => (
        <button key={page.key} type="button" className="button" onClick={() => open(page)}>
          <Glyph name="apps" /> {page.title}
        </button>
      ))}
      {opened && (
        <AppModal
          page={opened}
          accountId={accountId}
          extension={{ type: opened.kind, ...placeOf(project) }}
          onClose={close}
        />
      )}
    </>
  );
}

interface SprintProps extends Props {
  sprint: WireSprint;
  otherwise: () => void;
}

/** The "…" of a sprint: a menu of what apps add to it; without an app what `otherwise` does. */
export function SprintMenu({ project, accountId, sprint, otherwise }: SprintProps) {
  const popup = usePopup();
  const { opened, open, close } = useOpened();
  const actions = appPages("jira:sprintAction");
  return (
    <div className="menu-root" ref={popup.root}>
      <button
        type="button"
        className="icon-button"
        aria-label={`${sprint.name}: more actions`}
        data-testid={`software-backlog.card-list.sprints-menu.${sprint.id}`}
        {...(actions.length > 0 && { "aria-haspopup": "menu" as const, "aria-expanded": popup.open })}
        onClick={() => (actions.length > 0 ? popup.setOpen(!popup.open) : otherwise())}
      >
        <Glyph name="more" />
      </button>
      {popup.open && (
        <div className="menu menu-end" role="menu">
          {actions.map((page) => (
            <button
              key={page.key}
              type="button"
              role="menuitem"
              onClick={() => {
                popup.setOpen(false);
                open(page);
              }}
            >
              {page.title}
            </button>
          ))}
        </div>
      )}
      {opened && (
        <AppModal
          page={opened}
          accountId={accountId}
          extension={{
            type: opened.kind,
            ...placeOf(project),
            sprint: { id: sprint.id, state: sprint.state.toLowerCase() },
          }}
          onClose={close}
        />
      )}
    </div>
  );
}

function useOpened() {
  const [opened, open] = useState<AppPage | null>(null);
  const close = useCallback(() => open(null), []);
  return { opened, open, close };
}

const placeOf = ({ id, key, boardId }: Props["project"]) => ({
  project: { id, key, type: "software" },
  board: { id: boardId, type: "scrum" },
});
