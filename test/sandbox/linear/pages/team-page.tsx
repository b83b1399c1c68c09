import { useCallback, useMemo, useState } from "react";
import { IssueBoard } from "./board/issue-board";
import type { Issue } from "./data/model";
import { IssueMenu, type MenuRequest } from "./issue-menu";
import { IssueList } from "./list/issue-list";
import type { RowActions } from "./list/list-row";
import { statusGroups } from "./list/status-groups";
import { useListKeys } from "./list/use-list-keys";
import { Peek } from "./peek";
import { cx } from "./release";
import { navigate } from "./routing/navigation";
import { issueHref, type TeamView } from "./routing/routes";
import { SelectionBar } from "./selection-bar";
import { useSnapshot, useWorkspace } from "./store-context";
import { TeamHeader } from "./team-header";

const layoutKey = "issuesLayout";

/** A team's issues as list or board, with focus, selection, menu and peek. */
export function TeamPage({ teamKey, view, path }: { teamKey: string; view: TeamView; path: string }) {
  const { issues, delta } = useSnapshot();
  const workspace = useWorkspace();
  const team = workspace.teams.find(({ key }) => key === teamKey);
  const [preferred, setPreferred] = useState(
    sessionStorage.getItem(layoutKey) === "board" ? "board" : "list",
  );
  const layout = view === "board" || preferred === "board" ? "board" : "list";
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const [revealId, setRevealId] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const [peekId, setPeekId] = useState<string | null>(null);

  const groups = useMemo(
    () => (team ? statusGroups(issues.values(), workspace, team.id, view, layout) : []),
    [issues, workspace, team, view, layout],
  );
  const subIssues = useMemo(
    () => subIssueCounts(issues, (id) => workspace.states.get(id)?.type),
    [issues, workspace],
  );

  const toggleSelected = useCallback(
    (id: string) =>
      setSelected((current) =>
        current.has(id) ? new Set([...current].filter((other) => other !== id)) : new Set([...current, id]),
      ),
    [],
  );
  const actions = useMemo<RowActions>(
    () => ({
      select: toggleSelected,
      focus: (id) => {
        setFocusedId(id);
        setRevealId(null);
      },
      openMenu: (id, at) => setMenu({ at, issueIds: selected.has(id) ? [...selected] : [id] }),
    }),
    [selected, toggleSelected],
  );

  const keys = useMemo(() => {
    const order = groups.flatMap((group) => group.issues);
    const focused = focusedId === null ? undefined : issues.get(focusedId);
    return {
      move: (by: 1 | -1) => {
        const at = order.findIndex(({ id }) => id === focusedId);
        const next = order[at < 0 ? 0 : Math.min(Math.max(at + by, 0), order.length - 1)];
        if (!next) return;
        setFocusedId(next.id);
        setRevealId(next.id);
        setPeekId((current) => (current === null ? null : next.id));
      },
      open: () => focused && navigate(issueHref(workspace.urlKey, focused)),
      select: () => focused && toggleSelected(focused.id),
      peek: () => setPeekId((current) => (current === null ? focusedId : null)),
      escape: () => {
        if (menu) setMenu(null);
        else if (peekId !== null) setPeekId(null);
        else setSelected(new Set());
      },
    };
  }, [groups, issues, focusedId, menu, peekId, workspace, toggleSelected]);
  useListKeys(keys);

  if (!team) return <div className={cx("empty")}>There is no team {teamKey}.</div>;

  const switchLayout = (wanted: "list" | "board") => {
    sessionStorage.setItem(layoutKey, wanted);
    setPreferred(wanted);
    if (view === "board" && wanted === "list") navigate(`/${workspace.urlKey}/team/${teamKey}/active`);
  };
  const peeked = peekId === null ? undefined : issues.get(peekId);
  return (
    <>
      <TeamHeader team={team} view={view} layout={layout} onLayout={switchLayout} />
      {layout === "list" ? (
        <IssueList
          {...{ path, groups, workspace, issues, subIssues, delta, focusedId, revealId, selected, actions }}
        />
      ) : (
        <IssueBoard {...{ path, groups, workspace, subIssues, delta, focusedId, selected, actions }} />
      )}
      {selected.size > 0 && (
        <SelectionBar
          count={selected.size}
          onActions={(at) => setMenu({ at, issueIds: [...selected] })}
          onClear={() => setSelected(new Set())}
        />
      )}
      {menu && <IssueMenu request={menu} onClose={() => setMenu(null)} />}
      {peeked && <Peek issue={peeked} onClose={() => setPeekId(null)} />}
    </>
  );
}

function subIssueCounts(
  issues: ReadonlyMap<string, Issue>,
  typeOf: (stateId: string) => string | undefined,
): ReadonlyMap<string, string> {
  const counts = new Map<string, { done: number; all: number }>();
  for (const { parentId, stateId } of issues.values()) {
    if (parentId === null) continue;
    const count = counts.get(parentId) ?? { done: 0, all: 0 };
    counts.set(parentId, {
      done: count.done + (typeOf(stateId) === "completed" ? 1 : 0),
      all: count.all + 1,
    });
  }
  return new Map([...counts].map(([id, { done, all }]) => [id, `${done}/${all}`]));
}
