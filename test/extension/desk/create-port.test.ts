import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import { createPort } from "../../../extension/desk/create-port";
import { tenantOf } from "../../../extension/desk/tenant";
import { Database } from "../../../extension/store/database";
import { createOutbox } from "../../../extension/store/outbox";

vi.mock("wxt/browser", () => ({ browser: {} }));
afterEach(() => vi.unstubAllGlobals());

const answers = (status: number, body: unknown) =>
  vi.stubGlobal("fetch", async () => Response.json(body, { status }));

it("who is in front of the screen is still known out of reach of the tracker, and no more once signed out", async () => {
  const database = new Database("create-port");
  const account = { workspace: "northwind", organization: "Northwind", person: "Ana Duarte" };
  await database.keys.put({ id: "linear", key: "lin_api_ana", ...account });
  const tenant = tenantOf("https://linear.app/northwind");
  if (tenant === null) throw new Error("no tenant");
  const outbox = createOutbox(database, { senderOf: () => undefined, lock: async () => false });
  const { signal } = new AbortController();
  const port = createPort(tenant, { database, outbox, flush: async () => {}, open() {}, signal });
  const unreachable = () => vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));

  unreachable();
  expect(await port.readMe()).toMatchObject({ ok: false, error: { kind: "offline" } });
  answers(200, { data: { viewer: { id: "ana" } } });
  expect(await port.readMe()).toEqual({ ok: true, value: "ana" });
  unreachable();
  expect(await port.readMe()).toEqual({ ok: true, value: "ana" });
  answers(401, { errors: [{ message: "no", extensions: { code: "AUTHENTICATION_ERROR" } }] });
  expect(await port.readMe()).toMatchObject({ ok: false, error: { kind: "signed-out" } });
});
