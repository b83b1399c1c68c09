import { beforeEach, describe, expect, it } from "vitest";
import { linearApi } from "./api";
import { issueBy } from "./issues";
import { noon, smallCompany } from "./small-company";
import { createLinearWorkspace, type LinearWorkspace } from "./workspace";

const publicApi = "https://api.linear.app/graphql";
const clientApi = "https://client-api.linear.app/graphql";

let workspace: LinearWorkspace;
let handle: ReturnType<typeof linearApi>;

beforeEach(() => {
  workspace = createLinearWorkspace({ company: smallCompany(), now: () => noon });
  handle = linearApi(workspace);
});

async function send(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await handle(
    new Request(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
  if (!response) throw new Error("not answered");
  const answer = (await response.json()) as {
    data: Record<string, unknown> | null;
    errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
  };
  return { response, ...answer };
}
const withKey = (body: unknown, person = "ana") =>
  send(publicApi, body, { authorization: `lin_api_${person}` });
const withSession = (body: unknown, headers = {}) =>
  send(clientApi, body, { cookie: "a=b; session=raj", origin: "https://linear.app", ...headers });

const viewer = { query: "query Me { viewer { displayName } }", operationName: "Me" };

describe("who may ask", () => {
  it("other hosts are none of its business", async () => {
    expect(await handle(new Request("https://linear.app/graphql"))).toBeNull();
  });

  it("a key on the public host, a session on the client's", async () => {
    expect((await withKey(viewer)).data).toEqual({ viewer: { displayName: "ana" } });
    expect((await withSession(viewer)).data).toEqual({ viewer: { displayName: "raj" } });
  });

  it.each<[string, string, Record<string, string>]>([
    ["nothing", publicApi, {}],
    ["Bearer before a key", publicApi, { authorization: "Bearer lin_api_ana" }],
    ["a session on the public host", publicApi, { cookie: "session=ana" }],
    ["a key on the client's host", clientApi, { authorization: "lin_api_ana" }],
    ["an unknown person", clientApi, { cookie: "session=nobody" }],
  ])("%s gets 401", async (_, url, headers) => {
    const { response, data, errors } = await send(url, viewer, headers);
    expect(response.status).toBe(401);
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({
      type: "authentication error",
      code: "AUTHENTICATION_ERROR",
      userError: true,
    });
  });
});

describe("across origins", () => {
  it("the client's host answers Linear's pages with their credentials", async () => {
    const { response } = await withSession(viewer);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://linear.app");
    expect(response.headers.get("access-control-allow-credentials")).toBe("true");
  });

  it("and nobody else", async () => {
    const { response } = await withSession(viewer, { origin: "https://evil.example" });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each([
    ["https://linear.app", "https://linear.app"],
    ["https://evil.example", null],
  ])("the preflight of %s is allowed for %s", async (origin, allowed) => {
    const response = await handle(new Request(clientApi, { method: "OPTIONS", headers: { origin } }));
    expect(response?.status).toBe(204);
    expect(response?.headers.get("access-control-allow-origin")).toBe(allowed);
    const headers = response?.headers.get("access-control-allow-headers") ?? null;
    expect(headers?.includes("linear-client-id") ?? false).toBe(allowed !== null);
  });
});

describe("the web client's mutations", () => {
  it("merged into one request, with ids in the text and inputs in variables, are done one by one", async () => {
    const [one, two] = ["ATL-5", "ATL-6"].map((identifier) => issueBy(workspace, identifier));
    const cycleId = workspace.store.all("Cycle")[2]?.id;
    const { response, data } = await withSession({
      operationName: "IssueUpdates_IssueUpdate",
      query: `mutation IssueUpdates_IssueUpdate($issueUpdateInput: IssueUpdateInput!, $issueUpdateInput_2: IssueUpdateInput!) {
        o1:issueUpdate(id:"${one?.id}", input:$issueUpdateInput){lastSyncId}
        o2:issueUpdate(id:"${two?.id}", input:$issueUpdateInput_2){lastSyncId}
      }`,
      variables: { issueUpdateInput: { cycleId }, issueUpdateInput_2: { cycleId } },
    });
    expect(response.status).toBe(200);
    const [first, second] = [data?.o1, data?.o2] as { lastSyncId: number }[];
    expect(second?.lastSyncId).toBeGreaterThan(first?.lastSyncId ?? Number.POSITIVE_INFINITY);
    expect([one?.cycleId, two?.cycleId]).toEqual([cycleId, cycleId]);
    const by = workspace.store.all("IssueHistory").map((entry) => entry.actorId);
    expect(by).toEqual([workspace.userOf("raj")?.id, workspace.userOf("raj")?.id]);
  });

  it("that are refused say why in Linear's shape", async () => {
    const { response, data, errors } = await withSession({
      query: 'mutation { issueUpdate(id: "ATL-1", input: { cycleId: "nowhere" }) { lastSyncId } }',
    });
    expect(response.status).toBe(200);
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({
      path: ["issueUpdate"],
      extensions: {
        type: "invalid input",
        userError: true,
        userPresentableMessage: "Could not find referenced Cycle.",
      },
    });
  });
});

describe("what is no valid request", () => {
  it.each<[string, unknown]>([
    ["no JSON", "not json"],
    ["no query", { variables: {} }],
    ["no GraphQL", { query: "{{" }],
    ["an unknown field", { query: "{ viewer { shoeSize } }" }],
    ["an unknown operation", { query: "query A { viewer { id } }", operationName: "B" }],
    ["a missing variable", { query: "query($id: String!) { issue(id: $id) { id } }" }],
  ])("(%s) gets 400", async (_, body) => {
    const { response, errors } = await withKey(body);
    expect(response.status).toBe(400);
    expect(errors?.[0]?.extensions.code).toMatch(/INPUT_ERROR|GRAPHQL_VALIDATION_FAILED/);
  });

  it("other methods and paths are refused", async () => {
    expect((await handle(new Request(publicApi)))?.status).toBe(405);
    expect((await handle(new Request("https://api.linear.app/oauth")))?.status).toBe(404);
  });
});

describe("limits of the public host", () => {
  it("are told with every answer", async () => {
    const { headers } = (await withKey(viewer)).response;
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-ratelimit-requests-limit": "2500",
      "x-ratelimit-requests-remaining": "2499",
      "x-complexity": "1.1",
      "x-ratelimit-complexity-limit": "3000000",
      "x-ratelimit-complexity-remaining": "2999998",
    });
    expect(Number(headers.get("x-ratelimit-requests-reset"))).toBeGreaterThan(noon.getTime());
  });

  it("hold one query to 10,000 points", async () => {
    const query = "{ issues(first: 250) { nodes { labels { nodes { id } } } } }";
    const { response, errors } = await withKey({ query });
    expect(response.status).toBe(400);
    expect(errors?.[0]?.message).toContain("too complex");
    expect((await withSession({ query })).response.status).toBe(200);
  });

  it.each<[string, "requestsPerHour" | "complexityPerHour", number]>([
    ["requests", "requestsPerHour", 1],
    ["complexity", "complexityPerHour", 2],
  ])("of %s an hour hold for each person", async (_, limit, amount) => {
    workspace.limits[limit] = amount;
    expect((await withKey(viewer)).response.status).toBe(200);
    const { response, errors } = await withKey(viewer);
    expect(response.status).toBe(400);
    expect(errors?.[0]?.extensions).toMatchObject({ type: "ratelimited", code: "RATELIMITED" });
    expect((await withKey(viewer, "raj")).response.status).toBe(200);
    expect((await withSession(viewer)).response.status).toBe(200);
  });

  it("can be asked for", async () => {
    const query = "{ rateLimitStatus { kind limits { type allowedAmount remainingAmount } } }";
    expect((await withKey({ query })).data?.rateLimitStatus).toMatchObject({
      limits: [{ allowedAmount: 2500, remainingAmount: 2499 }, { allowedAmount: 3_000_000 }],
    });
  });
});

describe("for tests", () => {
  it("faults answer in place of the real thing, as often as told", async () => {
    const respond = () => new Response("{}", { status: 503 });
    workspace.faults.push({ match: ({ operationName }) => operationName === "Me", respond, times: 1 });
    expect((await withKey({ query: "{ viewer { id } }" })).response.status).toBe(200);
    expect((await withKey(viewer)).response.status).toBe(503);
    expect((await withKey(viewer)).response.status).toBe(200);
  });

  it("every request is in the log", async () => {
    await withKey(viewer);
    await withSession("nonsense");
    expect(workspace.requests).toEqual([
      { host: "api.linear.app", operationName: "Me", complexity: 1.1, status: 200 },
      { host: "client-api.linear.app", operationName: null, complexity: 0, status: 400 },
    ]);
  });
});
