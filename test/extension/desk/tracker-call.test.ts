import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { tenantOf } from "../../../extension/desk/tenant";
import { trackerCall } from "../../../extension/desk/tracker-call";
import { Database } from "../../../extension/store/database";
import type { LinearKeyStore } from "../../../extension/store/linear-key";
import { createSitePauses, type SitePauses } from "../../../extension/store/site-pauses";
import { noAnswer } from "../../../shared/tracker/answer-of";
import type { ApiAnswer, ApiRequest } from "../../../shared/tracker/tracker-api";

const { callInPage, callLinear } = vi.hoisted(() => ({ callInPage: vi.fn(), callLinear: vi.fn() }));
vi.mock("../../../extension/trackers/call-in-page", () => ({ callInPage }));
vi.mock("../../../extension/facts/call-linear", () => ({ callLinear }));

const { signal } = new AbortController();
const request: ApiRequest = { method: "GET", path: "/rest/api/3/myself", body: null, asked: [] };
const json = { contentType: "application/json", retryAfterS: null };
const fine: ApiAnswer = { ...json, status: 200, body: "{}" };
const limits: [string, string, ApiAnswer][] = [
  ["Jira", "https://northwind.atlassian.net", { ...noAnswer, status: 429, retryAfterS: 120 }],
  [
    "Linear",
    "https://linear.app/northwind",
    {
      ...json,
      ...{ status: 400, retryAfterS: 120 },
      body: JSON.stringify({ errors: [{ message: "Slow down", extensions: { code: "RATELIMITED" } }] }),
    },
  ],
];
let pauses: SitePauses;
let databases = 0;
beforeEach(() => {
  pauses = createSitePauses(new Database(`tracker-call-${databases++}`));
});

function site(id: string) {
  const tenant = tenantOf(id);
  if (tenant === null) throw new Error(`${id} is no tenant`);
  const keys = { read: async () => ({ workspace: tenant.workspace, key: "lin_api_ana" }) };
  const called = tenant.tracker === "jira" ? callInPage : callLinear;
  called.mockReset().mockResolvedValue(fine);
  const callOf = (isUrgent?: boolean) =>
    trackerCall(tenant, keys as unknown as LinearKeyStore, pauses, isUrgent);
  return { tenant, called, callOf };
}

it.each(limits)("notes a limit of %s, and asks it nothing until it is over", async (_, id, limit) => {
  const { called, callOf } = site(id);
  called.mockResolvedValueOnce(limit);
  expect(await callOf()(request, signal)).toEqual(limit);
  const again = await callOf()(request, signal);
  expect(called).toHaveBeenCalledTimes(1);
  expect(again).toMatchObject({ status: 429, body: "" });
  expect(again.retryAfterS).toBeGreaterThan(0);
  expect(again.retryAfterS).toBeLessThanOrEqual(120);
});

it.each(limits)("asks %s all the same for what a person waits for", async (_, id, limit) => {
  const { called, callOf } = site(id);
  called.mockResolvedValueOnce(limit);
  await callOf(true)(request, signal);
  expect(await callOf(true)(request, signal)).toEqual(fine);
  expect((await callOf()(request, signal)).status).toBe(429);
});

it("takes no other answer for a wish to be left in peace", async () => {
  const { tenant, called, callOf } = site("https://northwind.atlassian.net");
  for (const status of [0, 400, 403, 404, 500]) {
    called.mockResolvedValueOnce({ ...json, status, body: "{}" });
    await callOf()(request, signal);
    expect(await pauses.inForce(tenant.id, Date.now()), `${status}`).toBeNull();
  }
});
