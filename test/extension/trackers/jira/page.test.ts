// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://northwind.atlassian.net/jira/software/c/projects/ATL/boards/1/backlog" }
import { beforeEach, describe, expect, it } from "vitest";
import { jiraPage } from "../../../../extension/trackers/jira/page";
import { layOut, linkById } from "../layout";

const origin = "https://northwind.atlassian.net";
const backlog = new URL(`${origin}/jira/software/c/projects/ATL/boards/1/backlog`);
const issuePage = new URL(`${origin}/browse/ATL-1`);

layOut(window);
beforeEach(() => document.body.replaceChildren());

function show(html: string): void {
  document.body.innerHTML = html;
}
const spot = (id: string, key: string, url = backlog) => jiraPage.spotOf(linkById(document, id), key, url);
/** The spot with its elements by id, which is how the fragments name them. */
function spotIds(id: string, key: string, url = backlog) {
  const found = spot(id, key, url);
  return found && { unit: found.unit.id, anchor: found.anchor.id, place: found.place };
}

describe("the view at an address", () => {
  it.each([
    ["/browse/ATL-1", "issue"],
    ["/browse/ATL-1/", "issue"],
    ["/browse/atl-1", "issue"],
    ["/issues/ATL-1?jql=project%20%3D%20ATL", "other"],
    ["/jira/software/c/projects/ATL/boards/1", "board"],
    ["/jira/software/projects/ATL/boards/1/", "board"],
    ["/jira/software/c/projects/ATL/boards/1?selectedIssue=ATL-2", "board"],
    ["/jira/software/c/projects/ATL/boards/1/backlog", "backlog"],
    ["/jira/software/projects/ATL/boards/1/backlog?epics=visible", "backlog"],
    ["/jira/core/projects/ATL/boards/1", "board"],
    ["/jira/software/c/projects/ATL/boards/1/timeline", "timeline"],
    ["/jira/plans/3/scenarios/4/timeline?vid=5", "timeline"],
    ["/jira/software/c/projects/ATL/boards/1/calendar", "other"],
    ["/jira/software/projects/ATL/list", "list"],
    ["/issues/?jql=project%20%3D%20ATL", "search"],
    ["/browse/ATL", "other"],
    ["/", "other"],
  ])("%s is %s", (path, view) => {
    expect(jiraPage.viewOf(new URL(path, origin))).toBe(view);
  });

  it.each([
    ["/browse/ATL-1", "ATL-1"],
    ["/browse/atl-1", "ATL-1"],
    ["/browse/ATL-1?selectedIssue=ATL-2", "ATL-1"],
    ["/issues/ATL-1?jql=project%20%3D%20ATL", "ATL-1"],
    ["/issues/?jql=key%20%3D%20ATL-1", null],
    ["/jira/software/projects/ATL/issues/ATL-1", "ATL-1"],
    ["/jira/software/c/projects/ATL/issues/ATL-1/?jql=x", "ATL-1"],
    ["/jira/core/projects/A2_B/issues/A2_B-17", "A2_B-17"],
    ["/jira/servicedesk/projects/HELP/queues/custom/12/HELP-3", "HELP-3"],
    ["/jira/servicedesk/projects/HELP/queues/custom/12", null],
    ["/jira/software/c/projects/ATL/boards/1?selectedIssue=ATL-2", "ATL-2"],
    ["/jira/software/c/projects/ATL/boards/1?selectedIssue=atl-2", "ATL-2"],
    ["/jira/software/c/projects/ATL/boards/1?selectedIssue=", null],
    ["/jira/software/c/projects/ATL/boards/1?selectedIssue=ATL-2%2F..", null],
    ["/jira/software/c/projects/ATL/boards/1?selectedIssue=ATL", null],
    ["/jira/software/c/projects/ATL/boards/1", null],
    ["/wiki/spaces/ATL/pages/7/UTF-8", null],
    ["/browse/ATL-1/evil", null],
  ])("%s is about %s", (path, key) => {
    expect(jiraPage.ownKeyOf(new URL(path, origin))).toBe(key);
  });

  it("has no tenant beside its host", () => {
    expect(jiraPage.workspaceOf(backlog)).toBeNull();
  });
});

