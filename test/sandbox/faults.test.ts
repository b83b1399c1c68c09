import { describe, expect, it } from "vitest";
import { createRandom } from "./company/random";
import { seedCompany } from "./company/seed";
import { type Fault, strike } from "./faults";
import { jiraApi } from "./jira/api";
import { limitedUntil, signedOut } from "./jira/common-faults";
import { jiraFrontEnd } from "./jira/front-end";
import { createJiraSite } from "./jira/site";
import { linearApi } from "./linear/api";
import { limitedUntil as linearLimitedUntil } from "./linear/common-faults";
import { linearFrontEnd } from "./linear/front-end";
import { createLinearWorkspace } from "./linear/workspace";

const company = seedCompany({ today: "2026-11-20" });
const start = Date.parse("2026-11-20T12:00:00Z");
const request = () => new Request("https://northwind.atlassian.net/rest/api/3/myself");
const refuse = (over: Partial<Fault> = {}): Fault => ({
  match: () => true,
  respond: () => new Response("", { status: 500 }),
  ...over,
});
async function struckOf(fault: Fault, seed = 1, requests = 1_000): Promise<number[]> {
  const random = createRandom(seed);
  const struck: number[] = [];
  for (let at = 0; at < requests; at++)
    if ((await strike([fault], request(), random)) !== null) struck.push(at);
  return struck;
}

describe("a fault by rate", () => {
  it("strikes about its share, and the same requests each time", async () => {
    const struck = await struckOf(refuse({ rate: 0.2 }));
    expect(struck.length).toBeGreaterThan(150);
    expect(struck.length).toBeLessThan(250);
    expect(await struckOf(refuse({ rate: 0.2 }))).toEqual(struck);
    expect(await struckOf(refuse({ rate: 0.2 }), 2)).not.toEqual(struck);
  });

  it("of 0 never strikes, of 1 always, and is spent after its times", async () => {
    expect(await struckOf(refuse({ rate: 0 }))).toEqual([]);
    expect(await struckOf(refuse({ rate: 1 }))).toHaveLength(1_000);
    expect(await struckOf(refuse({ rate: 0.5, times: 3 }))).toHaveLength(3);
  });

  it("lets the next fault strike where it does not", async () => {
    const second = refuse({ respond: () => new Response("", { status: 403 }) });
    const response = await strike([refuse({ rate: 0 }), second], request(), createRandom(1));
    expect(response?.status).toBe(403);
  });
});

describe("Jira in trouble of a whole site", () => {
  function open() {
    const clock = { now: start };
    const now = () => new Date(clock.now);
    const jira = createJiraSite({ company, now });
    const handlers = [jiraApi(jira, () => clock.now), jiraFrontEnd(jira)];
    async function get(path: string): Promise<Response> {
      const headers = { cookie: "cloud.session.token=ana" };
      for (const handler of handlers) {
        const response = await handler(new Request(`${jira.baseUrl}${path}`, { headers }));
        if (response !== null) return response;
      }
      throw new Error("nobody answers");
    }
    return { jira, clock, now, get };
  }
  const board = "/jira/software/c/projects/ATL/boards/1/backlog";
  const data = "/rest/greenhopper/1.0/xboard/plan/v2/backlog/data?rapidViewId=1";
  const api = "/rest/api/3/myself";

  it("refuses every call until the time is over, and says how long that is", async () => {
    const { jira, clock, now, get } = open();
    jira.faults.push(limitedUntil(new Date(start + 30_000), now));
    clock.now += 10_000;
    for (const path of [api, data]) {
      const response = await get(path);
      expect([response.status, response.headers.get("retry-after")]).toEqual([429, "20"]);
    }
    expect((await get(board)).status).toBe(200);
    clock.now += 20_000;
    expect((await get(api)).status).toBe(200);
  });

  it("answers everything with the login page and 200 once the session is gone", async () => {
    const { jira, get } = open();
    jira.faults.push(signedOut());
    for (const path of [api, data, board]) {
      const response = await get(path);
      expect([response.status, response.headers.get("content-type")]).toEqual([
        200,
        "text/html;charset=UTF-8",
      ]);
      expect(await response.text()).toContain("Log in to continue");
    }
  });
});

describe("Linear in trouble", () => {
  it("refuses its public API until the time is over, by its own headers, and serves its own client", async () => {
    const linear = createLinearWorkspace({ company });
    linear.faults.push(linearLimitedUntil(new Date(start + 30_000), () => new Date(start)));
    const ask = async (host: string, headers: Record<string, string>) =>
      linearApi(linear)(
        new Request(`https://${host}/graphql`, {
          method: "POST",
          body: JSON.stringify({ query: "{ viewer { id } }" }),
          headers: { "content-type": "application/json", ...headers },
        }),
      );
    const refused = await ask("api.linear.app", { authorization: "lin_api_ana" });
    expect(refused?.status).toBe(400);
    expect(refused?.headers.get("x-ratelimit-requests-reset")).toBe(String(start + 30_000));
    expect(await refused?.json()).toMatchObject({ errors: [{ extensions: { type: "ratelimited" } }] });
    expect((await ask("client-api.linear.app", { cookie: "session=ana" }))?.status).toBe(200);
  });

  it("may lose its pages", async () => {
    const linear = createLinearWorkspace({ company });
    linear.pageFaults.push(refuse({ times: 1 }));
    const load = () => linearFrontEnd(linear)(new Request("https://linear.app/northwind/team/ATL/all"));
    expect((await load())?.status).toBe(500);
    expect((await load())?.status).toBe(200);
  });
});
