/** What an address of the site shows. */
export type Route =
  | { view: "backlog" | "board"; projectKey: string; boardId: number }
  | { view: "issue"; key: string }
  | { view: "missing" };

const boardPath = /^\/jira\/software\/c\/projects\/([A-Z][A-Z0-9_]*)\/boards\/(\d+)(\/backlog)?\/?$/;
const issuePath = /^\/browse\/([A-Za-z][A-Za-z0-9_]*-\d+)\/?$/;

/** The view behind a path of the site; `missing` where Jira shows its own not-found page. */
export function parseRoute(pathname: string): Route {
  const board = boardPath.exec(pathname);
  if (board?.[1] && board[2]) {
    return { view: board[3] ? "backlog" : "board", projectKey: board[1], boardId: Number(board[2]) };
  }
  const key = issuePath.exec(pathname)?.[1];
  return key ? { view: "issue", key: key.toUpperCase() } : { view: "missing" };
}

export const issueHref = (key: string): string => `/browse/${key}`;
export const boardHref = (projectKey: string, boardId: number): string =>
  `/jira/software/c/projects/${projectKey}/boards/${boardId}`;
export const backlogHref = (projectKey: string, boardId: number): string =>
  `${boardHref(projectKey, boardId)}/backlog`;
