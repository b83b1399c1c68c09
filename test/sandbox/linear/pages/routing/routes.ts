export type TeamView = "active" | "all" | "backlog" | "board";
export type MyIssuesView = "assigned" | "created";
export type ProjectTab = "overview" | "issues";

export type Route =
  | { kind: "team"; teamKey: string; view: TeamView }
  | { kind: "cycles"; teamKey: string }
  | { kind: "cycle"; teamKey: string; number: number }
  | { kind: "my-issues"; view: MyIssuesView }
  | { kind: "projects" }
  | { kind: "project"; slugId: string; tab: ProjectTab }
  | { kind: "views" }
  | { kind: "view"; slugId: string }
  | { kind: "search" }
  | { kind: "inbox" }
  | { kind: "issue"; identifier: string }
  | { kind: "other"; name: string };

/** What follows the workspace in a path, and which page that is (reference 1.4). */
const routes: readonly [RegExp, (...parts: string[]) => Route][] = [
  [
    /^team\/([A-Z][A-Z0-9]*)\/(active|all|backlog|board)$/,
    (teamKey = "", view) => ({ kind: "team", teamKey, view: view as TeamView }),
  ],
  [/^team\/([A-Z][A-Z0-9]*)\/cycles$/, (teamKey = "") => ({ kind: "cycles", teamKey })],
  [
    /^team\/([A-Z][A-Z0-9]*)\/cycle\/(\d{1,6})$/,
    (teamKey = "", number) => ({ kind: "cycle", teamKey, number: Number(number) }),
  ],
  [/^my-issues(?:\/assigned)?$/, () => ({ kind: "my-issues", view: "assigned" })],
  [/^my-issues\/created$/, () => ({ kind: "my-issues", view: "created" })],
  [/^(?:team\/[A-Z][A-Z0-9]*\/)?projects\/all$/, () => ({ kind: "projects" })],
  [
    /^project\/(?:[^/]*-)?([0-9a-f]{12})(?:\/(overview|issues))?$/,
    (slugId = "", tab) => ({ kind: "project", slugId, tab: (tab ?? "overview") as ProjectTab }),
  ],
  [/^(?:team\/[A-Z][A-Z0-9]*\/)?views\/issues$/, () => ({ kind: "views" })],
  [/^view\/(?:[^/]*-)?([0-9a-f]{12})$/, (slugId = "") => ({ kind: "view", slugId })],
  [/^search$/, () => ({ kind: "search" })],
  [/^inbox$/, () => ({ kind: "inbox" })],
  [/^issue\/([A-Z][A-Z0-9]*-\d+)(?:\/.*)?$/, (identifier = "") => ({ kind: "issue", identifier })],
];

/** Which page a path of linear.app shows. */
export function parseRoute(path: string): Route {
  const rest = /^\/[^/]+\/(.*?)\/?$/.exec(path)?.[1] ?? "";
  for (const [pattern, routeOf] of routes) {
    const found = pattern.exec(rest);
    if (found) return routeOf(...found.slice(1));
  }
  return { kind: "other", name: path.split("/").filter(Boolean).at(-1) ?? "" };
}