describe("the issue that a link leads to", () => {
  it.each([
    ["/browse/ATL-1", "ATL-1"],
    [`${origin}/browse/ATL-1`, "ATL-1"],
    ["/browse/ATL-1/", "ATL-1"],
    ["/browse/ATL-1?filter=-1", "ATL-1"],
    ["/browse/ATL-1#details", "ATL-1"],
    ["/browse/A2_B-17", "A2_B-17"],
    ["/browse/ATL-1?focusedCommentId=10100", null],
    ["/browse/ATL-1?page=x&focusedCommentId=10100#comment-10100", null],
    ["/browse/atl-1", null],
    ["/browse/ATL", null],
    ["/browse/ATL-1x", null],
    ["/browse/ATL-1/evil", null],
    ["/browse/%41TL-1", null],
    ["/jira/browse/ATL-1", null],
    ["https://other.atlassian.net/browse/ATL-1", null],
    ["https://northwind.atlassian.net.evil.com/browse/ATL-1", null],
    ["https://evil.com/https://northwind.atlassian.net/browse/ATL-1", null],
    ["https://northwind.atlassian.net@evil.com/browse/ATL-1", null],
    ["http://northwind.atlassian.net/browse/ATL-1", null],
    ["https://northwind.atlassian.net:8443/browse/ATL-1", null],
    ["//evil.com/browse/ATL-1", null],
    ["javascript:'/browse/ATL-1'", null],
    ["data:text/html,/browse/ATL-1", null],
    ["mailto:a@b?/browse/ATL-1", null],
  ])("%s: %s", (href, key) => {
    show(`<a id="link" href="${href}">OTHER-99 in text</a>`);
    expect(jiraPage.keyOf(linkById(document, "link"), backlog)).toBe(key);
  });

  it("is found by the selector, and text alone is not", () => {
    show('<p>ATL-1 and OPS-2</p><a id="a" href="/browse/ATL-1">x</a><a href="/wiki/ATL-1">x</a><a>ATL-1</a>');
    expect([...document.querySelectorAll(jiraPage.linkSelector)].map(({ id }) => id)).toEqual(["a"]);
  });
});

describe("the spot in a backlog row", () => {
  const leaf = "software-backlog.card-list.card.card-contents";
  const row = (key: string) => `
    <div id="row" data-testid="software-backlog.card-list.card.content-container.ATL-1">
      <div data-testid="software-backlog.card-list.card.context-menu.escape-wrapper">
        <div data-testid="platform-context-menu.ui.context-menu.children-wrapper">
          <div data-testid="software-backlog.card-list.card.card-contents.card-container">
            <div data-testid="${leaf}.interaction-layer.accessible-card" aria-label="ATL-1 Pay as a guest"></div>
            <div id="keys" data-testid="${leaf}.accessible-card-key">
              <a id="reader" data-box="0,0,1,1" data-testid="${leaf}.accessible-card-key.screen-reader-key" href="/browse/ATL-1">ATL-1</a>
              <a id="key" data-testid="${key}" aria-hidden="true" href="/browse/ATL-1">ATL-1</a>
            </div>
            <div data-testid="${leaf}.summary-field.summary-field-static.content">Pay as a guest OPS-7</div>
          </div>
        </div>
      </div>
    </div>`;

  it.each(["reader", "key"])("is behind the key that is seen, for the link %s", (id) => {
    show(row(`${leaf}.accessible-card-key.key`));
    expect(spotIds(id, "ATL-1")).toEqual({ unit: "row", anchor: "keys", place: "after" });
  });

  it.each(["reader", "key"])("is the same when the key's test id has changed, for the link %s", (id) => {
    show(`<ul>${row("renamed.key")}</ul>`);
    expect(spotIds(id, "ATL-1")).toEqual({ unit: "row", anchor: "keys", place: "after" });
  });

  it("is the same when every test id has changed", () => {
    show(`<ul>${row("renamed.key").replaceAll("software-backlog", "next-backlog")}</ul>`);
    expect(spotIds("key", "ATL-1")).toEqual({ unit: "row", anchor: "key", place: "after" });
    expect(spotIds("reader", "ATL-1")).toEqual({ unit: "row", anchor: "key", place: "after" });
  });
});

describe("the spot on a board card", () => {
  const card = (testid = "platform-board-kit.ui.card.card") => `
    <div id="card" data-testid="${testid}" data-box="0,0,250,120">
      <div draggable="true" data-drop-target-for-element="true">
        <div data-testid="issue-field-single-line-text-readview-card.ui.single-line-text.container.box">Pay as a guest</div>
        <div data-testid="platform-card.ui.card.card-content.footer">
          <div data-testid="platform-card.common.ui.key.key"><a id="key" data-box="10,80,50,16" href="/browse/ATL-1" target="_blank">ATL-1</a></div>
        </div>
      </div>
    </div>`;

  it.each(["platform-board-kit.ui.card.card", "next-board.card"])(
    "is behind the key, over free room, in %s",
    (testid) => {
      show(`<ul>${card(testid)}</ul>`);
      expect(spotIds("key", "ATL-1")).toEqual({ unit: "card", anchor: "key", place: "after" });
      expect(spot("key", "ATL-1")?.freePx).toEqual(expect.any(Number));
    },
  );
});

