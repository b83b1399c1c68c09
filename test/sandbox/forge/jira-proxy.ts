import type { Handler } from "../handler";
import type { JiraUser } from "../jira/records";

/** What an app may ask of Jira, with the scope that each needs, or all of them (platform and software specifications, 2026-05). */
const routes: readonly { method: string; path: RegExp; scope: string | readonly string[] }[] = [
  { method: "POST", path: /^\/rest\/api\/3\/issue\/bulkfetch$/, scope: "read:jira-work" },
  { method: "PUT", path: /^\/rest\/api\/3\/issue\/[^/]+$/, scope: "write:jira-work" },
  { method: "PUT", path: /^\/rest\/api\/3\/issue\/[^/]+\/properties\/[^/]+$/, scope: "write:jira-work" },
  { method: "POST", path: /^\/rest\/api\/3\/issue\/properties\/multi$/, scope: "write:jira-work" },
  { method: "GET", path: /^\/rest\/api\/3\/mypermissions$/, scope: "read:jira-work" },
  { method: "POST", path: /^\/rest\/api\/3\/permissions\/check$/, scope: "read:jira-work" },
  { method: "GET", path: /^\/rest\/api\/3\/user\/permission\/search$/, scope: "read:jira-user" },
  { method: "GET", path: /^\/rest\/api\/3\/project\/[^/]+$/, scope: "read:jira-work" },
  { method: "GET", path: /^\/rest\/agile\/1\.0\/sprint\/\d+$/, scope: "read:sprint:jira-software" },
  { method: "GET", path: /^\/rest\/api\/3\/field$/, scope: "read:jira-work" },
  { method: "GET", path: /^\/rest\/api\/3\/myself$/, scope: "read:jira-user" },
  { method: "GET", path: /^\/rest\/api\/3\/project\/[^/]+\/properties\/[^/]+$/, scope: "read:jira-work" },
  {
    ...{ method: "PUT", path: /^\/rest\/api\/3\/project\/[^/]+\/properties\/[^/]+$/ },
    // Or the much wider manage:jira-project.
    scope: "write:project.property:jira",
  },
  { method: "GET", path: /^\/rest\/api\/3\/project\/[^/]+\/role(\/\d+)?$/, scope: "read:jira-work" },
  { method: "GET", path: /^\/rest\/api\/3\/issue\/[^/]+$/, scope: "read:jira-work" },
  { method: "GET", path: /^\/rest\/api\/3\/issue\/[^/]+\/properties\/[^/]+$/, scope: "read:jira-work" },
  { method: "DELETE", path: /^\/rest\/api\/3\/issue\/[^/]+\/properties\/[^/]+$/, scope: "write:jira-work" },
  { method: "GET", path: /^\/rest\/api\/3\/groups\/picker$/, scope: "read:jira-user" },
  { method: "POST", path: /^\/rest\/api\/3\/comment\/list$/, scope: "read:jira-work" },
  {
    method: "GET",
    path: /^\/rest\/api\/3\/user\/(bulk|search|assignable\/search)$/,
    scope: "read:jira-user",
  },
  {
    ...{ method: "GET", path: /^\/rest\/api\/3\/group\/member$/ },
    // Or the much wider manage:jira-configuration.
    scope: ["read:group:jira", "read:user:jira", "read:avatar:jira"],
  },
  { method: "POST", path: /^\/rest\/api\/3\/changelog\/bulkfetch$/, scope: "read:jira-work" },
  { method: "POST", path: /^\/rest\/api\/3\/search\/jql$/, scope: "read:jira-work" },
  { method: "GET", path: /^\/rest\/api\/3\/issue\/[^/]+\/comment$/, scope: "read:jira-work" },
  { method: "POST", path: /^\/rest\/api\/3\/issue\/[^/]+\/comment$/, scope: "write:jira-work" },
  { method: "POST", path: /^\/rest\/agile\/1\.0\/backlog\/issue$/, scope: "write:board-scope:jira-software" },
  { method: "POST", path: /^\/rest\/agile\/1\.0\/sprint\/\d+\/issue$/, scope: "write:sprint:jira-software" },
];

/** One call of an app to Jira; `points` is what it costs of the hour's quota (reference 2026-11). */
export interface JiraCall {
  method: string;
  path: string;
  status: number;
  points: number;
}

/** Jira as an app's product requests reach it: with the app's scopes, and with the permissions of whoever it asks as. */
export class JiraProxy {
  readonly calls: JiraCall[] = [];

  constructor(
    private readonly jira: Handler,
    private readonly origin: string,
    private readonly scopes: ReadonlySet<string>,
  ) {}

  async answer(as: JiraUser, path: string, init: RequestInit): Promise<Response> {
    const url = new URL(path, this.origin);
    const method = init.method ?? "GET";
    const route = routes.find((it) => it.method === method && it.path.test(url.pathname));
    const response =
      route === undefined
        ? Response.json({ errorMessages: [`Not modelled: ${method} ${url.pathname}`] }, { status: 501 })
        : [route.scope].flat().every((it) => this.scopes.has(it))
          ? await this.ask(as, url, init)
          : Response.json(
              { errorMessages: [`The scope ${[route.scope].flat().join(", ")} is missing.`] },
              { status: 403 },
            );
    const points = response.ok ? pointsOf(await response.clone().text()) : 1;
    this.calls.push({ method, path: url.pathname, status: response.status, points });
    return response;
  }

  private async ask(as: JiraUser, url: URL, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.delete("host");
    headers.set("authorization", `Basic ${btoa(`${as.emailAddress}:token`)}`);
    const response = await this.jira(new Request(url, { ...init, headers }));
    if (response === null) throw new Error(`Nobody answers ${url.href}.`);
    if (response.type === "error") throw new TypeError("fetch failed");
    return response;
  }
}

/** One, one more for each core object that was read, two for each person. */
function pointsOf(body: string): number {
  if (body === "") return 1;
  const json = JSON.parse(body);
  const { issues, issueChangeLogs, comments, values, accountId } = json;
  const objects = issues ?? issueChangeLogs ?? comments ?? [];
  const listed = Array.isArray(json) ? json : Array.isArray(values) ? values : [];
  const people = listed.filter((it) => it.accountId);
  return 1 + objects.length + 2 * (people.length + (accountId ? 1 : 0));
}
