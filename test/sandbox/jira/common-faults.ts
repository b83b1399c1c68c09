import type { Fault } from "../faults";
import { loginPage } from "./front-end/shell";

const isPage = ({ method, url }: Request) =>
  method === "GET" && !/^\/(?:rest|gateway)\//.test(new URL(url).pathname);

/** Every call of the site's pages and of the extension is refused until then; pages themselves still load (reference 3.5). */
export const limitedUntil = (at: Date, now: () => Date = () => new Date()): Fault => ({
  match: (request) => !isPage(request) && now() < at,
  respond: () =>
    Response.json(
      { errorMessages: ["Rate limit exceeded."] },
      {
        status: 429,
        headers: {
          "Retry-After": String(Math.max(1, Math.ceil((at.getTime() - now().getTime()) / 1000))),
          "RateLimit-Reason": "jira-quota-tenant-based",
        },
      },
    ),
});

/** The session is gone: pages and calls alike are answered with the login page, with status 200 (reference 3.4). */
export const signedOut = (): Fault => ({
  match: () => true,
  respond: () => new Response(loginPage("/"), { headers: { "Content-Type": "text/html;charset=UTF-8" } }),
});

/** The session is gone, in a network that sends calls on to the login host. */
export const sentToLogin = (): Fault => ({
  match: (request) => !isPage(request),
  respond: () => new Response(null, { status: 302, headers: { Location: "https://id.atlassian.com/login" } }),
});
