import { describe, expect, it } from "vitest";
import { siteOf, tenantOfPage } from "../../../../extension/entrypoints/background/senders";
import { apis } from "../../../../extension/trackers/apis";

const own = "abcdefghijklmnop";
const ownRoot = `chrome-extension://${own}/`;
const tab = { id: 1 } as chrome.tabs.Tab;
const fromPage = (url: string | undefined, over: object = {}) => ({
  id: own,
  tab,
  frameId: 0,
  ...(url !== undefined && { url }),
  ...over,
});

describe("the site that a content script speaks for", () => {
  it.each([
    ["https://northwind.atlassian.net/browse/ATL-1", null, "https://northwind.atlassian.net", "jira"],
    ["https://other.atlassian.net/", null, "https://other.atlassian.net", "jira"],
    ["https://linear.app/northwind/team/ATL/all", "northwind", "https://linear.app/northwind", "linear"],
  ] as const)("%s", (url, workspace, id, tracker) => {
    const { origin } = new URL(url);
    expect(siteOf(fromPage(url), workspace, own)).toEqual({ id, origin, api: apis[tracker] });
  });

  it.each([
    ["another extension", fromPage("https://northwind.atlassian.net/", { id: "another" })],
    ["nobody", fromPage("https://northwind.atlassian.net/", { id: undefined })],
    ["a page of ours, which has no tab", { id: own, url: "https://northwind.atlassian.net/" }],
    ["an options page in a tab", fromPage(`${ownRoot}options.html`)],
    ["a sender without an address", fromPage(undefined)],
    ["http", fromPage("http://northwind.atlassian.net/")],
    ["another port", fromPage("https://northwind.atlassian.net:8443/")],
    ["a look-alike host", fromPage("https://northwind.atlassian.net.evil.com/")],
    ["a host that only ends alike", fromPage("https://evilatlassian.net/")],
    ["the bare domain", fromPage("https://atlassian.net/")],
    ["a look-alike of Linear", fromPage("https://linear.app.evil.com/northwind")],
    ["a host under Linear's", fromPage("https://api.linear.app/northwind")],
    ["a host in the path", fromPage("https://evil.com/northwind.atlassian.net/")],
    ["a host as user name", fromPage("https://northwind.atlassian.net@evil.com/")],
    ["a sandboxed frame", fromPage("about:srcdoc")],
    ["no address at all", fromPage("northwind.atlassian.net")],
  ])("refuses %s", (_, sender) => {
    expect(() => siteOf(sender as Parameters<typeof siteOf>[0], null, own)).toThrow("no tracker's page");
  });
});

describe("the tenant whose page sends", () => {
  it("is told by the address that the browser says it has", () => {
    expect(tenantOfPage(fromPage("https://linear.app/northwind/team/ATL/all"), own)).toMatchObject({
      ...{ id: "https://linear.app/northwind", tracker: "linear", workspace: "northwind" },
    });
    expect(tenantOfPage(fromPage("https://northwind.atlassian.net/browse/ATL-1"), own)).toMatchObject({
      ...{ id: "https://northwind.atlassian.net", tracker: "jira", workspace: null },
    });
  });

  it.each([
    ["another extension's", { id: "other" }],
    ["a page of our own", { url: `${ownRoot}options.html` }],
    ["no tab's", { tab: undefined }],
  ])("is none of %s", (_, over) => {
    expect(() => tenantOfPage(fromPage("https://linear.app/northwind/x", over), own)).toThrow(
      "no tracker's page",
    );
  });
});
