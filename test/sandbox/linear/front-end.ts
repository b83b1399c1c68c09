import { strike } from "../faults";
import type { Handler } from "../handler";
import type { Markup } from "../markup";
import type { LinearWorkspace } from "./workspace";

const host = "linear.app";
const sessionCookie = "session";
const signedOutCookie = "signed-out";
// Linear's cookies are HttpOnly and SameSite=Strict (reference 2.1); the domain takes in client-api.linear.app.
const cookieAttributes = `Domain=${host}; Path=/; Secure; HttpOnly; SameSite=Strict`;

/**
 * Answers for the pages of https://linear.app: one HTML shell for every path of the workspace, in which the pages'
 * script does the rest. A first visit signs in as the workspace's first admin; `/logout` signs out, `/login` in again,
 * `/login?as=<personId>` as somebody else. `revision` is the build that the shell claims to serve, from which the pages
 * make their class names; `markup` "renamed" is a build that changed its attributes too.
 */
export function linearFrontEnd(
  workspace: LinearWorkspace,
  drawn: { revision?: string; markup?: Markup } = {},
): Handler {
  const { urlKey } = workspace.organization;
  const home = `/${urlKey}/team/${workspace.team.key}/active`;
  const users = workspace.store.all("User");
  const admin = users.find((user) => user.admin) ?? users[0];
  const signIn = (personId = "") => `${sessionCookie}=${personId}; ${cookieAttributes}`;

  return async (request) => {
    const { hostname, pathname, search, searchParams } = new URL(request.url);
    if (hostname !== host || pathname.startsWith("/sandbox-assets/")) return null;
    const struck = await strike(workspace.pageFaults, request, workspace.random);
    if (struck !== null) return struck;
    if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 405 });

    if (pathname === "/logout") {
      return redirect("/login-page", [
        `${sessionCookie}=; Max-Age=0; ${cookieAttributes}`,
        `${signedOutCookie}=1; ${cookieAttributes}`,
      ]);
    }
    if (pathname === "/login") {
      const asked = searchParams.get("as");
      const person = asked === null ? admin : workspace.userOf(asked);
      if (!person) return notFound();
      return redirect(home, [signIn(person.personId), `${signedOutCookie}=; Max-Age=0; ${cookieAttributes}`]);
    }
    const cookies = cookiesOf(request);
    if (cookies.has(signedOutCookie)) return html(loginPage());
    if (pathname === "/" || pathname === `/${urlKey}` || pathname === `/${urlKey}/`) {
      return redirect(`${home}${search}`, []);
    }
    if (!pathname.startsWith(`/${urlKey}/`)) return notFound();

    const known = workspace.userOf(cookies.get(sessionCookie) ?? "") !== undefined;
    return html(
      shell(drawn.revision ?? "75210", drawn.markup ?? "today"),
      known ? [] : [signIn(admin?.personId)],
    );
  };
}

function cookiesOf(request: Request): Map<string, string> {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  return new Map(pairs.map(([name = "", value = ""]) => [name, value]));
}

function redirect(location: string, cookies: readonly string[]): Response {
  return withCookies(new Response(null, { status: 302, headers: { location } }), cookies);
}

function html(body: string, cookies: readonly string[] = [], status = 200): Response {
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  return withCookies(new Response(body, { status, headers }), cookies);
}

function notFound(): Response {
  return html("<!doctype html><title>Not found</title>Not found", [], 404);
}

function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

// Runs before the first paint: a tab's choice, made by ?theme= or the pages' switch, else the system's preference.
const themeScript = `
  const asked = new URLSearchParams(location.search).get("theme");
  if (asked === "dark" || asked === "light") sessionStorage.setItem("theme", asked);
  const chosen = sessionStorage.getItem("theme");
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.classList.toggle("dark", dark);`;

function shell(revision: string, markup: Markup): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Linear</title>
    <link rel="icon" href="data:,">
    <script>window.__RELEASE_INFO = { BUILD_REVISION: ${JSON.stringify(revision)}, SANDBOX_MARKUP: "${markup}" };${themeScript}
    </script>
    <link rel="stylesheet" href="/sandbox-assets/linear/main.css">
    <script type="module" src="/sandbox-assets/linear/main.js"></script>
  </head>
  <body>
    <div id="root"></div>
    ${'<div style="display: contents"></div>'.repeat(15)}
  </body>
</html>`;
}

function loginPage(): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Log in to Linear</title></head>
  <body style="font-family: sans-serif; display: grid; place-items: center; min-height: 90vh">
    <main><h1>Log in to Linear</h1><a href="/login">Continue</a></main>
  </body>
</html>`;
}
