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
  if (route.kind === "issue") {
    for (const issue of issues.values()) {
      if (issue.identifier === route.identifier) return `${issue.identifier} ${issue.title}`;
    }
    return route.identifier;
  }
  if (route.kind === "team") {
    const team = workspace?.teams.find(({ key }) => key === route.teamKey);
    return `${team?.name ?? route.teamKey} › ${viewNames[route.view]}`;
  }
  return otherTitle(route.name);
}

/** "my-issues" becomes "My issues". */
export function otherTitle(name: string): string {
  const words = decodeURIComponent(name).replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
