import { progress } from "../data/progress";
import { Glyph } from "../icons/glyph";
import { EntityList } from "../list/entity-list";
import { cx } from "../release";
import { useSnapshot, useWorkspace } from "../store-context";
import { teamCrumb } from "../team-crumb";
import { ViewHeader } from "../view-header";
import { cycleDates, cycleName, cycleStatus } from "./cycle-words";

/** A team's cycles, newest first; their real rows are not known (reference 1.2). */
export function CyclesPage({ teamKey, path }: { teamKey: string; path: string }) {
  const { issues } = useSnapshot();
  const workspace = useWorkspace();
  const team = workspace.teams.find(({ key }) => key === teamKey);
  if (!team) return <div className={cx("empty")}>There is no team {teamKey}.</div>;
  const rows = [...workspace.cycles.values()]
    .toSorted((a, b) => b.number - a.number)
    .map((cycle) => ({
      id: cycle.id,
      href: `/${workspace.urlKey}/team/${teamKey}/cycle/${cycle.number}`,
      icon: <Glyph name="cycle" />,
      name: cycleName(cycle),
      cells: [
        cycleStatus(cycle),
        cycleDates(cycle),
        progress(
          [...issues.values()].filter(({ cycleId }) => cycleId === cycle.id),
          workspace,
        ),
      ],
    }));
  return (
    <>
      <ViewHeader crumbs={[teamCrumb(team, workspace.urlKey), { text: "Cycles" }]} />
      <EntityList path={path} rows={rows} />
    </>
  );
}
