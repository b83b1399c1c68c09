import { afterEach, describe, expect, it, vi } from "vitest";
import { answerOwnPages } from "../../../../extension/entrypoints/tracker.content/answer-own-pages";
import type { PageProtocol } from "../../../../extension/messaging/extension-protocol";
import type { PageStatus } from "../../../../extension/messaging/page-status";

const own = "abcdefghijklmnop";
const handlers = vi.hoisted(() => new Map<string, (message: { sender: object }) => unknown>());
vi.mock("wxt/browser", () => ({
  browser: {
    runtime: {
      id: "abcdefghijklmnop",
      getURL: (path: string) => `chrome-extension://abcdefghijklmnop${path}`,
    },
  },
}));
vi.mock("../../../../extension/messaging/extension-protocol", () => ({
  onMessage(name: string, handler: (message: { sender: object }) => unknown) {
    handlers.set(name, handler);
    return () => handlers.delete(name);
  },
}));

const status: PageStatus = {
  tracker: "jira",
  origin: "https://northwind.atlassian.net",
  view: "board",
  tickets: { aligned: 3, lane: 0, orphan: 1, unknown: 0, pending: 0 },
  troubles: [],
  report: null,
};
// A record, so that a new message does not compile before it is here.
const answers: { [Name in keyof PageProtocol]: () => ReturnType<PageProtocol[Name]> } = {
  readPageStatus: () => status,
  askAgain: () => undefined,
  factsLearned: () => undefined,
  toggleSpotlight: () => undefined,
};
const names = Object.keys(answers) as (keyof PageProtocol)[];
const popup = { id: own, url: `chrome-extension://${own}/popup.html` };

let page: AbortController;
const open = () => {
  page = new AbortController();
  answerOwnPages(answers, page.signal);
};
afterEach(() => page.abort());

describe("a page of a tracker", () => {
  it("answers every message that is meant for it", () => {
    open();
    expect([...handlers.keys()].sort()).toEqual([...names].sort());
    expect(handlers.get("readPageStatus")?.({ sender: popup })).toEqual(status);
  });

  it.each(names)("answers %s to the extension's own pages only", (name) => {
    open();
    expect(() => handlers.get(name)?.({ sender: popup })).not.toThrow();
    for (const sender of [
      { id: "another", url: popup.url },
      { id: own, url: "https://northwind.atlassian.net/", tab: { id: 1 } },
      { id: own },
    ])
      expect(() => handlers.get(name)?.({ sender })).toThrow(/may send this/);
  });

  it("answers nothing any more once its page is over", () => {
    open();
    page.abort();
    expect([...handlers]).toEqual([]);
  });
});
