import { setTimeout as pause } from "node:timers/promises";
import { pick } from "../sandbox/company/random";
import { limitedUntil, sentToLogin, signedOut } from "../sandbox/jira/common-faults";
import { loginPage } from "../sandbox/jira/front-end/shell";
import { limitedUntil as linearLimitedUntil } from "../sandbox/linear/common-faults";
import { errorResponse } from "../sandbox/linear/error-response";
import { LinearError } from "../sandbox/linear/linear-error";
import { type Player, patienceMs } from "./player";

/** Something that breaks; what it gives back mends it again. */
type Fault = (player: Player) => Promise<() => void | Promise<void>>;

const publicApi = /^\/rest\/api\/3\/(?:issue\/bulkfetch|project\/[^/]+\/properties\/)/;
const json = { headers: { "content-type": "application/json" } };

/** In the faults of one of the sandbox's servers until it is mended. */
function struckBy<F>(faults: F[], fault: F): () => void {
  faults.push(fault);
  return () => {
    const at = faults.indexOf(fault);
    if (at >= 0) faults.splice(at, 1);
  };
}
const soon = () => new Date(Date.now() + 2_000);

/** The tracker's public API answers so; the page's own endpoints, which people would notice at once, stay well. */
const answers =
  (respond: () => Response | "drop" | number, rate = 1): Fault =>
  async ({ sandbox: { jira } }) =>
    struckBy(jira.faults, { match: ({ url }) => publicApi.test(new URL(url).pathname), respond, rate });
const linearAnswers =
  (respond: () => Response | Promise<Response>, rate = 1): Fault =>
  async ({ sandbox: { linear } }) =>
    struckBy(linear.faults, { match: ({ host }) => host === "api.linear.app", respond, rate });

export const faults: Record<string, Fault> = {
  "Jira: 429 for two seconds": answers(
    () => new Response(null, { status: 429, headers: { "Retry-After": "2" } }),
  ),
  "Jira: 403": answers(() => Response.json({ errorMessages: ["No."] }, { status: 403 })),
  "Jira: 500": answers(() => new Response("Oops", { status: 500 })),
  "Jira: dropped": answers(() => "drop"),
  "Jira: login page with 200": answers(
    () => new Response(loginPage("/"), { headers: { "Content-Type": "text/html" } }),
  ),
  "Jira: half an answer": answers(() => new Response('{"issues": [{"id": "100', json)),
  "Jira: another shape": answers(() => Response.json({ issues: { 0: "x" } })),
  "Jira: slow": answers(() => 900),
  "Jira: every other call fails": answers(() => new Response("Oops", { status: 503 }), 0.5),
  "Jira: 429 for the whole site": async ({ sandbox: { jira } }) =>
    struckBy(jira.faults, limitedUntil(soon())),
  "Jira: signed out": async ({ sandbox: { jira } }) => struckBy(jira.faults, signedOut()),
  "Jira: sent to the login": async ({ sandbox: { jira } }) => struckBy(jira.faults, sentToLogin()),
  "Linear: 429 for two seconds": linearAnswers(() =>
    errorResponse(400, [new LinearError("ratelimited", "Rate limit exceeded", "Wait")], {
      "Retry-After": "2",
    }),
  ),
  "Linear: 401": linearAnswers(() =>
    errorResponse(401, [new LinearError("authentication error", "Authentication required", "Sign in")]),
  ),
  "Linear: 500": linearAnswers(() => new Response("oops", { status: 500 })),
  "Linear: half an answer": linearAnswers(() => new Response('{"data":{"issues":', json)),
  "Linear: another shape": linearAnswers(() => Response.json({ data: { issues: [] } })),
  "Linear: every other call fails": linearAnswers(() => new Response("oops", { status: 503 }), 0.5),
  "Linear: dropped": linearAnswers(() => Response.error()),
  "Linear: slow": linearAnswers(async () => {
    await pause(900);
    return new Response("", { status: 504 });
  }),
  "Linear: limited until a time": async ({ sandbox: { linear } }) =>
    struckBy(linear.faults, linearLimitedUntil(soon())),
  "Linear: its pages cannot be had": async ({ sandbox: { linear } }) =>
    struckBy(linear.pageFaults, { match: () => true, respond: () => new Response("oops", { status: 502 }) }),
  "a release changes the markup": async ({ sandbox: { drawn }, tabs, random }) => {
    drawn.markup = "renamed";
    await pick(tabs, random).page.reload({ timeout: 8 * patienceMs, waitUntil: "commit" });
    return () => {
      drawn.markup = "today";
    };
  },
  "the extension is updated": async ({ updateExtension }) => {
    await updateExtension();
    return () => undefined;
  },
  "the worker is killed": async ({ workers }) => {
    await workers.stop();
    return () => undefined;
  },
  offline: async ({ tabs, random }) => {
    const { session } = pick(tabs, random);
    const network = (offline: boolean) =>
      session.send("Network.emulateNetworkConditions", {
        offline,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      });
    await network(true);
    // A tab that was closed meanwhile is nobody's concern any more.
    return () =>
      network(false)
        .catch(() => undefined)
        .then(() => undefined);
  },
};
