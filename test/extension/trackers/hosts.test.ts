import { describe, expect, it } from "vitest";
import { trackerOfOrigin } from "../../../extension/trackers/hosts";

describe("the tracker of an origin", () => {
  it.each([
    ["https://northwind.atlassian.net", "jira"],
    ["https://linear.app", "linear"],
    ["https://atlassian.net", null],
    ["https://northwind.atlassian.net.evil.com", null],
    ["https://evilatlassian.net", null],
    ["https://linear.app.evil.com", null],
    ["https://notlinear.app", null],
    ["https://sub.linear.app", null],
    ["http://northwind.atlassian.net", null],
    ["http://linear.app", null],
    ["https://northwind.atlassian.net:8443", null],
    ["https://northwind.atlassian.net@evil.com", null],
    ["file:///northwind.atlassian.net", null],
    ["null", null],
    ["", null],
  ] as const)("%s: %s", (origin, tracker) => {
    expect(trackerOfOrigin(origin)).toBe(tracker);
  });
});
