import "fake-indexeddb/auto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { answerMessages } from "../../../../extension/entrypoints/background/answer-messages";
import type { BackgroundProtocol } from "../../../../extension/messaging/extension-protocol";

const own = "abcdefghijklmnop";
const ownRoot = `chrome-extension://${own}/`;
const { handlers, runtime, action, sent, tabs } = vi.hoisted(() => ({
  handlers: new Map<string, (message: { data: unknown; sender: object }) => unknown>(),
  runtime: { openOptionsPage: vi.fn() },
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
    i18n: { getMessage: (name: string) => name },
    runtime: {
      ...runtime,
      id: "abcdefghijklmnop",
      getURL: (path: string) => `chrome-extension://abcdefghijklmnop${path}`,
      onStartup: { addListener: () => undefined },
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
  reportTroubles: { data: [], from: "page" },
  readLinearAccount: { data: undefined, from: "options" },
  saveLinearKey: { data: "short", from: "options" },
  forgetLinearKey: { data: undefined, from: "options" },
};
const senders = {
  page: { id: own, tab: { id: 1 }, url: "https://northwind.atlassian.net/browse/ATL-1" },
  options: { id: own, url: `${ownRoot}options.html` },
  "another extension": { id: "another", tab: { id: 1 }, url: "https://northwind.atlassian.net/" },
  "a look-alike page": { id: own, tab: { id: 1 }, url: "https://northwind.atlassian.net.evil.com/" },
  "a page over http": { id: own, tab: { id: 1 }, url: "http://northwind.atlassian.net/" },
};
const send = async (name: string, data: unknown, sender: object) => handlers.get(name)?.({ data, sender });

beforeAll(() => answerMessages());

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

  it.each(["readFacts", "planFetch", "learnAnswer", "reportTroubles", "saveLinearKey"])(
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

  it("tells the site's other pages what one of them has learned", async () => {
    sent.mockClear();
    await send("learnAnswer", learned, senders.page);
    await vi.waitFor(() => expect(sent.mock.calls).toEqual([["factsLearned", undefined, 2]]));
    expect(tabs.query).toHaveBeenLastCalledWith({
      url: "https://northwind.atlassian.net/*",
      discarded: false,
    });
  });

  it("has no key to ask Linear with, and says so", async () => {
    const sender = { id: own, tab: { id: 1 }, url: "https://linear.app/northwind/team/ATL/all" };
    const plan = await send("planFetch", { workspace: "northwind", keys: ["ATL-1"] }, sender);
    expect(plan).toEqual({ requests: [], failure: { kind: "no-key", retryAfterMs: null }, busyMs: null });
  });
});
