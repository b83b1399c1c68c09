import { describe, expect, it } from "vitest";
import { mustBeOwnPage } from "../../../extension/messaging/own-page";

const own = "abcdefghijklmnop";
const ownRoot = `chrome-extension://${own}/`;
const fromTab = (url: string) => ({ id: own, tab: { id: 1 }, frameId: 0, url });

describe("what only the extension's own pages may send", () => {
  it.each([
    ["its popup", { id: own, url: `${ownRoot}popup.html` }],
    ["its worker", { id: own, url: `${ownRoot}background.js` }],
    ["its options page", { id: own, url: `${ownRoot}options.html` }],
    ["its options page in a tab", fromTab(`${ownRoot}options.html#linear`)],
  ])("comes from %s", (_, sender) => {
    expect(() => mustBeOwnPage(sender, own, ownRoot)).not.toThrow();
  });

  it.each([
    ["a content script", fromTab("https://linear.app/northwind")],
    ["another extension", { id: "another", url: `chrome-extension://another/options.html` }],
    ["another extension that claims our page", { id: "another", url: `${ownRoot}options.html` }],
    ["a sender without an address", { id: own }],
    ["an extension whose id begins alike", { id: own, url: `chrome-extension://${own}evil/options.html` }],
    ["a frame without an origin", { id: own, url: "about:srcdoc" }],
    ["a look-alike origin", { id: own, url: `https://${own}/options.html` }],
  ])("not from %s", (_, sender) => {
    expect(() => mustBeOwnPage(sender, own, ownRoot)).toThrow("may send this");
  });
});
