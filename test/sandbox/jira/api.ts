import { strike } from "../faults";
import type { Handler } from "../handler";
import { loginPage } from "./front-end/shell";
import { createRateLimiter, type LimitVerdict } from "./rate-limit";
import type { JiraUser } from "./records";
import { boardRoutes } from "./rest/board-routes";
import { changelogRoutes } from "./rest/changelog-routes";
import { commentRoutes } from "./rest/comment-routes";
import { issueRoutes } from "./rest/issue-routes";
import { moveRoutes } from "./rest/move-routes";
import { peopleRoutes } from "./rest/people-routes";
import { propertyRoutes } from "./rest/property-routes";
import { type Route, refused } from "./rest/route";
import { searchRoutes } from "./rest/search-routes";
import { siteRoutes } from "./rest/site-routes";
import { softwareRoutes } from "./rest/software-routes";
import { sprintRoutes } from "./rest/sprint-routes";
import { transitionRoutes } from "./rest/transition-routes";
import { sessionOf } from "./session";
import type { JiraSite } from "./site";

const routes = [
  ...issueRoutes,
  ...transitionRoutes,
  ...changelogRoutes,
  ...searchRoutes,
  ...propertyRoutes,
  ...commentRoutes,
  ...siteRoutes,
  ...peopleRoutes,
  ...boardRoutes,
  ...sprintRoutes,
  ...moveRoutes,
  ...softwareRoutes,
].map((route) => ({ ...route, pattern: patternOf(route.path) }));

const apiPath = /^\/rest\/(api\/[23]|agile\/1\.0|software\/1\.0)\//;

/**
 * The public REST API of a site: platform versions 2 and 3, agile 1.0, software 1.0. Faults may strike any request to
 * the site; every API request is logged in `site.requests`. `clock` gives the rate limiter's milliseconds.
 */
export function jiraApi(site: JiraSite, clock: () => number = () => performance.now()): Handler {
  const limiter = createRateLimiter(site.limits, clock);

  async function answerTo(request: Request, url: URL): Promise<Response> {
    const session = sessionOf(site, request);
    if (session === "signed-out")
      return new Response(loginPage("/"), { headers: { "Content-Type": "text/html;charset=UTF-8" } });
    if (session === null) return refused(401, "Client must be authenticated to access this resource.");
    if (isForeignWrite(site, request)) return new Response("XSRF check failed", { status: 403 });
    const matching = routes.filter((route) => route.pattern.test(url.pathname));
    const route = matching.find((it) => it.method === request.method);
    if (route === undefined) {
      if (matching.length === 0) return refused(404, `null for uri: ${url.href}`);
      return new Response(null, {
        status: 405,
        headers: { Allow: matching.map((it) => it.method).join(", ") },
      });
    }
    return limited(route, session, request, url);
  }

  async function limited(
    route: Route & { pattern: RegExp },
    by: JiraUser,
    request: Request,
    url: URL,
  ): Promise<Response> {
    const groups = route.pattern.exec(url.pathname)?.groups ?? {};
    const params = Object.fromEntries(Object.entries(groups).map(([name, it]) => [name, decoded(it)]));
    const named =
      params.issueIdOrKey ?? (route.path.includes("/issue/{idOrKey}") ? params.idOrKey : undefined);
    const written = route.method === "GET" || named === undefined ? undefined : site.findIssue(named);
    const verdict = limiter.take(route.method, `${route.method} ${route.path}`, written?.id ?? null);
    const response =
      verdict.refused === null
        ? await route.answer({ site, by, request, url, params })
        : refused(429, "Rate limit exceeded.");
    for (const [name, it] of limitHeaders(site, verdict)) response.headers.set(name, it);
    return response;
  }

  return async (request) => {
    const url = new URL(request.url);
    if (url.origin !== site.baseUrl) return null;
    const struck = await strike(site.faults, request, site.random);
    if (struck === null && !apiPath.test(url.pathname)) return null;
    const response = struck ?? (await answerTo(request, url));
    site.requests.push({
      method: request.method,
      path: `${url.pathname}${url.search}`,
      status: response.status,
    });
    return response;
  };
}

/** A state-changing request whose Origin is another site; `X-Atlassian-Token` does not help a browser. */
function isForeignWrite(site: JiraSite, request: Request): boolean {
  const origin = request.headers.get("origin");
  const reads = ["GET", "HEAD", "OPTIONS"].includes(request.method);
  return !reads && origin !== null && origin !== site.baseUrl;
}

function* limitHeaders(site: JiraSite, verdict: LimitVerdict): Generator<[string, string]> {
  const { refused: reason, limit, remaining, resetSeconds } = verdict;
  yield ["X-RateLimit-Limit", String(limit)];
  yield ["X-RateLimit-Remaining", String(remaining)];
  yield ["X-RateLimit-Reset", new Date(site.now().getTime() + resetSeconds * 1000).toISOString()];
  if (remaining < limit * 0.2) yield ["X-RateLimit-NearLimit", "true"];
  if (reason === null) return;
  yield ["Retry-After", String(Math.max(1, Math.ceil(resetSeconds)))];
  yield ["RateLimit-Reason", reason];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray percent sign: nothing has such a name, so the route answers 404 by itself.
    return part;
  }
}

/** `/issue/{idOrKey}` as an expression with named groups; a part holds no slash. */
function patternOf(path: string): RegExp {
  const escaped = path.replaceAll(".", "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return new RegExp(`^${escaped}$`);
}
