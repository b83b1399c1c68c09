import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { answerGate } from "../../../../extension/entrypoints/background/answer-gate";
import { Database } from "../../../../extension/store/database";
import { createFactsStores } from "../../../../extension/store/facts-stores";
import { createGateLog } from "../../../../extension/store/gate-log";
import type { LinearKeyStore } from "../../../../extension/store/linear-key";
import type { SiteSettings } from "../../../../extension/store/settings";
import { defaultPolicy } from "../../../../shared/domain/policy";
import { value } from "../../../../shared/domain/result";
import { createFakeBrowser } from "../../fake-browser";

const { fake, handlers } = vi.hoisted(() => ({
  fake: { browser: {} as object },
  handlers: new Map<string, (message: { data?: unknown; sender: object }) => Promise<unknown>>(),
}));
vi.mock("wxt/browser", () => ({
  get browser() {
    return fake.browser;
  },
}));
vi.mock("../../../../extension/messaging/extension-protocol", () => ({
  onMessage: (name: string, handler: never) => handlers.set(name, handler),
}));

vi.mock("../../../../extension/entrypoints/background/open-capture", () => ({
  openGate: async () => undefined,
}));

const origin = "https://northwind.atlassian.net";
const url = `${origin}/jira/software/projects/ATL/boards/1/backlog`;
const sender = { id: "abcdefghijklmnop", url, tab: { id: 1, url }, frameId: 0 };
const moves = [{ act: "enter", issue: "ATL-1", sprint: "12" }];
let stored: Record<string, unknown>;
let query: ReturnType<typeof vi.fn>;
let database: Database;
let databases = 0;

/** A page of a project that keeps out whatever it cannot learn enough of, while no page can be asked. */
beforeEach(async () => {
  const made = createFakeBrowser();
  stored = made.stored;
  query = vi.fn(async () => []);
  fake.browser = { ...made.browser, tabs: { ...made.browser.tabs, query } };
  database = new Database(`answer-gate-${databases++}`);
  const stores = createFactsStores(database);
  const policy = value({ ...defaultPolicy, mode: "block" as const, withoutFacts: "block" as const });
  const parsed = { items: [], malformed: [], policies: [{ scope: "ATL", policy }] };
  await stores.cache.learn(origin, [], parsed, Date.now());
  answerGate(database, stores, { read: async () => null } as unknown as LinearKeyStore);
});
const ask = (name: string, data?: unknown) => handlers.get(name)?.({ data, sender });
const turn = (site: Partial<SiteSettings>) => {
  stored.settings = { sites: { [origin]: { off: false, viewsOff: [], lost: false, ...site } } };
};

it("keeps out what it cannot learn enough of, where the policy says so", async () => {
  turn({});
  expect(await ask("judgeMoves", { moves, isLetIn: false })).toMatchObject({
    refuse: expect.any(String),
    config: { silence: expect.any(String) },
  });
  expect(query).toHaveBeenCalled();
});

it.each<[string, Partial<SiteSettings>]>([
  ["is off", { off: true }],
  ["lost its permission", { lost: true }],
])(
  "refuses nothing, asks nothing and logs nothing on a site that %s, though its page is open",
  async (_, it) => {
    turn(it);
    expect(await ask("judgeMoves", { moves, isLetIn: false })).toMatchObject({
      refuse: null,
      config: { silence: null },
    });
    expect(await ask("readGateConfig")).toMatchObject({ silence: null });
    expect(await ask("readAhead", "ATL-1")).toEqual([]);
    await ask("noteGatePassed", { passed: "late", moves });
    expect(query).not.toHaveBeenCalled();
    expect(await createGateLog(database).since(origin, 0)).toEqual([]);
  },
);
