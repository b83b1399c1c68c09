import { describe, expect, it } from "vitest";
import { mustBeOwnPage, siteOf } from "../../../../extension/entrypoints/background/senders";
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

describe("what only the extension's own pages may send", () => {
  it.each([
    ["its options page", { id: own, url: `${ownRoot}options.html` }],
    ["its options page in a tab", fromPage(`${ownRoot}options.html#linear`)],
  ])("comes from %s", (_, sender) => {
    expect(() => mustBeOwnPage(sender, own, ownRoot)).not.toThrow();
  });

  it.each([
    ["a content script", fromPage("https://linear.app/northwind")],
    ["another extension", { id: "another", url: `chrome-extension://another/options.html` }],
    ["another extension that claims our page", { id: "another", url: `${ownRoot}options.html` }],
    ["a sender without an address", { id: own }],
    ["an extension whose id begins alike", { id: own, url: `chrome-extension://${own}evil/options.html` }],
    ["a frame without an origin", { id: own, url: "about:srcdoc" }],
    ["a look-alike origin", { id: own, url: `https://${own}/options.html` }],
  ])("not from %s", (_, sender) => {
    expect(() => mustBeOwnPage(sender, own, ownRoot)).toThrow("own pages");
  });
});
