import "fake-indexeddb/auto";
import fc from "fast-check";
import { beforeAll, it, vi } from "vitest";
import { z } from "zod";
import { answerMessages } from "../../extension/entrypoints/background/answer-messages";
import type { BackgroundProtocol } from "../../extension/messaging/extension-protocol";
import { fuzz } from "./fuzz";
import { type Json, jsonMutations, mutated } from "./json-mutations";
import { recordAnswers } from "./recorded-answers";

const own = "abcdefghijklmnop";
const { handlers } = vi.hoisted(() => ({
  handlers: new Map<string, (message: { data: unknown; sender: object }) => unknown>(),
}));
vi.mock("wxt/browser", () => ({
  browser: {
    i18n: { getMessage: (name: string) => name },
    tabs: { get: async () => ({}), query: async () => [] },
    permissions: { contains: async () => true },
    alarms: {
      create: async () => undefined,
      clear: async () => true,
      onAlarm: { addListener: () => undefined },
    },
    storage: {
      local: { get: async () => ({}), set: async () => undefined, clear: async () => undefined },
      managed: { get: async () => ({}) },
      session: { get: async () => ({}), set: async () => undefined, remove: async () => undefined },
    },
    scripting: { executeScript: async () => [] },
    windows: { create: async () => undefined },
    sidePanel: { open: async () => undefined },
    action: {
      setBadgeText: async () => undefined,
      setBadgeBackgroundColor: async () => undefined,
      setTitle: async () => undefined,
    },
    runtime: {
      id: "abcdefghijklmnop",
      getURL: (path: string) => `chrome-extension://abcdefghijklmnop${path}`,
      openOptionsPage: async () => undefined,
      onStartup: { addListener: () => undefined },
      onInstalled: { addListener: () => undefined },
      onConnect: { addListener: () => undefined },
    },
  },
}));
vi.mock("../../extension/messaging/extension-protocol", () => ({
  onMessage: (name: string, handler: (message: { data: unknown; sender: object }) => unknown) =>
    handlers.set(name, handler),
  sendMessage: async () => undefined,
}));

const trusted = {
  jira: { id: own, tab: { id: 1 }, url: "https://northwind.atlassian.net/browse/ATL-1" },
  linear: { id: own, tab: { id: 1 }, url: "https://linear.app/northwind/team/ATL/all" },
  options: { id: own, url: `chrome-extension://${own}/options.html` },
};
const strangers: readonly object[] = [
  {},
  { id: own },
  { id: own, tab: { id: 1 } },
  { id: own, tab: { id: 1 }, url: "" },
  { id: own, tab: { id: 1 }, url: "about:blank" },
  { id: own, tab: { id: 1 }, url: "https://northwind.atlassian.net.evil.example/" },
  { id: own, tab: { id: 1 }, url: "https://linear.app@evil.example/" },
  { id: own, tab: { id: 1 }, url: "https://linear.app:8443/" },
  { id: own, tab: { id: 1 }, url: "http://linear.app/" },
  { id: own, tab: { id: 1 }, url: "https://linear.app\u0000.evil.example/" },
  { id: own, url: "https://linear.app/" },
  { id: own, url: `chrome-extension://${own}.evil.example/options.html` },
  { id: `${own}x`, tab: { id: 1 }, url: "https://linear.app/" },
  { id: `${own}x`, url: `chrome-extension://${own}/options.html` },
];

beforeAll(async () => {
  vi.stubGlobal("navigator", {
    locks: { request: (_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => unknown)({}) },
  });
  answerMessages();
  const account = {
    data: { viewer: { id: "1", name: "Ana", organization: { urlKey: "northwind", name: "Northwind" } } },
  };
  const [first] = await recordAnswers("linear");
  let calls = 0;
  vi.stubGlobal("fetch", async () => {
    calls += 1;
    return Response.json([account, first?.body, {}, null][calls % 4], {
      status: calls % 7 === 0 ? 500 : 200,
    });
  });
});

it("whatever is sent by whomever, each message is answered, or refused for its shape or its sender", async () => {
  const [answered] = await recordAnswers("jira");
  const question: Json = { workspace: null, keys: ["ATL-1", "ATL-4"] };
  const learned: Json = {
    workspace: null,
    request: { path: "/rest/api/3/issue/bulkfetch", asked: ["ATL-1", "ATL-4"] },
    answer: {
      status: 200,
      contentType: "application/json",
      retryAfterS: null,
      body: JSON.stringify(answered?.body),
    },
  };
  // A record, so that a new message does not compile before it is here.
  const sound: Record<keyof BackgroundProtocol, Json> = {
    readFacts: question,
    planFetch: { ...question, workspace: "northwind" },
    learnAnswer: learned,
    openOptions: null,
    openStatement: "ATL-1",
    openPanel: null,
    reportTroubles: [{ kind: "offline", since: "2026-11-20T12:00:00.000Z", retryAt: null }],
    judgeMoves: {
      moves: [{ act: "enter", issue: "ATL-1", sprint: "12", field: "customfield_10020" }],
      isLetIn: false,
    },
    readAhead: "ATL-1",
    readGateConfig: null,
    noteGatePassed: { passed: "late", moves: [{ act: "start", sprint: "12" }] },
    notePage: "wrote",
    restorePutBack: "1",
    readLinearAccount: null,
    saveLinearKey: "lin_api_0123456789",
    forgetLinearKey: null,
    sweepAgain: "https://northwind.atlassian.net",
    flushOutbox: null,
    readToday: null,
    exportLocalData: null,
    resetLocalData: null,
  };
  const cases = fc.record({
    name: fc.constantFrom(...(Object.keys(sound) as (keyof BackgroundProtocol)[])),
    from: fc.oneof(fc.constantFrom(...Object.values(trusted)), fc.constantFrom(...strangers)),
    mutations: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 6, arbitrary: jsonMutations() }),
  });
  await fuzz(6, cases, async ({ name, from, mutations }) => {
    const data = mutated(sound[name], mutations);
    const outcome = await send(name, data, from).then(
      () => "answered",
      (error: unknown) => error,
    );
    if (outcome === "answered" && strangers.includes(from))
      throw new Error(`${name} was answered to a stranger`);
    if (outcome === "answered" || outcome instanceof z.core.$ZodError) return;
    if (!(outcome instanceof Error && outcome.message.includes("may send this"))) throw outcome;
  });
});

const send = async (name: string, data: unknown, sender: object): Promise<unknown> =>
  handlers.get(name)?.({ data, sender });
