import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fixOf } from "../../../../extension/entrypoints/popup/fixes";
import { answerWithinMs, readStatus } from "../../../../extension/entrypoints/popup/read-status";
import { type PageStatus, troubleKinds } from "../../../../extension/messaging/page-status";

vi.mock("../../../../extension/messaging/extension-protocol", () => ({ sendMessage: vi.fn() }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const status = { tracker: "jira", view: "board" } as PageStatus;

it("gives what the tab answers", async () => {
  await expect(readStatus(1, answerWithinMs, async () => status)).resolves.toBe(status);
});

it("takes a tab with nobody to answer for silent", async () => {
  await expect(
    readStatus(1, answerWithinMs, () => Promise.reject(new Error("no receiver"))),
  ).resolves.toBeNull();
});

it("waits for a tab that never answers until the deadline and no longer", async () => {
  const answer = readStatus(1, answerWithinMs, () => new Promise(() => undefined));
  await vi.advanceTimersByTimeAsync(answerWithinMs);
  await expect(answer).resolves.toBeNull();
});

it("offers one click for every trouble, and none only while the tracker asked to wait", () => {
  for (const kind of troubleKinds) expect([kind, fixOf(kind, null, "jira")]).not.toContain(null);
  expect(fixOf("rate-limited", "2026-11-24T10:00:00.000Z", "jira")).toBeNull();
});

it("leads to the key where Linear is signed out, and to the page where Jira is", () => {
  expect(fixOf("signed-out", null, "linear")).toBe("settings");
  expect(fixOf("signed-out", null, "jira")).toBe("reload");
});
