// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://northwind.atlassian.net/jira/software/c/projects/ATL/boards/1/backlog" }
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pendingView } from "../../../../extension/badge/badge-view";
import {
  type BadgeKeeper,
  createBadgeKeeper,
} from "../../../../extension/entrypoints/tracker.content/badge-keeper";
import { watchLinks } from "../../../../extension/entrypoints/tracker.content/watch-links";
import { jiraPage } from "../../../../extension/trackers/jira/page";
import { english } from "../../badge/english";
import { layOut } from "../../trackers/layout";

layOut(window);
/** Tells of what comes into view when the test says so. */
const seen: { watched: Set<Element>; come: () => void } = { watched: new Set(), come: () => undefined };
vi.stubGlobal(
  "IntersectionObserver",
  class {
    constructor(act: (entries: { isIntersecting: boolean; target: Element }[]) => void) {
      seen.watched.clear();
      seen.come = () => act([...seen.watched].map((target) => ({ isIntersecting: true, target })));
    }
    observe = (it: Element) => seen.watched.add(it);
    unobserve = (it: Element) => seen.watched.delete(it);
    disconnect = () => seen.watched.clear();
  },
);
const settled = () => new Promise((resolve) => setTimeout(resolve));
let life: AbortController;
let keeper: BadgeKeeper;

beforeEach(() => {
  life = new AbortController();
  document.body.innerHTML = `<ul>
    <li id="one"><span id="cell"><a href="/browse/ATL-1">ATL-1</a></span></li>
    <li id="two"><a href="/browse/ATL-2">ATL-2</a></li>
  </ul><div id="editor" class="ProseMirror"></div><ul id="other"></ul>`;
  keeper = createBadgeKeeper({
    document,
    page: jiraPage,
    url: () => new URL(document.location.href),
    viewer: () => (key) => pendingView(key, english),
    onPlaced: () => undefined,
    signal: life.signal,
  });
  const { place: onLinks, release: onLinksGone, removeCopies: onBadges } = keeper;
  const { restore: onBadgesGone, refit: onChange } = keeper;
  const watcher = { onLinks, onLinksGone, onBadges, onBadgesGone, onChange };
  watchLinks(document, jiraPage.linkSelector, watcher, life.signal);
});
afterEach(() => life.abort());

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
};
const keysIn = (id: string) =>
  [...byId(id).querySelectorAll<HTMLElement>("plumbline-badge")].map((it) => it.dataset.key);

it("a badge leaves what becomes an editor, and comes back when it is none any more", async () => {
  byId("one").setAttribute("contenteditable", "true");
  await settled();
  expect([keysIn("one"), keysIn("two")]).toEqual([[], ["ATL-2"]]);
  byId("one").removeAttribute("contenteditable");
  await settled();
  expect(keysIn("one")).toEqual(["ATL-1"]);
});

it("a badge does not go along into an editor", async () => {
  byId("editor").append(byId("cell"));
  await settled();
  expect([keysIn("editor"), keysIn("one")]).toEqual([[], []]);
});

it("a badge goes along with its row elsewhere", async () => {
  byId("other").append(byId("one"));
  await settled();
  expect(keysIn("other")).toEqual(["ATL-1"]);
});

it("a badge that was moved away from its row comes back to it", async () => {
  const badge = byId("one").querySelector("plumbline-badge");
  if (badge !== null) byId("editor").append(badge);
  await settled();
  expect([keysIn("editor"), keysIn("one")]).toEqual([[], ["ATL-1"]]);
});

it("a row whose badge waits to be put back gets no second one for a link that the page made anew", async () => {
  byId("other").innerHTML =
    `<li id="row"><a href="/browse/ATL-3">ATL-3</a><a id="title" href="/browse/ATL-3">Pay as a guest</a></li>`;
  await settled();
  const badges = () => [...byId("row").querySelectorAll("plumbline-badge")];
  const [first] = badges();
  while (badges().length > 0) {
    badges().forEach((it) => void it.remove());
    await settled();
  }
  byId("title").replaceWith(byId("title").cloneNode(true));
  await settled();
  expect(badges()).toEqual([first]);
  // Longer than the wait after so few removals.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(badges()).toEqual([first]);
});

it("a copied row has a badge of its own and none that was copied", async () => {
  byId("other").append(byId("one").cloneNode(true));
  await settled();
  const [badge, ...more] = byId("other").querySelectorAll("plumbline-badge");
  expect(more).toEqual([]);
  expect(badge?.shadowRoot?.querySelector(".pill")).not.toBeNull();
});

it("a row that was taken out and put back is known again, with its badge", async () => {
  const row = byId("one");
  row.remove();
  await settled();
  expect([...keeper.placed()].map(({ key }) => key)).toEqual(["ATL-2"]);
  byId("other").append(row);
  await settled();
  expect([...keeper.placed()].map(({ key }) => key).sort()).toEqual(["ATL-1", "ATL-2"]);
});

it("a badge that lies in the room beside its key is fitted anew when what stood beside it has moved", async () => {
  byId("other").innerHTML =
    `<p id="line" data-box="0,0,300,40"><a data-box="0,10,40,16" href="/browse/ATL-3">ATL-3</a></p>`;
  await settled();
  const badge = byId("line").querySelector<HTMLElement>("plumbline-badge");
  const room = () => badge?.style.getPropertyValue("--plb-room");
  const before = room();
  expect(before).toMatch(/px$/);
  const beside = document.createElement("button");
  beside.textContent = "Add sub-issues";
  beside.dataset.box = "100,10,80,16";
  byId("line").append(beside);
  await vi.waitFor(() => expect(room()).not.toBe(before), { timeout: 5_000 });
  beside.remove();
  await vi.waitFor(() => expect(room()).toBe(before), { timeout: 5_000 });
});

async function addRows(count: number): Promise<Element[]> {
  byId("other").innerHTML = Array.from({ length: count }, (_, at) => {
    const key = `ATL-${at + 10}`;
    return `<li><a href="/browse/${key}">${key}</a></li>`;
  }).join("");
  const badges = () => [...byId("other").querySelectorAll("plumbline-badge")];
  await vi.waitFor(() => expect(badges().length).toBe(count), 10_000);
  return badges();
}

it("of many rows at once the first are drawn at once, the others when they come into view", async () => {
  const badges = await addRows(300);
  const drawn = () => badges.filter((it) => it.shadowRoot !== null).length;
  expect([drawn() > 50, drawn() < 300]).toEqual([true, true]);
  seen.come();
  expect([drawn(), seen.watched.size]).toEqual([300, 0]);
});

it("a badge that is taken away before anybody saw it is waited for no longer", async () => {
  await addRows(300);
  expect(seen.watched.size).toBeGreaterThan(0);
  for (const link of byId("other").querySelectorAll("a")) link.remove();
  await vi.waitFor(() => expect(seen.watched.size).toBe(0));
});
