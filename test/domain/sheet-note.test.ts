import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roomFor } from "../../shared/domain/limits";
import { decisionEntry, sheetNote } from "../../shared/domain/sheet-note";
import { anySheet } from "./arbitraries";
import { aSheet } from "./builders";

describe("the comment that says what became of a sheet", () => {
  it("names each part with what it was", () => {
    const after = aSheet({
      version: 2,
      owner: null,
      rightToWin: "Our *warehouse*",
      assumptions: [],
      guardrail: { sli: "p95 of checkout", threshold: "under 700 ms" },
    });
    expect(sheetNote(aSheet({ rightToWin: null }), after)).toBe(
      [
        "Alignment Sheet, version 2. What changed:",
        "",
        '- **Guardrail**: "p95 of checkout: under 700 ms", was "p95 of checkout: under 800 ms"',
        '- **Owner**: removed, was "Ana"',
        '- **Right to win**: "Our \\*warehouse\\*" (new)',
        '- **Assumptions**: removed "Buyers read the mail with the receipt"',
      ].join("\n"),
    );
  });

  it("is none where nothing changed but the version", () => {
    expect(sheetNote(aSheet(), aSheet({ version: 9 }))).toBeNull();
  });

  it("names the parts alone where their texts are too long for a comment", () => {
    const note = sheetNote(aSheet(), aSheet({ rightToWin: "x".repeat(40_000) }));
    expect(note).toContain("- **Right to win**");
    expect(roomFor("jira-comment", note ?? "").state).toBe("ample");
  });

  it("is a list of one line an entry, whatever the sheets say", () => {
    fc.assert(
      fc.property(anySheet, anySheet, (before, after) => {
        const [, blank, ...lines] = (sheetNote(before, after) ?? "\n").split("\n");
        expect(blank ?? "").toBe("");
        for (const line of lines) expect(line).toMatch(/^- \*\*/);
      }),
    );
  });
});

describe("the entry of the decision log", () => {
  it("says what is taken up, and why", () => {
    expect(decisionEntry(aSheet({ owner: null }), "2026-11-24")).toBe(
      [
        "Decision of 2026-11-24: we take up this bet.",
        "",
        "- **Aim**: Buying without an account",
        "- **Mechanism**: We believe guest checkout will move completed orders because people leave at the sign-up form",
        "- **Stage gate**: 2026-12-04: We continue if form errors fall below 0.5",
        "- **Guardrail**: p95 of checkout: under 800 ms",
      ].join("\n"),
    );
  });
});
