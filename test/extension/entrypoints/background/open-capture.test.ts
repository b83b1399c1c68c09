import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  openCapture,
  type TicketInTab,
  ticketInTab,
} from "../../../../extension/entrypoints/background/open-capture";
import { type FrameCall, statementFrameName } from "../../../../extension/frame/statement-frame-call";
import { takeCaptureRequest } from "../../../../extension/store/capture-requests";

interface Injection {
  files?: string[];
  func?: (...args: unknown[]) => unknown;
  args?: unknown[];
}

const fake = vi.hoisted(() => ({
  session: {} as Record<string, unknown>,
  inject: vi.fn(),
  windows: [] as { url: string }[],
}));
vi.mock("wxt/browser", () => ({
  browser: {
    i18n: { getMessage: (name: string) => name },
    runtime: { getURL: (path: string) => `chrome-extension://plumbline${path}` },
    scripting: { executeScript: fake.inject },
    windows: { create: async (it: { url: string }) => void fake.windows.push(it) },
    storage: {
      local: { get: async () => ({}) },
      session: {
        get: async (name: string | null) =>
          name === null ? { ...fake.session } : name in fake.session ? { [name]: fake.session[name] } : {},
        set: async (items: object) => void Object.assign(fake.session, items),
        remove: async (names: string | string[]) => {
          for (const it of [names].flat()) delete fake.session[it];
        },
      },
    },
  },
}));

const ticket: TicketInTab = {
  ...{ tab: 3, key: "ATL-9" },
  ...{ origin: "https://northwind.atlassian.net", tenant: "https://northwind.atlassian.net" },
};
const world = globalThis as unknown as Record<symbol, FrameCall | undefined>;
const asked = (): string[] => Object.keys(fake.session).map((it) => it.slice("capture ".length));

/** A page in which the overlay does this; null: it does not run there. */
function pageWith(call: FrameCall | null): void {
  fake.inject.mockImplementation(async ({ func, args = [] }: Injection) => {
    if (func === undefined) world[Symbol.for(statementFrameName)] = call ?? undefined;
    return [{ result: await func?.(...args) }];
  });
}
const look = () => ({ theme: "dark" as const, selection: "  They cannot read at night " });

beforeEach(() => {
  fake.session = {};
  fake.windows.length = 0;
  world[Symbol.for(statementFrameName)] = undefined;
});

describe("the form of a ticket", () => {
  it("opens over its page, with what is marked there, how it looks, and an address that nobody can guess", async () => {
    const opened: Parameters<FrameCall["open"]>[0][] = [];
    pageWith({
      look,
      open(it) {
        opened.push(it);
        return "open";
      },
    });
    await openCapture(ticket);
    const [id] = asked();
    expect(opened).toMatchObject([
      { id, theme: "dark", address: `chrome-extension://plumbline/capture.html#${id}` },
    ]);
    expect(fake.windows).toEqual([]);
    const request = await takeCaptureRequest(id ?? "");
    expect(request).toMatchObject({
      ...{ ...ticket, isFramed: true, theme: "dark", selection: "They cannot read at night" },
    });
  });

  it("begins with what the browser's menu was opened on, rather than with what the page says is marked", async () => {
    pageWith({ look, open: () => "open" });
    await openCapture(ticket, "From the menu");
    expect(await takeCaptureRequest(asked()[0] ?? "")).toMatchObject({ selection: "From the menu" });
  });

  it("opens once: where one is open already, nothing is left to be taken", async () => {
    pageWith({ look, open: () => "busy" });
    await openCapture(ticket);
    expect([asked(), fake.windows]).toEqual([[], []]);
  });

  it.each<[string, () => void]>([
    ["the overlay does not run there", () => pageWith(null)],
    ["the page cannot be reached", () => fake.inject.mockRejectedValue(new Error("No tab with id: 3."))],
    ["the overlay was turned off in between", () => pageWith({ look, open: () => "off" })],
    ["what the page says is no look", () => pageWith({ look: () => ({}) as never, open: () => "open" })],
  ])("opens in a window of its own where %s", async (_, arrange) => {
    arrange();
    await openCapture(ticket);
    const [id, ...others] = asked();
    expect(others).toEqual([]);
    expect(fake.windows).toMatchObject([{ url: `chrome-extension://plumbline/capture.html#${id}` }]);
    expect(await takeCaptureRequest(id ?? "")).toMatchObject({ ...ticket, isFramed: false });
  });
});

it.each([
  ["https://northwind.atlassian.net/browse/ATL-9", null, "ATL-9"],
  ["https://northwind.atlassian.net/issues/ATL-9?jql=project%20%3D%20ATL", null, "ATL-9"],
  ["https://northwind.atlassian.net/jira/servicedesk/projects/ATL/queues/custom/1/atl-9", null, "ATL-9"],
  ["https://northwind.atlassian.net/issues/?selectedIssue=", null, undefined],
  ["https://linear.app/northwind/issue/ATL-9/a-title", null, "ATL-9"],
  ["https://northwind.atlassian.net/browse/ATL-9", "ATL-1", "ATL-1"],
  ["https://northwind.atlassian.net/jira/software/c/projects/ATL/boards/1/backlog", null, undefined],
  ["https://northwind.example/browse/ATL-9", null, undefined],
  ["no address", null, undefined],
])("the ticket in a tab with %s, named %s, is %s", (url, named, key) => {
  expect(ticketInTab({ id: 3, url }, named)?.key).toBe(key);
});
it("a tab that the browser does not number has no ticket", () => {
  expect(ticketInTab({ id: undefined, url: "https://northwind.atlassian.net/browse/ATL-9" })).toBeNull();
});
