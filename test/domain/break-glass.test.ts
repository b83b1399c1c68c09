import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BreakGlassEvidence,
  type BreakGlassRefusal,
  breakGlassIn,
  breakGlassRefusals,
  glassEnd,
  judgeBreakGlass,
  writeBreakGlass,
} from "../../shared/domain/break-glass";
import { type BreakGlassRules, defaultPolicy } from "../../shared/domain/policy";
import type { CommentFacts } from "../../shared/domain/sign-off";
import { noMembers } from "../../shared/domain/signers";
import { anyText } from "./arbitraries";

const facts: CommentFacts = {
  author: { id: "tom", name: "Tom", kind: "person" },
  createdAt: "2026-11-20T09:00:00.000Z",
  editedAt: null,
  edited: "no",
};
const glass = { object: "10042", reason: "Payments are down", until: "2026-11-21T09:00:00.000Z" };
const comment = writeBreakGlass(glass);
const now = "2026-11-20T10:00:00.000Z";
const rules = defaultPolicy.breakGlass;

describe("breaking the glass in a comment", () => {
  it("reads well", () => {
    expect(comment).toMatch(
      /^Broke the glass: Payments are down\n\nplumbline:break-glass:v1:10042:20261121T090000Z:[0-9a-f]{64}$/,
    );
  });

  it("survives writing and reading", () => {
    const words = anyText.filter((it) => !/plumbline:|Broke the glass:|^\s*>/m.test(it));
    fc.assert(
      fc.property(words, fc.nat(), (reason, seconds) => {
        const until = new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
        const [read] = breakGlassIn(writeBreakGlass({ object: "7", reason, until }), facts);
        expect(read).toMatchObject({ object: "7", until, ...facts });
        expect(read?.reason).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, string, string | null | undefined]>([
    ["as written", comment, "Payments are down"],
    [
      "escaped and restyled by the tracker",
      comment.replace("Payments", "**Pay\\ments**"),
      "**Pay\\ments** are down",
    ],
    ["with other words around", `Sorry!\n${comment}\nbye`, "Payments are down"],
    ["with another reason than the code's", comment.replace("Payments", "Refunds"), null],
    ["without the line for people", comment.slice(comment.indexOf("plumbline")), null],
    ["only quoted", comment.replace("plumbline:", "> plumbline:"), undefined],
    ["two that differ", `${comment}\n${comment.replace("10042", "10043")}`, undefined],
    ["until no moment at all", comment.replace("20261121", "20261399"), undefined],
    ["of another version", comment.replace("v1", "v2"), undefined],
    ["empty", "", undefined],
  ])("%s", (_, text, reason) => {
    expect(breakGlassIn(text, facts)[0]?.reason).toBe(reason);
  });

  const [sound] = breakGlassIn(comment, facts) as [BreakGlassEvidence];
  it.each<[string, Partial<BreakGlassEvidence>, Partial<BreakGlassRules>, string, BreakGlassRefusal | null]>([
    ["counts", {}, {}, now, null],
    ["counts to its last moment", {}, {}, "2026-11-21T08:59:59.999Z", null],
    ["ends", {}, {}, "2026-11-21T09:00:00.000Z", "expired"],
    ["ends when the policy says, whatever it says itself", {}, { expiryHours: 1 }, now, "expired"],
    ["is not allowed", {}, { allowed: false }, now, "not-allowed"],
    ["is for another issue", { object: "1" }, {}, now, "other-object"],
    ["is by an app", { author: { ...facts.author, kind: "app" } }, {}, now, "by-app"],
    ["was edited by its author", { edited: "by-author" }, {}, now, "edited"],
    ["was edited by somebody else", { edited: "by-other" }, {}, now, "edited"],
    ["is by somebody named", {}, { people: ["tom"] }, now, null],
    ["is by somebody not named", {}, { people: ["ana"] }, now, "no-right"],
    ["is by somebody of whom nothing is known", {}, { groups: ["leads"] }, now, "people-unread"],
    ["is for another reason", { reason: null }, {}, now, "other-reason"],
    ["has no reason", { reason: "…" }, {}, now, "no-reason"],
    ["needs no reason", { reason: "" }, { reasonRequired: false }, now, null],
  ])("%s", (_, over, change, at, wanted) => {
    expect(judgeBreakGlass({ ...sound, ...over }, "10042", { ...rules, ...change }, noMembers, at)).toBe(
      wanted,
    );
    if (wanted !== null) expect(breakGlassRefusals).toContain(wanted);
  });

  it("counts where its writer belongs to a group that may", () => {
    const members = { groups: { leads: ["tom"] }, roles: {} };
    expect(judgeBreakGlass(sound, "10042", { ...rules, groups: ["leads"] }, members, now)).toBeNull();
  });

  it("never holds longer than the policy allows", () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true }),
        fc.integer({ min: 1, max: 2160 }),
        (until, expiryHours) => {
          const end = Date.parse(
            glassEnd({ ...sound, until: until.toISOString() }, { ...rules, expiryHours }),
          );
          expect(end).toBeLessThanOrEqual(Date.parse(facts.createdAt) + expiryHours * 3_600_000);
        },
      ),
    );
  });
});
