import { describe, expect, it } from "vitest";
import { type Remedy, staleRows, troubleRows } from "../../../extension/badge/trouble-rows";
import type { UnknownReason } from "../../../extension/messaging/facts";
import { english } from "./english";

const none: Remedy = { loginUrl: null, retryAt: null };
const login = "https://northwind.atlassian.net/login";
const fixes = (reason: UnknownReason, remedy: Partial<Remedy> = {}) =>
  troubleRows(reason, english, { ...none, ...remedy })
    .filter(({ kind }) => kind === "fix")
    .map(({ text, action, href }) => [text, action ?? href ?? null]);

describe("each trouble has its one-click fix", () => {
  const again = ["Ask again now", "ask-again"];
  it.each<[UnknownReason, Partial<Remedy>, (string | null)[][]]>([
    ["signed-out", { loginUrl: login }, [["Sign in again", login]]],
    ["signed-out", {}, [["Check your key in Plumbline's settings", "openOptions"]]],
    ["no-key", {}, [["Add your key in Plumbline's settings", "openOptions"]]],
    ["other-workspace", {}, [["Add a key of this workspace in Plumbline's settings", "openOptions"]]],
    ["stale-tab", {}, [["Reload the page", "reload"]]],
    ["rate-limited", { retryAt: "14:05:10" }, [["Plumbline asks again at 14:05:10.", null]]],
    ["rate-limited", {}, [["Plumbline asks again by itself.", null]]],
    ["server", { retryAt: "14:05:10" }, [["Plumbline asks again at 14:05:10.", null], again]],
    ["offline", {}, [["Plumbline asks again when the connection is back.", null], again]],
    ["no-answer", {}, [["Plumbline tries again by itself.", null], again]],
    ["not-found", {}, [["It was moved or deleted, or you may not see it.", null]]],
  ])("%s %j", (reason, remedy, expected) => {
    expect(fixes(reason, remedy)).toEqual(expected);
  });

  it.each(["forbidden", "malformed"] as const)("%s can be asked again", (reason) => {
    expect(fixes(reason).at(-1)).toEqual(again);
  });
});

describe("a ticket shown from memory", () => {
  it("says when it was read, and why it could not be checked since", () => {
    const rows = staleRows("24 Nov 2026, 14:05", "offline", english, none);
    expect(rows[0]).toEqual({ kind: "alert", text: "Read on 24 Nov 2026, 14:05, not confirmed since." });
    expect(rows[1]?.text).toBe("The tracker could not be reached.");
  });

  it("says only when it was read while the tracker is still being asked", () => {
    expect(staleRows("24 Nov", null, english, none)).toHaveLength(1);
  });
});