describe("the spot in the issue view", () => {
  const crumbs = (
    testid = "issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container",
  ) => `
    <nav aria-label="Work item breadcrumbs"><ol data-component-selector="breadcrumbs-wrapper">
      <li><a id="project" href="/jira/software/c/projects/ATL">Atlas</a></li>
      <li><a id="parent" href="/browse/ATL-9">ATL-9</a></li>
      <li id="current" role="listitem" data-testid="${testid}"><a id="key" aria-current="page" href="/browse/ATL-1">ATL-1</a></li>
    </ol></nav>`;

  it("is behind the last breadcrumb, although it lies in navigation", () => {
    show(crumbs());
    expect(spotIds("key", "ATL-1", issuePage)).toEqual({ unit: "current", anchor: "key", place: "after" });
  });

  it("is the same in the panel over a backlog, and when the test id has changed", () => {
    const panel = new URL("?selectedIssue=ATL-1", backlog);
    show(crumbs("renamed"));
    expect(spotIds("key", "ATL-1", panel)).toEqual({ unit: "current", anchor: "key", place: "after" });
  });

  it.each(["/issues/ATL-1?jql=x", "/jira/software/c/projects/ATL/issues/ATL-1", "/browse/atl-1"])(
    "is the same at %s",
    (path) => {
      show(crumbs());
      const found = spotIds("key", "ATL-1", new URL(path, origin));
      expect(found).toEqual({ unit: "current", anchor: "key", place: "after" });
    },
  );

  it("is nowhere for other issues in navigation", () => {
    show(crumbs());
    expect(spot("parent", "ATL-9", issuePage)).toBeNull();
    expect(spot("key", "ATL-1", backlog)).toBeNull();
  });
});

describe("no spot", () => {
  it.each([
    ["in a description that is shown", '<div class="ak-renderer-document">*</div>'],
    ["in an editor", '<div class="ProseMirror">*</div>'],
    ["in whatever may be edited", '<div contenteditable="true">*</div>'],
    ["in an empty contenteditable", "<div contenteditable>*</div>"],
    ["in a text box", '<div role="textbox">*</div>'],
    ["in a menu", '<div role="menu">*</div>'],
    ["in a tooltip", '<div role="tooltip">*</div>'],
    ["in a message", '<div role="alert">*</div>'],
    ["in navigation", "<nav>*</nav>"],
  ])("%s", (_, around) => {
    show(around.replace("*", '<span><a id="link" href="/browse/ATL-1">ATL-1</a></span>'));
    expect(spot("link", "ATL-1")).toBeNull();
  });

  it("is lost where a part may not be edited", () => {
    show('<div contenteditable="false"><a id="link" href="/browse/ATL-1">ATL-1</a></div>');
    expect(spot("link", "ATL-1")).not.toBeNull();
  });
});

it("gives a link to another issue inside a backlog row a place of its own, not the row's", () => {
  show(`<div id="row" data-testid="software-backlog.card-list.card.content-container.ATL-1">
    <a id="own" href="/browse/ATL-1" data-testid="software-backlog.card-list.card.card-contents.accessible-card-key.key">ATL-1</a>
    <a id="epic" href="/browse/ATL-9">ATL-9</a></div>`);
  expect(spotIds("own", "ATL-1")).toEqual({ unit: "row", anchor: "own", place: "after" });
  expect(spotIds("epic", "ATL-9")).toEqual({ unit: "epic", anchor: "epic", place: "after" });
});

it("gives an icon that leads to the same issue no badge of its own", () => {
  show(`<section id="panel"><a id="crumb" href="/browse/ATL-1">ATL-1</a>
    <a id="icon" href="/browse/ATL-1" aria-label="Open in new tab"><svg></svg></a></section>`);
  expect(spotIds("icon", "ATL-1")).toBeNull();
  expect(spotIds("crumb", "ATL-1")?.anchor).toBe("crumb");
});

it("is never in an editor, although the link lies outside of it", () => {
  show(`<section id="unit" data-box="0,0,900,400"><a id="link" href="/browse/ATL-1"><svg></svg>Open</a>
    <div class="ProseMirror"><a id="written" href="/browse/ATL-1">ATL-1</a></div></section>`);
  expect(spotIds("link", "ATL-1")?.anchor).not.toBe("written");
});

it("looks at no more links than a row may have, however many lead to one issue", () => {
  show(
    `<div>${'<p><a href="/browse/ATL-1">ATL-1</a></p>'.repeat(300)}<p><a id="last" href="/browse/ATL-1">ATL-1</a></p></div>`,
  );
  let asked = 0;
  const { href } = backlog;
  const link = linkById(document, "last");
  const counting = new Proxy(backlog, {
    get: (_url, name) => {
      if (name === "origin") asked += 1;
      return Reflect.get(new URL(href), name);
    },
  });
  expect(jiraPage.spotOf(link, "ATL-1", counting)).not.toBeNull();
  expect(asked).toBeLessThan(120);
});
