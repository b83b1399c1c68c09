import { type ReactNode, useMemo, useState } from "react";
import { Peek } from "../peek";
import { issueHref } from "../routing/hrefs";
import { navigate } from "../routing/navigation";
import type { IssueGroup } from "./status-groups";
import { type IssueSelection, useIssueSelection } from "./use-issue-selection";
import { useListKeys } from "./use-list-keys";

export interface IssueBrowsing {
  shown: IssueSelection["shown"];
  /** Set where the keyboard moved the focus: that issue is brought into view. */
  revealId: string | null;
  /** Selection bar, menu and peek, where they are open. */
  overlays: ReactNode;
}

/** Focus, selection, menu and peek over issues in groups, by mouse and by Linear's list keys. */
export function useIssueBrowsing(groups: readonly IssueGroup[]): IssueBrowsing {
  const { shown, focus, toggleSelected, clear, openMenu, closeMenu, overlays } = useIssueSelection();
  const [movedTo, setMovedTo] = useState<string | null>(null);
  const [peekId, setPeekId] = useState<string | null>(null);
  const { workspace, issues, focusedId } = shown;

  const keys = useMemo(() => {
    const order = groups.flatMap((group) => group.issues);
    const focused = focusedId === null ? undefined : issues.get(focusedId);
    return {
      move: (by: 1 | -1) => {
        const at = order.findIndex(({ id }) => id === focusedId);
        const next = order[at < 0 ? 0 : Math.min(Math.max(at + by, 0), order.length - 1)];
        if (!next) return;
        focus(next.id);
        setMovedTo(next.id);
        setPeekId((current) => (current === null ? null : next.id));
      },
      open: () => focused && navigate(issueHref(workspace.urlKey, focused)),
      select: () => focused && toggleSelected(focused.id),
      cycle: () => {
        const issueIds =
          shown.selected.size > 0 ? [...shown.selected] : focusedId === null ? [] : [focusedId];
        if (issueIds.length > 0) openMenu({ issueIds, section: "Cycle", at: { x: 400, y: 200 } });
      },
      peek: () => setPeekId((current) => (current === null ? focusedId : null)),
      escape: () => {
        if (closeMenu) closeMenu();
        else if (peekId !== null) setPeekId(null);
        else clear();
      },
    };
  }, [
    groups,
    issues,
    focusedId,
    shown,
    openMenu,
    closeMenu,
    peekId,
    workspace,
    focus,
    toggleSelected,
    clear,
  ]);
  useListKeys(keys);

  const peeked = peekId === null ? undefined : issues.get(peekId);
  return {
    shown,
    revealId: movedTo === focusedId ? movedTo : null,
    overlays: (
      <>
        {overlays}
        {peeked && <Peek issue={peeked} onClose={() => setPeekId(null)} />}
      </>
    ),
  };
}
