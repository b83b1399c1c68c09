import { pick } from "../sandbox/company/random";
import { loginPage } from "../sandbox/jira/front-end/shell";
import { errorResponse } from "../sandbox/linear/error-response";
import { LinearError } from "../sandbox/linear/linear-error";
import type { Player } from "./player";

/** Something that breaks; what it gives back mends it again. */
type Fault = (player: Player) => Promise<() => void | Promise<void>>;

const publicApi = /^\/rest\/api\/3\/(?:issue\/bulkfetch|project\/[^/]+\/properties\/)/;
const json = { headers: { "content-type": "application/json" } };

/** The tracker's public API answers so; the page's own endpoints, which people would notice at once, stay well. */
const answers =
  (respond: () => Response | "drop" | number): Fault =>
  async ({ sandbox: { jira } }) => {
    const fault = { match: ({ url }: Request) => publicApi.test(new URL(url).pathname), respond };
    jira.faults.push(fault);
    return () => void jira.faults.splice(jira.faults.indexOf(fault), 1);
  };
const linearAnswers =
  (respond: () => Response | Promise<Response>): Fault =>
  async ({ sandbox: { linear } }) => {
    const fault = { match: ({ host }: { host: string }) => host === "api.linear.app", respond };
    linear.faults.push(fault);
    return () => void linear.faults.splice(linear.faults.indexOf(fault), 1);
  };

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
  "the worker is killed": async ({ workers }) => {
    await workers.send("ServiceWorker.stopAllWorkers");
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
