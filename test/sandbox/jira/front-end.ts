import { err, ok, type Result } from "../../../shared/domain/result";
import type { InstalledApp } from "../forge/app-install";
import type { Handler } from "../handler";
import type { Markup } from "../markup";
import { backlogDataOf, boardDataOf } from "./front-end/board-data";
import { answerOperation } from "./front-end/gateway";
import { rankInSprint } from "./front-end/rank-in-sprint";
import { saveCell } from "./front-end/save-cell";
import {
  cookieOf,
  firstAdmin,
  keepTheme,
  type Session,
  sessionOf,
  signIn,
  signOut,
  themeCookie,
} from "./front-end/session";
import { loginPage, shell } from "./front-end/shell";
import { can } from "./permissions";
import type { JiraBoard, JiraUser } from "./records";
import { type Refusal, refuse } from "./refusal";
import type { JiraSite } from "./site";

type Outcome = Result<unknown, Refusal>;
interface Asked {
  site: JiraSite;
  user: JiraUser;
  url: URL;
  body: () => Promise<unknown>;
}

/** The endpoints that the pages call and that are no public API, by method and path (reference 2.1 and 2.2). */
const endpoints: { method: string; path: RegExp; answer: (asked: Asked) => Promise<Outcome> }[] = [
  {
    method: "GET",
    path: /^\/rest\/greenhopper\/1\.0\/xboard\/plan\/v2\/backlog\/data$/,
    answer: async (asked) => withBoard(asked, (board) => backlogDataOf(asked.site, board, asked.user)),
  },
  {
    method: "GET",
    path: /^\/rest\/greenhopper\/1\.0\/xboard\/work\/allData\.json$/,
    answer: async (asked) => withBoard(asked, (board) => boardDataOf(asked.site, board, asked.user)),
  },
  {
    method: "PUT",
    path: /^\/rest\/greenhopper\/1\.0\/sprint\/rank$/,
    answer: async ({ site, user, body }) => rankInSprint(site, user, await body()),
  },
  {
    method: "POST",
    path: /^\/rest\/internal\/2\/native-issue-table\/cell$/,
    answer: async ({ site, user, body }) => saveCell(site, user, await body()),
  },
  {
    method: "POST",
    path: /^\/gateway\/api\/graphql\/pq\/[0-9a-f]{64}$/,
    answer: async ({ site, user, url, body }) =>
      answerOperation(site, user, url.searchParams.get("operation") ?? "", await body()),
  },
];

const pages = /^\/(?:$|browse\/|jira(?:\/|$)|issues(?:\/|$))/;

function withBoard({ site, user, url }: Asked, answer: (board: JiraBoard) => unknown): Outcome {
  const board = site.boards.find((it) => it.id === Number(url.searchParams.get("rapidViewId")));
  if (!board || !can(site, user, "BROWSE_PROJECTS")) {
    return refuse(
      404,
      "The requested board cannot be viewed because it either does not exist or you do not have permission to view it.",
    );
  }
  return ok(answer(board));
}

function respond(outcome: Outcome): Response {
  const headers = { "Cache-Control": "no-store" };
  if (outcome.ok)
    return outcome.value === null
      ? new Response(null, { status: 204, headers })
      : Response.json(outcome.value, { headers });
  const { status, errorMessages, errors } = outcome.error;
  return Response.json({ errorMessages, errors }, { status, headers });
}

function html(body: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(body, { headers });
}

function redirect(to: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: to });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 302, headers });
}

/** The body as JSON; undefined, which no schema accepts, where it is none. */
async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An address of this site to go on to; anything else becomes the root. */
const localPath = (wanted: string | null): string => (wanted && /^\/(?![/\\])/.test(wanted) ? wanted : "/");

function page(site: JiraSite, request: Request, url: URL, session: Session, drawn: Drawn): Response {
  const here = url.pathname + url.search;
  if (session.kind === "signed-out") return html(loginPage(here));
  const user = session.kind === "user" ? session.user : firstAdmin(site);
  if (!user) return html(loginPage(here));
  const wished = url.searchParams.get("theme");
  const chosen = wished === "dark" || wished === "light" ? wished : null;
  const cookies = [...(session.kind === "user" ? [] : signIn(user)), ...(chosen ? [keepTheme(chosen)] : [])];
  if (url.pathname === "/") {
    const [board] = site.boards;
    const project = site.projects.find((it) => it.id === board?.projectId);
    if (board && project) {
      return redirect(
        `/jira/software/c/projects/${project.key}/boards/${board.id}/backlog${url.search}`,
        cookies,
      );
    }
  }
  const kept = cookieOf(request, themeCookie);
  const theme = chosen ?? (kept === "dark" || kept === "light" ? kept : null);
  return html(shell(site, user, theme, drawn.markup, drawn.app), cookies);
}

/** How pages are drawn from now on. */
interface Drawn {
  /** How they are marked. Default: as today. */
  markup?: Markup;
  /** The app that has pages here. Default: none. */
  app?: InstalledApp;
}

/** The site's pages, the sign-in cookie, and the endpoints that only its own pages call. */
export function jiraFrontEnd(site: JiraSite, drawn: Drawn = {}): Handler {
  return async (request) => {
    const url = new URL(request.url);
    if (url.origin !== site.baseUrl) return null;
    const isGet = request.method === "GET";
    if (isGet && url.pathname === "/logout") return redirect("/", signOut());
    if (isGet && url.pathname === "/login") {
      const user = firstAdmin(site);
      return redirect(localPath(url.searchParams.get("continue")), user ? signIn(user) : []);
    }
    const session = sessionOf(request, site);
    if (isGet && pages.test(url.pathname)) return page(site, request, url, session, drawn);

    const endpoint = endpoints.find((it) => it.method === request.method && it.path.test(url.pathname));
    if (!endpoint) return null;
    if (session.kind === "signed-out") return html(loginPage("/"));
    if (session.kind === "none")
      return respond(err({ status: 401, errorMessages: ["You are not authenticated."], errors: {} }));
    const origin = request.headers.get("origin");
    if (!isGet && origin !== null && origin !== site.baseUrl)
      return new Response("XSRF check failed", { status: 403 });
    return respond(await endpoint.answer({ site, user: session.user, url, body: () => jsonOf(request) }));
  };
}
