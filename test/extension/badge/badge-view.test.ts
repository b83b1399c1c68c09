import { describe, expect, it } from "vitest";
import { badgeView, pendingView } from "../../../extension/badge/badge-view";
import { orphanReasons } from "../../../shared/domain/alignment";
import { lane } from "../../../shared/domain/lane";
import { standing } from "../../../shared/domain/statement";
import { failureKinds } from "../../../shared/tracker/failure";
import { english } from "./english";
import { someFacts, someSource } from "./facts";

const aligned = someFacts({ state: "aligned", from: "9", inherited: true });

describe("what a badge shows", () => {
  it("is nothing yet while the ticket is being read, and says so aloud", () => {
    expect(pendingView("ATL-1", english)).toEqual({
      state: "pending",
      text: "",
      label: "ATL-1: reading its aim.",
      locked: false,
      stale: false,
    });
  });

  it("is the aim; aloud also the mechanism and where the statement stands", () => {
    expect(badgeView(aligned, someSource(), false, english)).toEqual({
      state: "aligned",
      text: "Buying without an account",
      label:
        "ATL-1 serves the aim: Buying without an account. We believe guest checkout will move completed orders because people leave at the sign-up form. Problem statement: signed off.",
      locked: false,
      stale: false,
    });
  });

  it.each(standing.options)("with a statement that is %s has a lock unless somebody signed", (it) => {
    const view = badgeView({ ...aligned, standing: it }, someSource(), false, english);
    expect(view.locked).toBe(it !== "signed" && it !== "partial");
  });

  it.each(lane.options)("is the lane %s, never locked", (it) => {
    const view = badgeView(
      someFacts({ state: "lane", lane: it, by: "declaration" }, { standing: "missing" }),
      undefined,
      false,
      english,
    );
    expect(view).toMatchObject({ state: "lane", text: it, locked: false });
    expect(view.label).toContain("serves no aim on purpose");
  });

  it.each(orphanReasons)("is the word orphan for %s, with the reason aloud", (reason) => {
    const view = badgeView(
      someFacts({ state: "orphan", reasons: [reason], from: null }),
      undefined,
      false,
      english,
    );
    expect(view).toMatchObject({ state: "orphan", text: "orphan", locked: false });
    expect(view.label).toContain(english(`orphan_${reason.replaceAll("-", "_")}`));
  });

  it("says every reason of an orphan aloud", () => {
    const view = badgeView(
      someFacts({ state: "orphan", reasons: ["no-aim", "gate-overdue"], from: "9" }),
      someSource(),
      false,
      english,
    );
    expect(view.label).toBe(
      "ATL-1 is an orphan. The bet's sheet names no aim that is still wanted. The bet's stage gate has passed without a decision.",
    );
  });

  it.each(["not-found", "parent-unreadable", "sheet-unreadable", ...failureKinds] as const)(
    "admits that it could not read the ticket: %s",
    (reason) => {
      const view = badgeView(someFacts({ state: "unknown", reason, from: null }), undefined, false, english);
      expect(view).toMatchObject({ state: "unknown", text: "not read" });
      expect(view.label).toContain("ATL-1 could not be read.");
    },
  );

  it("says aloud that it is shown from memory", () => {
    const view = badgeView(aligned, someSource(), true, english);
    expect(view.stale).toBe(true);
    expect(view.label).toMatch(/from memory: the tracker has not confirmed it\.$/);
  });
});
