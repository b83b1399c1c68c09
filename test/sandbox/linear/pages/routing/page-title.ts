import { cycleName } from "../cycle/cycle-words";
import type { Workspace } from "../data/model";
import type { Snapshot } from "../data/store";
import type { Route, TeamView } from "./routes";

export const viewNames: Record<TeamView, string> = {
  all: "All issues",
  active: "Active issues",
  backlog: "Backlog",
  board: "Board",
};

/** What the tab's title says for a route. */
export function pageTitle(route: Route, { workspace, issues }: Snapshot): string {
  const teamName = (key: string) => workspace?.teams.find((team) => team.key === key)?.name ?? key;
  switch (route.kind) {
    case "team":
      return `${teamName(route.teamKey)} › ${viewNames[route.view]}`;
    case "cycles":
      return `${teamName(route.teamKey)} › Cycles`;
    case "cycle":
      return `${teamName(route.teamKey)} › ${cycleTitle(route.number, workspace)}`;
    case "my-issues":
      return `My issues › ${otherTitle(route.view)}`;
    case "project":
      return `${named(workspace?.projects, route.slugId) ?? "Project"} › ${otherTitle(route.tab)}`;
    case "view":
      return named(workspace?.views, route.slugId) ?? "View";
    case "issue": {
      const issue = [...issues.values()].find(({ identifier }) => identifier === route.identifier);
      return issue ? `${issue.identifier} ${issue.title}` : route.identifier;
    }
    case "other":
      return otherTitle(route.name);
    default:
      return otherTitle(route.kind);
  }
}

/** "my-issues" becomes "My issues". */
export function otherTitle(name: string): string {
  const words = decodeURIComponent(name).replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function cycleTitle(number: number, workspace: Workspace | null): string {
  const cycle = [...(workspace?.cycles.values() ?? [])].find((candidate) => candidate.number === number);
  return cycle ? cycleName(cycle) : `Cycle ${number}`;
}

function named(
  entities: ReadonlyMap<string, { name: string; slugId: string }> | undefined,
  slugId: string,
): string | undefined {
  return [...(entities?.values() ?? [])].find((entity) => entity.slugId === slugId)?.name;
}
