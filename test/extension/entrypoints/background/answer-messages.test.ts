import "fake-indexeddb/auto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { answerMessages } from "../../../../extension/entrypoints/background/answer-messages";
import type { BackgroundProtocol } from "../../../../extension/messaging/extension-protocol";
import { Database } from "../../../../extension/store/database";

const own = "abcdefghijklmnop";
const ownRoot = `chrome-extension://${own}/`;
const { handlers, runtime, action, executeScript, sent, tabs, stored } = vi.hoisted(() => ({
  stored: new Map<string, unknown>(),
  handlers: new Map<string, (message: { data: unknown; sender: object }) => unknown>(),
  runtime: { openOptionsPage: vi.fn() },
  executeScript: vi.fn(async (): Promise<{ result: unknown }[]> => [{ result: true }]),
  sent: vi.fn(async (_name: string, _data: unknown, _tab: number) => undefined),
  tabs: {
    get: vi.fn(async () => ({})),
    query: vi.fn(async (_: { url: string }) => [{ id: 1 }, { id: 2 }, {}]),
  },
  action: {
    setBadgeText: vi.fn(async (_: { tabId: number; text: string }) => undefined),
    setBadgeBackgroundColor: vi.fn(async () => undefined),
    setTitle: vi.fn(async (_: { tabId: number; title: string }) => undefined),
  },
}));
vi.mock("wxt/browser", () => ({
  browser: {
    action,
    tabs,
    windows: { create: async () => undefined },
    scripting: { executeScript },
    sidePanel: { open: async () => undefined },
    i18n: { getMessage: (name: string) => name },
    permissions: { contains: async () => true },
    alarms: {
      create: async () => undefined,
      clear: async () => true,
      onAlarm: { addListener: () => undefined },
    },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: stored.get(key) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
        clear: async () => stored.clear(),
      },
      session: {
        get: async () => ({}),
        set: async () => undefined,
        remove: async () => undefined,
      },
    },
    runtime: {
      ...runtime,
      id: "abcdefghijklmnop",
      getURL: (path: string) => `chrome-extension://abcdefghijklmnop${path}`,
      onStartup: { addListener: () => undefined },
      onInstalled: { addListener: () => undefined },
      onConnect: { addListener: () => undefined },
    },
  },
}));
vi.mock("../../../../extension/messaging/extension-protocol", () => ({
  onMessage: (name: string, handler: (message: { data: unknown; sender: object }) => unknown) =>
    handlers.set(name, handler),
  sendMessage: sent,
}));

const question = { workspace: null, keys: ["ATL-1"] };
const answer = { status: 200, contentType: "application/json", retryAfterS: null, body: "{}" };
const learned = { workspace: null, request: { path: "/rest", asked: ["ATL-1"] }, answer };
/** Every message with data that it takes, and who may send it. A record, so that a new one does not compile before it is here. */
const messages: Record<keyof BackgroundProtocol, { data: unknown; from: "page" | "options" }> = {
  readFacts: { data: question, from: "page" },
  planFetch: { data: question, from: "page" },
  learnAnswer: { data: learned, from: "page" },
  openOptions: { data: undefined, from: "page" },
  openStatement: { data: "ATL-1", from: "page" },
  openPanel: { data: undefined, from: "page" },
  reportTroubles: { data: [], from: "page" },
  judgeMoves: { data: { moves: [], isLetIn: false }, from: "page" },
  readAhead: { data: "ATL-1", from: "page" },
  readGateConfig: { data: undefined, from: "page" },
  noteGatePassed: { data: { passed: "late", moves: [] }, from: "page" },
  notePage: { data: "visible", from: "page" },
  restorePutBack: { data: "1", from: "page" },
  readLinearAccount: { data: undefined, from: "options" },
  saveLinearKey: { data: "short", from: "options" },
  forgetLinearKey: { data: undefined, from: "options" },
  sweepAgain: { data: "https://northwind.atlassian.net", from: "options" },
  flushOutbox: { data: undefined, from: "options" },
  readToday: { data: undefined, from: "options" },
  exportLocalData: { data: undefined, from: "options" },
  resetLocalData: { data: undefined, from: "options" },
};
const senders = {
  page: { id: own, tab: { id: 1 }, url: "https://northwind.atlassian.net/browse/ATL-1" },
  options: { id: own, url: `${ownRoot}options.html` },
  "another extension": { id: "another", tab: { id: 1 }, url: "https://northwind.atlassian.net/" },
  "a look-alike page": { id: own, tab: { id: 1 }, url: "https://northwind.atlassian.net.evil.com/" },
  "a page over http": { id: own, tab: { id: 1 }, url: "http://northwind.atlassian.net/" },
};
const send = async (name: string, data: unknown, sender: object) => handlers.get(name)?.({ data, sender });

