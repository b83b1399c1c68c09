import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerOwnPages } from "../../../../extension/entrypoints/tracker.content/answer-own-pages";
import { type PageProtocol, sendMessage } from "../../../../extension/messaging/extension-protocol";
import type { PageStatus } from "../../../../extension/messaging/page-status";
import { createExtensionBus } from "../../messaging/extension-bus";

const held = vi.hoisted(() => ({ runtime: undefined as unknown }));
vi.mock("wxt/browser", () => ({ browser: held }));

const own = "abcdefghijklmnop";
const status: PageStatus = {
  tracker: "jira",
  origin: "https://northwind.atlassian.net",
  view: "board",
  tickets: { aligned: 3, lane: 0, orphan: 1, unknown: 0, pending: 0 },
  troubles: [],
  report: null,
};
const asked = vi.fn();
// A record, so that a new message does not compile before it is here.
const answers: { [Name in keyof PageProtocol]: () => ReturnType<PageProtocol[Name]> } = {
  readPageStatus: () => status,
  askAgain: () => asked("askAgain"),
  factsLearned: () => asked("factsLearned"),
  toggleSpotlight: () => asked("toggleSpotlight"),
};
const names = Object.keys(answers) as (keyof PageProtocol)[];
const popup = { id: own, url: `chrome-extension://${own}/popup.html` };

let page: AbortController;
let bus: ReturnType<typeof createExtensionBus>;
beforeEach(() => {
  asked.mockClear();
  bus = createExtensionBus(own);
  held.runtime = bus.runtime;
  vi.stubGlobal("chrome", bus);
  page = new AbortController();
  answerOwnPages(answers, page.signal);
});
afterEach(() => page.abort());

describe("a page of a tracker, asked by the library that the popup and the worker use", () => {
  it("says what it sees, and does what it is told", async () => {
    expect(await sendMessage("readPageStatus", undefined, 1)).toEqual(status);
    await sendMessage("askAgain", undefined, 1);
    await sendMessage("factsLearned", undefined, 1);
    expect(asked.mock.calls).toEqual([["askAgain"], ["factsLearned"]]);
  });

  it.each(names)("answers %s to the extension's may send this", async (name) => {
    bus.sender = popup;
    await expect(sendMessage(name, undefined, 1)).resolves.not.toThrow();
    for (const sender of [
      { id: "another", url: popup.url },
      { id: own, url: "https://northwind.atlassian.net/", tab: { id: 1 } },
      { id: own },
    ]) {
      bus.sender = sender;
      await expect(sendMessage(name, undefined, 1)).rejects.toThrow(/may send this/);
    }
  });

  it.each(["toString", "constructor", "planFetch"])("leaves %s to others", async (name) => {
    await expect(sendMessage(name as never, undefined as never, 1)).rejects.toThrow("No response");
  });

  it("answers nothing any more once its page is over", async () => {
    page.abort();
    expect(bus.listeners.size).toBe(0);
    await expect(sendMessage("readPageStatus", undefined, 1)).rejects.toThrow("No response");
  });
});
