import { useMemo, useState } from "react";
import { IssueBoard } from "./board/issue-board";
import { IssueList } from "./list/issue-list";
import { statusGroups } from "./list/status-groups";
import { useIssueBrowsing } from "./list/use-issue-browsing";
import { cx } from "./release";
import { navigate } from "./routing/navigation";
import type { TeamView } from "./routing/routes";
import { useSnapshot, useWorkspace } from "./store-context";
import { TeamHeader } from "./team-header";

const layoutKey = "issuesLayout";

/** A team's issues as list or board. */
export function TeamPage({ teamKey, view, path }: { teamKey: string; view: TeamView; path: string }) {
  const { issues } = useSnapshot();
  const workspace = useWorkspace();
  const team = workspace.teams.find(({ key }) => key === teamKey);
  const [preferred, setPreferred] = useState(
    sessionStorage.getItem(layoutKey) === "board" ? "board" : "list",
  );
  const layout = view === "board" || preferred === "board" ? "board" : "list";
  const groups = useMemo(() => {
    const ofTeam = [...issues.values()].filter(({ teamId }) => teamId === team?.id);
    return team ? statusGroups(ofTeam, workspace, view, layout) : [];
  }, [issues, workspace, team, view, layout]);
  const { shown, revealId, overlays } = useIssueBrowsing(groups);

  if (!team) return <div className={cx("empty")}>There is no team {teamKey}.</div>;

  const switchLayout = (wanted: "list" | "board") => {
    sessionStorage.setItem(layoutKey, wanted);
    setPreferred(wanted);
    if (view === "board" && wanted === "list") navigate(`/${workspace.urlKey}/team/${teamKey}/active`);
  };
  return (
    <>
      <TeamHeader team={team} view={view} layout={layout} onLayout={switchLayout} />
      {layout === "list" ? (
        <IssueList path={path} groups={groups} revealId={revealId} {...shown} />
      ) : (
        <IssueBoard path={path} groups={groups} {...shown} />
      )}
      {overlays}
    </>
  );
}
