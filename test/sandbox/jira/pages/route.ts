/** What an address of the site shows. */
export type Route =
  | { view: "backlog" | "board" | "timeline"; projectKey: string; boardId: number }
  | { view: "list"; projectKey: string }
  | { view: "navigator" }
  | { view: "issue"; key: string }
  | { view: "missing" };

const boardPath =
  /^\/jira\/software\/c\/projects\/([A-Z][A-Z0-9_]*)\/boards\/(\d+)(?:\/(backlog|timeline))?\/?$/;
const listPath = /^\/jira\/(?:software|core)\/(?:c\/)?projects\/([A-Z][A-Z0-9_]*)\/list\/?$/;
const issuePath = /^\/browse\/([A-Za-z][A-Za-z0-9_]*-\d+)\/?$/;

/** The view behind a path of the site; `missing` where Jira shows its own not-found page. */
export function parseRoute(pathname: string): Route {
  const board = boardPath.exec(pathname);
  if (board?.[1] && board[2]) {
    const view = board[3] === "backlog" || board[3] === "timeline" ? board[3] : "board";
    return { view, projectKey: board[1], boardId: Number(board[2]) };
  }
  const listed = listPath.exec(pathname)?.[1];
  if (listed) return { view: "list", projectKey: listed };
  if (/^\/issues\/?$/.test(pathname)) return { view: "navigator" };
  const key = issuePath.exec(pathname)?.[1];
  return key ? { view: "issue", key: key.toUpperCase() } : { view: "missing" };
}

export const issueHref = (key: string): string => `/browse/${key}`;
export const boardHref = (projectKey: string, boardId: number): string =>
  `/jira/software/c/projects/${projectKey}/boards/${boardId}`;
export const backlogHref = (projectKey: string, boardId: number): string =>
  `${boardHref(projectKey, boardId)}/backlog`;
export const timelineHref = (projectKey: string, boardId: number): string =>
  `${boardHref(projectKey, boardId)}/timeline`;
export const listHref = (projectKey: string): string => `/jira/software/projects/${projectKey}/list`;

/** What the navigator shows where nobody asked for anything else (seen 2026-08). */
export const defaultJql = "created >= -30d ORDER BY created DESC";
export const navigatorHref = (jql: string): string => `/issues/?jql=${encodeURIComponent(jql)}`;
