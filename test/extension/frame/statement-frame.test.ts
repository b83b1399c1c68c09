// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  type FrameMessage,
  type FrameOptions,
  openStatementFrame,
  statementFrameTag,
} from "../../../extension/frame/statement-frame";

const words = {
  title: "Problem statement",
  opening: "It opens",
  failed: "It did not open",
  gone: "Plumbline is gone",
  panel: "Open the panel",
  close: "Close",
};

/** Opens the dialog and looks into its closed root, which only a test that opens it can. */
function open(over: Partial<FrameOptions> = {}) {
  let root: ShadowRoot | null = null;
  const attach = vi.spyOn(HTMLElement.prototype, "attachShadow").mockImplementationOnce(function (
    this: HTMLElement,
    init,
  ) {
    expect(init.mode).toBe("closed");
    attach.mockRestore();
    root = this.attachShadow({ ...init, mode: "open" });
    return root;
  });
  let tell: (message: FrameMessage) => void = () => undefined;
  const stopped = vi.fn();
  const site = new AbortController();
  openStatementFrame({
    document,
    address: "about:blank",
    theme: "dark",
    words,
    hear: (act) => {
      tell = act;
      return stopped;
    },
    isGone: () => false,
    openPanel: async () => undefined,
    signal: site.signal,
    ...over,
  });
  const inside = root as ShadowRoot | null;
  if (inside === null) throw new Error("it has no root");
  return {
    site,
    stopped,
    tell: (message: FrameMessage) => tell(message),
    dialog: inside.querySelector("dialog") as HTMLDialogElement,
    note: () => inside.querySelector(".note")?.textContent ?? "",
    press(name: string) {
      const found = [...inside.querySelectorAll("button")].find((it) => it.textContent === name);
      if (found === undefined) throw new Error(`no button ${name}`);
      found.click();
    },
    buttons: () => [...inside.querySelectorAll("button")].map((it) => it.textContent),
    frames: () => inside.querySelectorAll("iframe").length,
  };
}
const isThere = () => document.getElementsByTagName(statementFrameTag).length === 1;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  for (const it of [...document.getElementsByTagName(statementFrameTag)]) it.remove();
});

it("says nothing for a second, then that it opens, and nothing any more once the form is drawn", async () => {
  const it = open();
  await vi.advanceTimersByTimeAsync(900);
  expect(it.note()).toBe("");
  await vi.advanceTimersByTimeAsync(200);
  expect(it.note()).toBe("It opens");
  it.tell("drawn");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(it.note()).toBe("");
  expect(it.dialog.classList).toContain("open");
});

it("where no form comes it says so and offers the panel; a form that comes late is shown all the same", async () => {
  const openPanel = vi.fn(async () => undefined);
  const it = open({ openPanel });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(it.note()).toContain("It did not open");
  expect(it.buttons()).toEqual(["Open the panel", "Close"]);
  it.tell("drawn");
  expect(it.note()).toBe("");
  const other = open({ openPanel });
  await vi.advanceTimersByTimeAsync(10_000);
  other.press("Open the panel");
  await vi.advanceTimersByTimeAsync(0);
  expect(openPanel).toHaveBeenCalledOnce();
  expect(other.dialog.isConnected).toBe(false);
});

it("where the panel cannot be opened either, it says what helps", async () => {
  const it = open({ openPanel: () => Promise.reject(new Error("no worker")) });
  await vi.advanceTimersByTimeAsync(10_000);
  it.press("Open the panel");
  await vi.advanceTimersByTimeAsync(0);
  expect(it.note()).toContain("Plumbline is gone");
  it.press("Close");
  expect(isThere()).toBe(false);
});

it("notices that the extension behind it is gone, takes the dead frame away and says what was kept", async () => {
  let gone = false;
  const it = open({ isGone: () => gone });
  it.tell("drawn");
  gone = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(it.frames()).toBe(0);
  expect(it.note()).toContain("Plumbline is gone");
});

it.each<[string, (it: ReturnType<typeof open>) => void]>([
  ["the form is done", (it) => it.tell("close")],
  ["Escape", (it) => void it.dialog.dispatchEvent(new Event("cancel", { cancelable: true }))],
  ["the site is turned off", (it) => it.site.abort()],
  ["the page throws it out", () => document.getElementsByTagName(statementFrameTag)[0]?.remove()],
])("leaves nothing behind when %s", async (_, end) => {
  const it = open();
  end(it);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isThere()).toBe(false);
  expect(it.stopped).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

it("gives the keyboard back to the ticket where it was, though its row was drawn anew", async () => {
  const row = () => {
    const it = document.createElement("div");
    it.innerHTML = '<plumbline-badge data-key="ATL-1" tabindex="0"></plumbline-badge><button>More</button>';
    return it;
  };
  const list = document.createElement("div");
  list.append(row(), row());
  list.lastElementChild?.firstElementChild?.setAttribute("data-key", "ATL-2");
  document.body.append(list);
  list.querySelector("button")?.focus();
  const it = open();
  list.firstElementChild?.replaceWith(row());
  (document.activeElement as HTMLElement | null)?.blur();
  it.tell("close");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(document.activeElement).toBe(list.querySelector('[data-key="ATL-1"]'));
  list.remove();
});
