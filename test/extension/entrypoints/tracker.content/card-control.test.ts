// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  type CardControl,
  controlCard,
} from "../../../../extension/entrypoints/tracker.content/card-control";

const { matches } = Element.prototype;
let life: AbortController;
let acted: string[];
let fails: Promise<unknown> | undefined;
let control: CardControl;
let badge: HTMLElement;

beforeEach(() => {
  // Not in this DOM: what the browser's top layer knows.
  HTMLElement.prototype.showPopover = () => undefined;
  Element.prototype.matches = function (this: Element, selector: string) {
    return selector === ":popover-open" ? this.isConnected : matches.call(this, selector);
  };
  life = new AbortController();
  acted = [];
  fails = undefined;
  document.body.innerHTML = `<plumbline-badge data-key="ATL-1"></plumbline-badge>`;
  badge = document.querySelector("plumbline-badge") as HTMLElement;
  control = controlCard({
    document,
    rowsOf: (key) => [{ kind: "fix", text: `Write ${key}`, action: "openStatement" }],
    onAction(action, key) {
      acted.push(`${action} ${key}`);
      return fails;
    },
    signal: life.signal,
  });
  badge.click();
});
afterEach(() => {
  life.abort();
  Element.prototype.matches = matches;
});

const card = () => document.querySelector("plumbline-hovercard")?.shadowRoot ?? null;
function press(): void {
  const click = new MouseEvent("click");
  Object.defineProperty(click, "isTrusted", { value: true });
  card()?.querySelector("button")?.dispatchEvent(click);
}

it("a card acts on the ticket that it speaks of, although its row stands for another one by now", () => {
  badge.dataset.key = "ATL-2";
  press();
  expect(acted).toEqual(["openStatement ATL-1"]);
});

it("a card stays while its badge does, and is shown anew for its own ticket alone", () => {
  control.refresh(["ATL-2"]);
  control.refresh([]);
  expect(card()?.textContent).toBe("Write ATL-1");
});

it.each([
  ["stands for another ticket", () => (badge.dataset.key = "ATL-2")],
  ["has gone", () => badge.remove()],
])("a card closes where its badge %s", (_, change) => {
  change();
  control.refresh([]);
  expect(card()).toBeNull();
});

it("a card opens again where its act failed, unless its row stands for another ticket by then", async () => {
  fails = Promise.reject(new Error("No answer"));
  press();
  expect(card()).toBeNull();
  await vi.waitFor(() => expect(card()?.textContent).toBe("Write ATL-1"));
  press();
  badge.dataset.key = "ATL-2";
  await fails.catch(() => undefined);
  await Promise.resolve();
  expect(card()).toBeNull();
});
