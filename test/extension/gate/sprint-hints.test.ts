import { beforeEach, expect, it, vi } from "vitest";
import { sprintHints } from "../../../extension/gate/sprint-hints";
import { err, ok, type Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import { writeFailure } from "../../../shared/outbox/outbox-sender";
import { createFakeBrowser } from "../fake-browser";

const fake = vi.hoisted(() => ({ browser: {} as object }));
vi.mock("wxt/browser", () => ({
  get browser() {
    return fake.browser;
  },
}));

const { signal } = new AbortController();
const minute = 60_000;
let origins = 0;
let stored: Record<string, unknown>;
beforeEach(() => {
  const made = createFakeBrowser();
  fake.browser = made.browser;
  stored = made.stored;
});

/** A site whose tracker gives these answers in turn. */
function aSite(...answers: Result<string | null, WriteFailure>[]) {
  const origin = `https://site-${origins++}.atlassian.net`;
  const left = [...answers];
  const readSprintField = vi.fn(async () => left.shift() ?? err(writeFailure("unexpected")));
  const at = async (ms: number) =>
    (await sprintHints(origin, { readSprintField }, signal, () => ms)).sprintField;
  return { origin, at, readSprintField };
}

it("asks once for the field of the sprint, and keeps it", async () => {
  const { at, readSprintField } = aSite(ok("customfield_10020"));
  expect([await at(0), await at(60 * minute)]).toEqual(["customfield_10020", "customfield_10020"]);
  expect(readSprintField).toHaveBeenCalledTimes(1);
});

it("asks again after minutes where there was none, and not before", async () => {
  const { at, readSprintField } = aSite(ok(null), ok("customfield_10020"));
  expect([await at(0), await at(minute)]).toEqual([null, null]);
  expect(readSprintField).toHaveBeenCalledTimes(1);
  expect([await at(6 * minute), await at(7 * minute)]).toEqual(["customfield_10020", "customfield_10020"]);
});

it("believes no older note that there was none", async () => {
  const { origin, at } = aSite(ok("customfield_10020"));
  stored.gateHints = { [origin]: null };
  expect(await at(0)).toBe("customfield_10020");
});

it("asks again at once where the tracker did not answer", async () => {
  const { at } = aSite(err(writeFailure("no-answer")), ok("customfield_10020"));
  expect([await at(0), await at(1)]).toEqual([null, "customfield_10020"]);
});
