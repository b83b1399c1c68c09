import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { Issue, Workspace } from "../data/model";
import { IssueMenu, type MenuRequest } from "../issue-menu";
import { SelectionBar } from "../selection-bar";
import { useSnapshot, useWorkspace } from "../store-context";
import type { RowActions } from "./list-row";
import { subIssueCounts } from "./sub-issue-counts";

export interface IssueSelection {
  /** What rows and cards show beside their issues. */
  shown: {
    workspace: Workspace;
    issues: ReadonlyMap<string, Issue>;
    subIssues: ReadonlyMap<string, string>;
    delta: number;
    focusedId: string | null;
    selected: ReadonlySet<string>;
    actions: RowActions;
  };
  focus: (issueId: string) => void;
  toggleSelected: (issueId: string) => void;
  clear: () => void;
  openMenu: (request: MenuRequest) => void;
  /** Null where no menu is open. */
  closeMenu: (() => void) | null;
  /** Selection bar and menu, where they are open. */
  overlays: ReactNode;
}

/** Focus, selection and menu over issues, by mouse. */
export function useIssueSelection(): IssueSelection {
  const { issues, delta } = useSnapshot();
  const workspace = useWorkspace();
  const [focusedId, focus] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const subIssues = useMemo(() => subIssueCounts(issues, workspace), [issues, workspace]);

  const toggleSelected = useCallback(
    (id: string) =>
      setSelected((current) =>
        current.has(id) ? new Set([...current].filter((other) => other !== id)) : new Set([...current, id]),
      ),
    [],
  );
  const clear = useCallback(() => setSelected(new Set()), []);
  const closeMenu = useCallback(() => setMenu(null), []);
  const actions = useMemo<RowActions>(
    () => ({
      select: toggleSelected,
      focus,
      openMenu: (id, at) => setMenu({ at, issueIds: selected.has(id) ? [...selected] : [id] }),
    }),
    [selected, toggleSelected],
  );
  const overlays = (
    <>
      {selected.size > 0 && (
        <SelectionBar
          count={selected.size}
          onActions={(at) => setMenu({ at, issueIds: [...selected] })}
          onClear={clear}
        />
      )}
      {menu && <IssueMenu request={menu} onClose={closeMenu} />}
    </>
  );
  return {
    shown: { workspace, issues, subIssues, delta, focusedId, selected, actions },
    focus,
    toggleSelected,
    clear,
    openMenu: setMenu,
    closeMenu: menu ? closeMenu : null,
    overlays,
  };
}
