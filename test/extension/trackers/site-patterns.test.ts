import { describe, expect, it } from "vitest";
import { isPermitted, originOf } from "../../../extension/trackers/site-patterns";

const acme = "https://acme.atlassian.net";

describe("a site is permitted", () => {
  it.each([
    [acme, ["https://acme.atlassian.net/*"], true],
    [acme, ["https://*.atlassian.net/*"], true],
    [acme, ["<all_urls>"], true],
    [acme, ["*://*/*"], true],
    [acme, ["https://*/*"], true],
    [acme, ["https://umbrella.atlassian.net/*"], false],
    [acme, ["https://*.acme.atlassian.net/*", "http://acme.atlassian.net/*"], false],
    [acme, [], false],
    ["https://linear.app", ["https://linear.app/*", "https://api.linear.app/*"], true],
    ["https://linear.app", ["https://linear.app/*"], false],
  ])("%s under %j: %s", (origin, granted, permitted) => {
    expect(isPermitted(origin, granted)).toBe(permitted);
  });
});

describe("a match pattern names one site", () => {
  it.each([
    ["https://acme.atlassian.net/*", acme],
    ["https://linear.app/*", "https://linear.app"],
    ["https://*.atlassian.net/*", null],
    ["https://api.linear.app/*", null],
    ["https://example.com/*", null],
    ["http://acme.atlassian.net/*", null],
  ])("%s: %s", (pattern, origin) => {
    expect(originOf(pattern)).toBe(origin);
  });
});
