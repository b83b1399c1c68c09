// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://northwind.atlassian.net/jira/software/c/projects/ATL/boards/1/backlog" }
import { afterEach, beforeEach, expect, it } from "vitest";
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
  const { place: onLinks, release: onLinksGone, removeCopies: onBadges, restore: onBadgesGone } = keeper;
  watchLinks(document, jiraPage.linkSelector, { onLinks, onLinksGone, onBadges, onBadgesGone }, life.signal);
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
