import { describe, expect, it } from "vitest";
import { siteOfAddress } from "../../../extension/trackers/site-address";

describe("the site that a person names", () => {
  it.each([
    "acme.atlassian.net",
    "  acme.atlassian.net  ",
    "ACME.Atlassian.net",
    "https://acme.atlassian.net",
    "https://acme.atlassian.net/",
    "HTTPS://acme.atlassian.net/browse/ATL-1?x=1#y",
    "acme.atlassian.net/jira/software/c/projects/ATL/boards/1/backlog",
  ])("%j is that one", (address) => {
    expect(siteOfAddress(address)).toBe("https://acme.atlassian.net");
  });

  it.each(["linear.app", "https://linear.app/acme/team/ENG/active"])("%j is Linear", (address) => {
    expect(siteOfAddress(address)).toBe("https://linear.app");
  });

  it.each([
    "",
    "acme.atlassian.net:8443",
    "api.linear.app",
    "acme.linear.app",
    "acme",
    "atlassian.net",
    ".atlassian.net",
    "*.atlassian.net",
    "https://*.atlassian.net/*",
    "*://*/*",
    "<all_urls>",
    "http://acme.atlassian.net",
    "ftp://acme.atlassian.net",
    "javascript:alert(1)//acme.atlassian.net",
    "acme.atlassian.net.evil.com",
    "evil.com/acme.atlassian.net",
    "acme.atlassian.net@evil.com",
    "a.b.atlassian.net",
    "-acme.atlassian.net",
    "acme_.atlassian.net",
    "acmeatlassian.net",
    "acme.atlassian.net.",
    "jira.acme.com",
  ])("%j is none", (address) => {
    expect(siteOfAddress(address)).toBeNull();
  });
});
