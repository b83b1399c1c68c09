import { describe, expect, it } from "vitest";
import { jiraOrigin } from "../../../../extension/entrypoints/options/jira-origin";

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
    expect(jiraOrigin(address)).toBe("https://acme.atlassian.net/*");
  });

  it.each([
    "",
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
    expect(jiraOrigin(address)).toBeNull();
  });
});
