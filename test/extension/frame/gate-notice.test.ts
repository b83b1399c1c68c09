// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { gateNoticeTag, type NoticeOptions, openNotice } from "../../../extension/frame/gate-notice";

const words = {
  ...{ title: "Taken out", fix: "Fix it", undo: "Undo", undoing: "One moment" },
  ...{ failed: "That did not work", close: "Close", gone: "Plumbline is gone" },
};
const row = { id: "1", key: "ATL-1", sentence: "ATL-1 is back", fix: "Fix ATL-1", undo: "Undo ATL-1" };

function open(over: Partial<NoticeOptions> = {}) {
  const site = new AbortController();
  const options = {
    ...{ document, theme: "dark" as const, words, isGone: () => false, signal: site.signal },
    fix: vi.fn(async () => undefined),
    undo: vi.fn(async () => ({ isIn: true, sentence: "ATL-1 is in again" })),
    onClosed: vi.fn(),
    ...over,
  };
  const notice = openNotice(options);
  const root = document.getElementsByTagName(gateNoticeTag)[0]?.shadowRoot;
  if (!root) throw new Error("There is no notice");
  return {
    ...options,
    notice,
    site,
    text: () => root.querySelector("ul")?.textContent,
    names: () =>
      [...root.querySelectorAll("button")].map((it) => it.getAttribute("aria-label") ?? it.textContent),
    press(text: string, isTrusted = true) {
      const button = [...root.querySelectorAll("button")].find((it) => it.textContent === text);
      const event = new MouseEvent("click");
      Object.defineProperty(event, "isTrusted", { value: isTrusted });
      button?.dispatchEvent(event);
    },
  };
}
const isThere = () => document.getElementsByTagName(gateNoticeTag).length === 1;
afterEach(() => {
  for (const it of [...document.getElementsByTagName(gateNoticeTag)]) it.remove();
});

it("shows each issue once, with what can be done about it", () => {
  const { notice, names, text } = open();
  notice.add([row]);
  notice.add([row, { ...row, id: "2", key: "ATL-2", sentence: "ATL-2 stays", fix: "Fix ATL-2", undo: null }]);
  expect(names()).toEqual(["Close", "Fix ATL-1", "Undo ATL-1", "Fix ATL-2"]);
  expect(text()?.match(/ATL-1 is back/g)).toHaveLength(1);
});

it("says what came of undoing, and offers nothing more once it is done", async () => {
  const { notice, names, text, press } = open();
  notice.add([row]);
  press("Undo");
  await vi.waitFor(() => expect(text()).toBe("ATL-1 is in again"));
  expect(names()).toEqual(["Close"]);
});

it.each([
  [false, "That did not work"],
  [true, "Plumbline is gone"],
])("says that undoing failed, and lets it be tried again (extension gone: %s)", async (gone, said) => {
  const undo = vi.fn(() => Promise.reject(new Error("worker")));
  const { notice, text, press, names } = open({ undo, isGone: () => gone });
  notice.add([row]);
  press("Undo");
  press("One moment");
  await vi.waitFor(() => expect(text()).toContain(said));
  expect(undo).toHaveBeenCalledOnce();
  expect(names()).toContain("Undo ATL-1");
});

it("obeys nobody but the person", () => {
  const { notice, fix, undo, press } = open();
  notice.add([row]);
  for (const name of ["Fix it", "Undo", "Close"]) press(name, false);
  expect(fix).not.toHaveBeenCalled();
  expect(undo).not.toHaveBeenCalled();
  expect(isThere()).toBe(true);
});

it("opens what is to be mended", () => {
  const { notice, fix, press } = open();
  notice.add([row]);
  press("Fix it");
  expect(fix).toHaveBeenCalledWith("ATL-1");
});

it.each<[string, (it: ReturnType<typeof open>) => void]>([
  ["it is closed", (it) => it.press("Close")],
  ["the overlay ends", (it) => it.site.abort()],
])("leaves nothing behind when %s", (_, end) => {
  const it = open();
  end(it);
  expect(isThere()).toBe(false);
  expect(it.onClosed).toHaveBeenCalledOnce();
});
