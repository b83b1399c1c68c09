export type TeamView = "active" | "all" | "backlog" | "board";

export type Route =
  | { kind: "team"; teamKey: string; view: TeamView }
  | { kind: "issue"; identifier: string }
  | { kind: "other"; name: string };

const teamPath = /^\/[^/]+\/team\/([A-Z][A-Z0-9]*)\/(active|all|backlog|board)\/?$/;
const issuePath = /^\/[^/]+\/issue\/([A-Z][A-Z0-9]*-\d+)(?:\/|$)/;

/** Which page a path of linear.app shows (reference 1.4). */
export function parseRoute(path: string): Route {
  const team = teamPath.exec(path);
  if (team?.[1] && team[2]) return { kind: "team", teamKey: team[1], view: team[2] as TeamView };
  const issue = issuePath.exec(path);
  if (issue?.[1]) return { kind: "issue", identifier: issue[1] };
  return { kind: "other", name: path.split("/").filter(Boolean).at(-1) ?? "" };
}

/** The path of an issue's page; the slug keeps letters of any script, as Linear's does. */
export function issueHref(workspace: string, issue: { identifier: string; title: string }): string {
  const slug = issue.title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 80)
    .replace(/^-|-$/g, "");
  return `/${workspace}/issue/${issue.identifier}${slug ? `/${encodeURIComponent(slug)}` : ""}`;
}
