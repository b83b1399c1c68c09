import { useMemo } from "react";
import { progress } from "../data/progress";
import { Glyph } from "../icons/glyph";
import { IssuesPane } from "../list/issues-pane";
import { statusGroups } from "../list/status-groups";
import { cx } from "../release";
import { useSnapshot, useWorkspace } from "../store-context";
import { teamCrumb } from "../team-crumb";
import { ViewHeader } from "../view-header";
import { cycleDates, cycleName, cycleStatus } from "./cycle-words";

interface CyclePageProps {
  teamKey: string;
  number: number;
  path: string;
}

/** One cycle: when it runs, how far it is, and its issues as a list. That the list is the team's own is inferred. */
export function CyclePage({ teamKey, number, path }: CyclePageProps) {
  const { issues } = useSnapshot();
  const workspace = useWorkspace();
  const team = workspace.teams.find(({ key }) => key === teamKey);
  const cycle = [...workspace.cycles.values()].find((candidate) => candidate.number === number);
  const inCycle = useMemo(
    () => [...issues.values()].filter(({ cycleId }) => cycleId === cycle?.id),
    [issues, cycle],
  );
  const groups = useMemo(() => statusGroups(inCycle, workspace), [inCycle, workspace]);
  if (!team || !cycle) {
    return (
      <div className={cx("empty")}>
        There is no cycle {number} in {teamKey}.
      </div>
    );
  }
  const crumbs = [
    teamCrumb(team, workspace.urlKey),
    { text: "Cycles", href: `/${workspace.urlKey}/team/${teamKey}/cycles` },
    { text: cycleName(cycle), icon: <Glyph name="cycle" /> },
  ];
  return (
    <>
      <ViewHeader crumbs={crumbs} />
      <div className={cx("view-facts")}>
        <span>{cycleStatus(cycle)}</span>
        <span>{cycleDates(cycle)}</span>
        <span>{progress(inCycle, workspace)} completed</span>
      </div>
      <IssuesPane path={path} groups={groups} empty="No issues in this cycle." />
    </>
  );
}
