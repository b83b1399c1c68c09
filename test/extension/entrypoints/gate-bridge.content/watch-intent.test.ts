// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from "vitest";
import { watchIntent } from "../../../../extension/entrypoints/gate-bridge.content/watch-intent";
import { jiraGate } from "../../../../extension/trackers/jira/gate";

let told: string[];
let over: AbortController;

beforeEach(() => {
  told = [];
  over = new AbortController();
  document.body.innerHTML = `
    <div id="list">
      <div class="row"><input type="checkbox"><a href="/browse/ATL-1">ATL-1</a><button aria-haspopup="menu">…</button><b>one</b></div>
      <div class="row"><span role="checkbox"></span><a href="/browse/ATL-2">ATL-2</a><b>two</b></div>
      <div class="row"><a href="https://elsewhere.example/browse/ATL-3">ATL-3</a><b>three</b></div>
    </div>
    <button id="all" aria-haspopup="menu">All</button>`;
  watchIntent(
    window as unknown as Window & typeof globalThis,
    jiraGate.keyIn,
    (key) => told.push(key),
    over.signal,
  );
});
afterEach(() => over.abort());

/** As a person makes it, unless a script made it up. */
function happen(name: string, target: string, over: object = {}, isTrusted = true): void {
  const event = new Event(name, { bubbles: true });
  for (const [key, value] of Object.entries({ button: 0, clientX: 0, clientY: 0, ...over, isTrusted }))
    Object.defineProperty(event, key, { value });
  document.querySelector(target)?.dispatchEvent(event);
}
const row = (at: number) => `.row:nth-child(${at})`;

it.each<[string, () => void, string[]]>([
  ["begins to drag a row", () => happen("dragstart", `${row(1)} b`), ["ATL-1"]],
  [
    "drags it by pointer",
    () => {
      happen("pointerdown", `${row(2)} b`);
      happen("pointermove", `${row(2)} b`, { clientX: 9 });
    },
    ["ATL-2"],
  ],
  [
    "presses with a hand that trembles",
    () => {
      happen("pointerdown", `${row(2)} b`);
      happen("pointermove", `${row(2)} b`, { clientX: 2 });
      happen("pointerup", `${row(2)} b`);
      happen("pointermove", `${row(2)} b`, { clientX: 90 });
    },
    [],
  ],
  ["presses with another button", () => happen("pointerdown", `${row(2)} b`, { button: 2 }), []],
  ["opens the browser's own menu on it", () => happen("contextmenu", `${row(1)} a`), ["ATL-1"]],
  ["goes to its menu", () => happen("focusin", `${row(1)} button`), ["ATL-1"]],
  ["ticks it", () => happen("click", `${row(1)} input`), ["ATL-1"]],
  ["ticks it in another way", () => happen("click", `${row(2)} span`), ["ATL-2"]],
  ["clicks on it", () => happen("click", `${row(1)} b`), []],
  ["goes to a link", () => happen("focusin", `${row(1)} a`), []],
  ["goes to a menu of the whole list", () => happen("focusin", "#all"), []],
  ["drags what leads to another site", () => happen("dragstart", `${row(3)} b`), []],
])("where a person %s it tells %s", (_, act, expected) => {
  act();
  expect(told).toEqual(expected);
});

it("believes no event that a script made up, and ends with its signal", () => {
  happen("dragstart", `${row(1)} b`, {}, false);
  expect(told).toEqual([]);
  over.abort();
  happen("dragstart", `${row(1)} b`);
  expect(told).toEqual([]);
});
