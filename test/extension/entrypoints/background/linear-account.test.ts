import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  readLinearAccount,
  saveLinearKey,
} from "../../../../extension/entrypoints/background/linear-account";
import { callLinear } from "../../../../extension/facts/call-linear";
import { Database } from "../../../../extension/store/database";
import { createLinearKeyStore, type LinearKeyStore } from "../../../../extension/store/linear-key";
import type { ApiAnswer } from "../../../../shared/tracker/tracker-api";
import { seedCompany } from "../../../sandbox/company/seed";
import { linearApi } from "../../../sandbox/linear/api";
import { createLinearWorkspace } from "../../../sandbox/linear/workspace";

const account = { workspace: "northwind", organization: "Northwind", person: "Raj Patel" };
const workspace = createLinearWorkspace({ company: seedCompany({ today: "2026-11-20" }) });
const handle = linearApi(workspace);
const overSandbox: typeof callLinear = (request, key) =>
  callLinear(
    request,
    key,
    async (input, init) => (await handle(new Request(input, init))) ?? Response.error(),
  );
const answering = (over: Partial<ApiAnswer>) => async (): Promise<ApiAnswer> => ({
  status: 200,
  contentType: "application/json",
  retryAfterS: null,
  body: "{}",
  ...over,
});

let stores = 0;
let store: LinearKeyStore;
beforeEach(() => {
  store = createLinearKeyStore(new Database(`linear-account-${stores++}`));
});

describe("a Linear key", () => {
  it("is tried and kept, with whose it is", async () => {
    expect(await saveLinearKey("  lin_api_raj\n", store, overSandbox)).toEqual({ account });
    expect(await readLinearAccount(store)).toEqual(account);
    expect((await store.read())?.key).toBe("lin_api_raj");
  });

  it("never leaves the background again", async () => {
    await saveLinearKey("lin_api_raj", store, overSandbox);
    expect(JSON.stringify(await readLinearAccount(store))).not.toContain("lin_api");
  });

  it("is gone once forgotten", async () => {
    await saveLinearKey("lin_api_raj", store, overSandbox);
    await store.forget();
    expect(await readLinearAccount(store)).toBeNull();
  });

  it.each([
    "",
    "short",
    "two words in it",
    "lin_api_\u00e9clair",
    `lin_${"x".repeat(300)}`,
    "lin_api_\nx: y",
  ])("%j is none, and is sent nowhere", async (raw) => {
    const call = vi.fn(answering({}));
    expect(await saveLinearKey(raw, store, call)).toEqual({ refusal: "not-a-key" });
    expect(call).not.toHaveBeenCalled();
  });

  it("that Linear does not know is rejected, and the one before stays", async () => {
    await saveLinearKey("lin_api_raj", store, overSandbox);
    expect(await saveLinearKey("lin_api_nobody", store, overSandbox)).toEqual({ refusal: "rejected" });
    expect((await store.read())?.key).toBe("lin_api_raj");
  });

  it.each<[string, Partial<ApiAnswer>]>([
    ["no answer", { status: 0 }],
    ["trouble at Linear", { status: 500 }],
    ["a limit", { status: 400, body: '{"errors":[{"message":"no","extensions":{"code":"RATELIMITED"}}]}' }],
    ["a page", { contentType: "text/html", body: "<html>", status: 404 }],
    ["an answer of another shape", { body: '{"data":{"viewer":null}}' }],
    ["half an answer", { body: '{"data":{' }],
  ])("is neither kept nor rejected after %s", async (_, over) => {
    expect(await saveLinearKey("lin_api_raj", store, answering(over))).toEqual({ refusal: "unreachable" });
    expect(await store.read()).toBeNull();
  });
});
