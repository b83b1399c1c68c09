// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { failureText } from "../../../shared/ui/failure-text";
import { t } from "./render";

it.each([
  [
    "offline",
    null,
    "The tracker could not be reached. Check your connection; for Jira, keep one of its pages open.",
  ],
  ["forbidden", "You may not edit this.", "You may not edit this."],
  ["rejected", "too-long:120", "It is longer than the tracker takes, by 120. Shorten it and save again."],
])("says why in the tracker's words, or in our own: %s %s", (kind, message, expected) => {
  expect(failureText(t, { kind, message })).toBe(expected);
});
