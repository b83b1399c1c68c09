/** What an address of the site shows. */
export type Route =
  | { view: "backlog" | "board" | "timeline"; projectKey: string; boardId: number }
  | { view: "list" | "app" | "app-settings"; projectKey: string }
  | { view: "app-admin" }
  | { view: "navigator" }
  | { view: "issue"; key: string }
  | { view: "missing" };

const boardPath =
  /^\/jira\/software\/c\/projects\/([A-Z][A-Z0-9_]*)\/boards\/(\d+)(?:\/(backlog|timeline))?\/?$/;
const listPath = /^\/jira\/(?:software|core)\/(?:c\/)?projects\/([A-Z][A-Z0-9_]*)\/list\/?$/;
/**
 * Pages of apps. That they lie below `apps` is seen in addresses that people quote (2026-11); that nothing but the app and its environment
 * follows is assumed.
 */
const appPath =
  /^\/jira\/(?:software|core)\/(?:c\/)?projects\/([A-Z][A-Z0-9_]*)\/(settings\/)?apps\/[\w-]+\/[\w-]+\/?$/;
const appAdminPath = /^\/jira\/settings\/apps\/[\w-]+\/[\w-]+\/?$/;
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
  const app = appPath.exec(pathname);
  if (app?.[1]) return { view: app[2] === undefined ? "app" : "app-settings", projectKey: app[1] };
  if (appAdminPath.test(pathname)) return { view: "app-admin" };
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

const appPart = ({ id, environment }: { id: string; environment: string }) => `apps/${id}/${environment}`;
export const appHref = (projectKey: string, app: { id: string; environment: string }): string =>
  `/jira/software/c/projects/${projectKey}/${appPart(app)}`;
export const appSettingsHref = (projectKey: string, app: { id: string; environment: string }): string =>
  `/jira/software/c/projects/${projectKey}/settings/${appPart(app)}`;
export const appAdminHref = (app: { id: string; environment: string }): string =>
  `/jira/settings/${appPart(app)}`;

/** The key of the project that an issue belongs to. */
export const projectOf = (issueKey: string): string => issueKey.replace(/-\d+$/, "");

/** What the navigator shows where nobody asked for anything else (seen 2026-08). */
export const defaultJql = "created >= -30d ORDER BY created DESC";
export const navigatorHref = (jql: string): string => `/issues/?jql=${encodeURIComponent(jql)}`;