beforeAll(() => {
  vi.stubGlobal("navigator", {
    locks: {
      request: (_: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => Promise<void>)({}),
    },
  });
  answerMessages();
});

describe("the background", () => {
  it("answers every message of the protocol and no other", () => {
    expect([...handlers.keys()].sort()).toEqual(Object.keys(messages).sort());
  });

  it.each(Object.entries(messages))("takes %s from whom it is meant for", async (name, { data, from }) => {
    await expect(send(name, data, senders[from])).resolves.not.toThrow();
  });

  it.each(
    Object.entries(messages).flatMap(([name, { data, from }]) =>
      Object.entries(senders)
        .filter(([who]) => who !== from)
        .map(([who, sender]) => [name, who, data, sender] as const),
    ),
  )("refuses %s from %s", async (name, _, data, sender) => {
    await expect(send(name, data, sender)).rejects.toThrow(/may send this/);
  });

  it.each(["readFacts", "planFetch", "learnAnswer", "reportTroubles", "openStatement", "saveLinearKey"])(
    "refuses junk as the data of %s",
    async (name) => {
      const { from } = messages[name as keyof BackgroundProtocol];
      for (const junk of [undefined, null, 7, ["ATL-1"], { keys: "ATL-1" }]) {
        await expect(send(name, junk, senders[from])).rejects.toThrow();
      }
    },
  );

  it("learns no answers from pages of a tracker that it asks by itself", async () => {
    const sender = { id: own, tab: { id: 1 }, url: "https://linear.app/northwind/team/ATL/all" };
    await expect(send("learnAnswer", { ...learned, workspace: "northwind" }, sender)).rejects.toThrow(
      /may send this/,
    );
  });

  it("marks the toolbar icon of the page's own tab with what goes wrong there, until it is well again", async () => {
    const trouble = { kind: "offline", since: "2026-11-24T10:00:00.000Z", retryAt: null };
    await send("reportTroubles", [trouble], senders.page);
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 1, text: "!" });
    expect(action.setTitle).toHaveBeenLastCalledWith({ tabId: 1, title: "extensionName\nunknown_offline" });
    await send("reportTroubles", [], senders.page);
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 1, text: "" });
    expect(action.setTitle).toHaveBeenLastCalledWith({ tabId: 1, title: "extensionName" });
  });

  it("marks the icon of a tab whose page the gate does not hear", async () => {
    executeScript.mockResolvedValueOnce([{ result: false }]);
    await send("reportTroubles", [], senders.page);
    expect(action.setTitle).toHaveBeenLastCalledWith({ tabId: 1, title: "extensionName\npopupUnguarded" });
  });

  it("tells the site's other pages what one of them has learned", async () => {
    sent.mockClear();
    await send("learnAnswer", learned, senders.page);
    await vi.waitFor(() => expect(sent.mock.calls).toEqual([["factsLearned", undefined, 2]]));
    expect(tabs.query).toHaveBeenLastCalledWith({
      url: "https://northwind.atlassian.net/*",
      discarded: false,
    });
  });

  it("makes due what waited for the site to answer, and not what the site asked to wait", async () => {
    const database = new Database();
    const site = "https://northwind.atlassian.net";
    const row = {
      ...{ site, slot: "lane", kind: "lane", payload: "bug", base: null, after: null, follows: null },
      ...{
        state: "waiting" as const,
        addedAt: 0,
        attempts: 9,
        notBefore: Date.now() + 300_000,
        settledAt: 0,
      },
      ...{ maybeSent: false, conflict: null, becameVersion: null, doneAt: null },
    };
    const failed = (kind: "offline" | "rate-limited") => ({ kind, retryAfterMs: null, message: null });
    const rows = (["offline", "rate-limited"] as const).map((kind) => ({
      ...{ ...row, id: kind, object: kind, failure: failed(kind) },
    }));
    // The table numbers its rows itself.
    await database.outbox.bulkAdd(rows as never);
    const request = { path: "/rest/api/3/issue/bulkfetch", asked: [] };
    const body = JSON.stringify({ issues: [], issueErrors: [] });
    await send("learnAnswer", { ...learned, request, answer: { ...answer, body } }, senders.page);
    // Sent at once, it may already be put off anew by the time we look.
    const wasDue = async (id: string) =>
      (await database.outbox.where({ id }).first())?.notBefore !== row.notBefore;
    await vi.waitFor(async () => expect(await wasDue("offline")).toBe(true), 20_000);
    expect(await wasDue("rate-limited")).toBe(false);
    await database.outbox.clear();
  });

  it("has no key to ask Linear with, and says so", async () => {
    const sender = { id: own, tab: { id: 1 }, url: "https://linear.app/northwind/team/ATL/all" };
    const plan = await send("planFetch", { workspace: "northwind", keys: ["ATL-1"] }, sender);
    expect(plan).toEqual({ requests: [], failure: { kind: "no-key", retryAfterMs: null }, busyMs: null });
  });

  it("counts each ticket of today once, whoever asks for it how often", async () => {
    const item = {
      id: "10001",
      key: "ATL-1",
      title: "A ticket",
      type: "Story",
      isBet: false,
      parentId: null,
      url: "https://northwind.atlassian.net/browse/ATL-1",
      sheet: { kind: "none" },
      statement: { kind: "none" },
      standingMirror: null,
      lane: "bug",
    };
    const site = "https://northwind.atlassian.net";
    await new Database().items.put({ site, id: "10001", key: "ATL-1", item, malformed: false, readAt: 0 });
    for (let round = 0; round < 2; round++) await send("readFacts", question, senders.page);
    await vi.waitFor(async () =>
      expect(await send("readToday", undefined, senders.options)).toEqual({
        tickets: 1,
        aligned: 0,
        orphans: 0,
      }),
    );
    expect(stored.get("settings")).toMatchObject({ sites: { [site]: { off: false } } });
  });

  it("hands out all that is kept, but never the key", async () => {
    const account = { workspace: "northwind", organization: "Northwind", person: "Ana Duarte" };
    await new Database().keys.put({ id: "linear", key: "lin_api_secret", ...account });
    const json = await send("exportLocalData", undefined, senders.options);
    expect(json).not.toContain("lin_api_secret");
    const all = JSON.parse(String(json));
    expect(all.linearAccounts).toEqual([account]);
    expect(all.items.map((it: { key: string }) => it.key)).toContain("ATL-1");
    expect(all.settings.sites).toHaveProperty(["https://northwind.atlassian.net"]);
  });

  it("forgets all that is kept when it is told to, but not how long a tracker asked to wait", async () => {
    const database = new Database();
    const pause = { kind: "rate-limited" as const, since: 0, until: 60_000, strikes: 1 };
    await database.pauses.put({ site: "https://northwind.atlassian.net", ...pause });
    await send("resetLocalData", undefined, senders.options);
    for (const table of database.tables)
      expect([table.name, await table.count()]).toEqual([table.name, table.name === "pauses" ? 1 : 0]);
    expect(stored.size).toBe(0);
    expect(await send("readLinearAccount", undefined, senders.options)).toBeNull();
  });
});
