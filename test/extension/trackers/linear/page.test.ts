// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://linear.app/northwind/team/ATL/all" }
import { beforeEach, describe, expect, it } from "vitest";
import { linearPage } from "../../../../extension/trackers/linear/page";
import { layOut, linkById } from "../layout";

const origin = "https://linear.app";
const list = new URL(`${origin}/northwind/team/ATL/all`);

layOut(window);
beforeEach(() => document.body.replaceChildren());

function show(html: string): void {
  document.body.innerHTML = html;
}
function spotIds(id: string, key: string, url = list) {
  const found = linearPage.spotOf(linkById(document, id), key, url);
  return found && { unit: found.unit.id, anchor: found.anchor.id, place: found.place };
}

describe("the view at an address", () => {
  it.each([
    ["/northwind/issue/ATL-1/pay-as-a-guest", "issue"],
    ["/northwind/issue/ATL-1", "issue"],
    ["/northwind/team/ATL/all", "list"],
    ["/northwind/team/ATL/active", "list"],
    ["/northwind/team/ATL/backlog", "list"],
    ["/northwind/team/ATL/cycle/4", "sprint"],
    ["/northwind/team/ATL/board", "board"],
    ["/northwind/team/ATL/overview", "other"],
    ["/northwind/my-issues/assigned", "mine"],
    ["/northwind/project/guest-checkout-0123456789ab/issues", "project"],
    ["/northwind/view/late-orders-0123456789ab", "saved-view"],
    ["/northwind/search?q=pay", "search"],
    ["/northwind/inbox", "inbox"],
    ["/northwind/team/ATL/cycles", "other"],
    ["/northwind/project/guest-checkout-0123456789ab/overview", "other"],
    ["/", "other"],
  ])("%s is %s", (path, view) => {
    expect(linearPage.viewOf(new URL(path, origin))).toBe(view);
  });

  it.each([
    ["/northwind/team/ATL/all", "northwind", null],
    ["/northwind/issue/ATL-1/p%C3%A9", "northwind", "ATL-1"],
    ["/northwind/issue/ATL-1#comment-1", "northwind", "ATL-1"],
    ["/", null, null],
  ])("%s is in %s and about %s", (path, workspace, key) => {
    const url = new URL(path, origin);
    expect([linearPage.workspaceOf(url), linearPage.ownKeyOf(url)]).toEqual([workspace, key]);
  });
});

describe("the issue that a link leads to", () => {
  it.each([
    ["/northwind/issue/ATL-1/pay-as-a-guest", "ATL-1"],
    [`${origin}/northwind/issue/ATL-1`, "ATL-1"],
    ["/northwind/issue/ATL-1/d%C3%A9j%C3%A0-vu", "ATL-1"],
    ["/northwind/issue/A2-17/x?noRedirect=1", "A2-17"],
    ["/northwind/issue/ATL-1/x#comment-1a2b", null],
    ["/northwind/issue/ATL-1#update-1a2b", null],
    ["/contoso/issue/ATL-1/x", null],
    ["/northwind/issue/atl-1/x", null],
    ["/northwind/issue/ATL-1x", null],
    ["/northwind/issue/8f2e1a0b9c3d", null],
    ["/northwind/project/issue/ATL-1", null],
    ["https://linear.app.evil.com/northwind/issue/ATL-1", null],
    ["https://evil.com/northwind/issue/ATL-1", null],
    ["https://linear.app@evil.com/northwind/issue/ATL-1", null],
    ["http://linear.app/northwind/issue/ATL-1", null],
    ["//evil.com/northwind/issue/ATL-1", null],
    ["javascript:'/northwind/issue/ATL-1'", null],
  ])("%s: %s", (href, key) => {
    show(`<a id="link" href="${href}">OPS-9 in text</a>`);
    expect(linearPage.keyOf(linkById(document, "link"), list)).toBe(key);
  });
});

describe("the spot in a list row", () => {
  const row = (attributes: string) => `
    <div data-list-container><a id="row" ${attributes} href="/northwind/issue/ATL-1/pay" data-box="0,0,1200,44">
      <span data-list-grid-column="checkbox"></span>
      <span data-column-id="issueId">ATL-1</span>
      <span><span id="title">Pay as a guest</span></span>
      <span>2/3</span><span>AD</span>
    </a><a href="/northwind/issue/ATL-2/x">ATL-2 Other</a></div>`;

  it.each([
    ["of today", 'data-list-row="true" data-list-key="ITEM_00000000-0000-4000-8000-000000000001"'],
    ["of before", 'data-list-key="ITEM_1"'],
    ["whose attributes have changed", 'data-next-row="1"'],
  ])("%s is before the title", (_, attributes) => {
    show(row(attributes));
    expect(spotIds("row", "ATL-1")).toEqual({ unit: "row", anchor: "title", place: "first-in" });
  });

  it("is before the title however short, and in no other cell", () => {
    show(row('data-list-row="true"').replace("Pay as a guest", "API").replace("AD", "Marketing site"));
    expect(spotIds("row", "ATL-1")).toEqual({ unit: "row", anchor: "title", place: "first-in" });
  });

  it("is before the title even where the title is another key", () => {
    show(row('data-list-row="true"').replace("Pay as a guest", "OPS-7"));
    expect(spotIds("row", "ATL-1")?.anchor).toBe("title");
  });
});

describe("the spot on a board card", () => {
  const card = (attributes: string) => `
    <div role="list"><a id="card" ${attributes} href="/northwind/issue/ATL-1/pay" data-box="0,0,300,90">
      <div><span id="key" data-box="10,10,50,16">ATL-1</span></div><span>Pay as a guest</span>
    </a></div>`;

  it.each(['data-board-item="true"', "data-board-item", "data-next"])(
    "with %s is behind the key",
    (attributes) => {
      show(card(attributes));
      expect(spotIds("card", "ATL-1")).toEqual({ unit: "card", anchor: "key", place: "after" });
    },
  );
});

describe("no spot", () => {
  it.each([
    ["in the description", '<div class="ProseMirror" aria-label="Issue description">*</div>'],
    ["in any of Linear's editors", '<div data-editor-id="issue-1">*</div>'],
    ["in the title", '<div role="textbox" aria-label="Issue title">*</div>'],
    ["in a menu", '<div role="menu">*</div>'],
    ["in what is read out on navigation", '<span role="status">*</span>'],
    ["in the sidebar", "<nav>*</nav>"],
  ])("%s", (_, around) => {
    show(around.replace("*", '<a id="link" href="/northwind/issue/ATL-1/x">ATL-1</a>'));
    expect(spotIds("link", "ATL-1")).toBeNull();
  });
});
