import { expect, it, vi } from "vitest";
import { jiraCall } from "../../../forge-app/ui/jira-call";

const get = { method: "GET" as const, path: "/rest/api/3/myself", body: null, asked: [] };
const { signal } = new AbortController();

it("passes a call on as it is, and gives what came back", async () => {
  const requestJira = vi.fn(async () =>
    Response.json({ accountId: "1" }, { headers: { "retry-after": "3" } }),
  );
  const call = jiraCall({ requestJira });
  expect(await call({ ...get, method: "POST", body: "{}" }, signal)).toMatchObject({
    ...{ status: 200, body: '{"accountId":"1"}', retryAfterS: 3 },
  });
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  expect(requestJira).toHaveBeenCalledWith(get.path, { method: "POST", headers, body: "{}" });
});

it.each<[string, () => Promise<Response>, AbortSignal]>([
  ["the bridge fails", () => Promise.reject(new Error("no bridge")), signal],
  ["nobody waits any more", async () => Response.json({}), AbortSignal.abort()],
  ["it takes longer than anybody waits", () => new Promise(() => {}), AbortSignal.timeout(20)],
])("gives no answer where %s", async (_, requestJira, until) => {
  expect((await jiraCall({ requestJira })(get, until)).status).toBe(0);
});
