// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { showWhileDragged } from "../../../extension/frame/drag-hint";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function aHint() {
  const [element, into] = [document.createElement("span"), document.createElement("div")];
  const site = new AbortController();
  const over = vi.fn();
  document.body.replaceChildren(into);
  showWhileDragged(document, element, into, site.signal, over);
  const send = (name: string, buttons = 1) =>
    document.dispatchEvent(
      Object.assign(new MouseEvent(name, { clientX: 30, clientY: 40 }), {
        buttons,
        clientX: 30,
        clientY: 40,
      }),
    );
  return { element, site, over, send };
}

it("is seen beside the pointer once something is dragged, natively or by pointer, and not before", () => {
  for (const name of ["dragover", "pointermove"]) {
    const { element, send } = aHint();
    expect(element.isConnected).toBe(false);
    send(name);
    expect([element.isConnected, element.style.transform]).toEqual([true, "translate(48px, 62px)"]);
  }
});

it("stays while a hand holds still what it drags", () => {
  const { element, send } = aHint();
  send("pointermove");
  vi.advanceTimersByTime(15_000);
  expect(element.isConnected).toBe(true);
});

it.each<[string, (hint: ReturnType<typeof aHint>) => unknown]>([
  ["is dropped", ({ send }) => send("drop")],
  ["is let go elsewhere", ({ send }) => send("dragend")],
  ["is let go by the pointer", ({ send }) => send("pointerup")],
  ["turns out to be let go long ago", ({ send }) => send("pointermove", 0)],
  ["says nothing any more", () => vi.advanceTimersByTime(20_000)],
  ["is on a site that is turned off", ({ site }) => site.abort()],
])("is gone once what was dragged %s, and hears nothing more", (_, end) => {
  const hint = aHint();
  hint.send("pointermove");
  end(hint);
  expect(hint.element.isConnected).toBe(false);
  hint.send("pointermove");
  expect(hint.element.isConnected).toBe(false);
  expect(hint.over).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
