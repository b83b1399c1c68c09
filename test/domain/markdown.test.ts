import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSheet, readStatement, writeSheet, writeStatement } from "../../shared/domain/markdown";
import type { Reading } from "../../shared/domain/result";
import { sheet } from "../../shared/domain/sheet";
import { statement } from "../../shared/domain/statement";
import { anySheet, anyStatement, anyText } from "./arbitraries";
import { aSheet, aStatement } from "./builders";

/** What an editor does to a page that it stores: other bullets, line ends, blank lines, needless escapes. */
const asAnEditorKeepsIt = (page: string): string =>
  page
    .replace(/^\* /gm, "- ")
    .replace(/(?<=\w)([.!()])(?=\s)/g, "\\$1")
    .replace(/\n(## .*)\n/g, "\n\n$1\n\n\n")
    .replaceAll("\n", "\r\n");

const findingsOf = (reading: Reading<unknown>) =>
  reading.kind === "unreadable" ? reading.findings : reading;
const page = (...lines: string[]) => lines.join("\n");

describe("a sheet as a page", () => {
  it("reads well", () => {
    expect(writeSheet(aSheet())).toMatchInlineSnapshot(`
      "# Alignment Sheet

      **State:** active

      **Version:** 1

      ## Aim

      Buying without an account

      **Done when:** 95 of 100 buyers never see a sign-up form

      ## Mechanism

      We believe **guest checkout** will move **completed orders** because **people leave at the sign-up form**

      ## Signals

      * proxy: **form errors** down from 0.8 to 0.3, in errors per order
      * outcome: **completed orders** up from 61 to 70, in % of carts

      ## Stage gate

      **Date:** 2026-12-04

      **Rule:** We continue if form errors fall below 0.5

      ## Guardrail

      **Indicator:** p95 of checkout

      **Threshold:** under 800 ms

      ## Owner and cadence

      **Owner:** Ana

      **Cadence:** every Tuesday

      ## Right to win

      Our warehouse answers in a day

      ## Risks

      * **One-way door:** Old accounts cannot be merged back

      ## Assumptions

      * Buyers read the mail with the receipt

      ## Non-goals

      * Sign-in with other companies
      "
    `);
  });

  it("survives writing and reading, whatever its words", () => {
    fc.assert(
      fc.property(anySheet, (it) => {
        expect(sheet.parse(it)).toEqual(it);
        expect(readSheet(writeSheet(it))).toEqual({ kind: "value", value: it });
      }),
      { numRuns: 3000 },
    );
  });

  it("survives the editor of a tracker", () => {
    fc.assert(
      fc.property(anySheet, (it) => {
        expect(readSheet(asAnEditorKeepsIt(writeSheet(it)))).toEqual({ kind: "value", value: it });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a statement as a page", () => {
  it("reads well", () => {
    expect(writeStatement(aStatement())).toMatchInlineSnapshot(`
      "# Problem statement

      ## Who

      First-time buyers on a phone

      ## Problem

      They must make an account before they can pay

      ## Evidence

      * 31 of 80 calls in October
      * https://northwind.example/report/12

      ## Cost of not solving

      9,000 EUR a week in lost orders

      ## Success signal

      Completed orders up from 61 % to 70 % by 2026-12-31

      ## Workaround today

      They order by telephone

      ## Non-goals

      * Loyalty points

      ## Author

      bo
      "
    `);
  });

  it("survives writing and reading, whatever its words", () => {
    fc.assert(
      fc.property(anyStatement, (it) => {
        expect(statement.parse(it)).toEqual(it);
        expect(readStatement(writeStatement(it))).toEqual({ kind: "value", value: it });
      }),
      { numRuns: 3000 },
    );
  });

  it("survives the editor of a tracker", () => {
    fc.assert(
      fc.property(anyStatement, (it) => {
        expect(readStatement(asAnEditorKeepsIt(writeStatement(it)))).toEqual({ kind: "value", value: it });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("any text at all", () => {
  /** Pure noise, and real pages with pieces cut out and noise put in. */
  const damaged = (whole: fc.Arbitrary<string>) =>
    fc.oneof(
      anyText,
      fc
        .tuple(
          whole,
          fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), anyText), {
            maxLength: 4,
          }),
        )
        .map(([start, edits]) =>
          edits.reduce((it, [where, cut, put]) => {
            const at = Math.floor(where * it.length);
            return it.slice(0, at) + put + it.slice(at + cut);
          }, start),
        ),
    );

  const cases = [
    {
      what: "sheet",
      read: readSheet,
      pages: damaged(anySheet.map(writeSheet)),
      again: (it: unknown) => writeSheet(sheet.parse(it)),
    },
    {
      what: "statement",
      read: readStatement,
      pages: damaged(anyStatement.map(writeStatement)),
      again: (it: unknown) => writeStatement(statement.parse(it)),
    },
  ];

  it.each(cases)(
    "gives a $what that can be written again, or findings with line numbers",
    ({ read, pages, again }) => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(pages, (text) => {
          const reading: Reading<unknown> = read(text);
          seen.add(reading.kind);
          if (reading.kind === "value") expect(read(again(reading.value))).toEqual(reading);
          if (reading.kind === "none") expect(text.trim()).toBe("");
          if (reading.kind === "unreadable") {
            const lines = text.split(/\r\n?|\n/).length;
            expect(reading.findings.length).toBeGreaterThan(0);
            for (const it of reading.findings)
              expect(it.line >= 1 && it.line <= lines, JSON.stringify(it)).toBe(true);
          }
        }),
        { numRuns: 4000 },
      );
      expect([...seen].sort()).toEqual(["none", "unreadable", "value"]);
    },
  );

  // Quadratic reading of these would run into the test's time limit.
  it.each([
    "*",
    "**",
    "# ",
    "[",
    "[a](https://x",
    "<https://",
    "\\",
    " ",
    "\n",
    "- ",
    "`",
    "> ",
    "_",
    "We believe ",
    " will move ",
    " up from 1",
    " up ",
    "**a",
    "1. ",
    "- - ",
    "~",
    "&a",
  ])("reads a long page made of %j", (piece) => {
    const long = piece.repeat(Math.ceil(400_000 / piece.length));
    for (const heading of ["Mechanism", "Signals", "Risks", "Problem", "Evidence", "Stage gate"]) {
      const text = `## ${heading}\n\n${heading === "Signals" ? "* proxy: " : ""}${long}`;
      expect(["value", "unreadable"]).toContain(readSheet(text).kind);
      expect(["value", "unreadable"]).toContain(readStatement(text).kind);
    }
  });
});

describe("a page that a person wrote", () => {
  it("may order, name and mark its parts freely", () => {
    const written = page(
      "Some words before.",
      "# Our sheet",
      "State: Active",
      "### RISKS:",
      "1. Old links break",
      "2) One-way door: data is gone",
      "",
      "   and stays gone",
      "## Something of our own",
      "ignored",
      "## **mechanism**",
      "we believe that guest checkout will move orders",
      "because people leave",
      "## Signals",
      "- Proxy: time to pay down to 40, in seconds",
      "+ outcome: **orders** up",
      "# Owner & cadence",
      "- owner: Ana",
      "- cadence: weekly",
      "## Assumptions",
      "Buyers read mail",
      "over two lines",
      "",
      "Mail arrives",
      "---",
      "## Right to win",
      "See [our report](https://a.example/r) and <https://a.example/s>.",
    );
    expect(readSheet(written)).toEqual({
      kind: "value",
      value: {
        state: "active",
        version: 1,
        aim: null,
        mechanism: { lever: "guest checkout", metric: "orders", reason: "people leave" },
        signals: [
          {
            kind: "proxy",
            name: "time to pay",
            unit: "seconds",
            baseline: null,
            target: 40,
            direction: "down",
          },
          { kind: "outcome", name: "orders", unit: null, baseline: null, target: null, direction: "up" },
        ],
        stageGate: null,
        guardrail: null,
        owner: "Ana",
        cadence: "weekly",
        rightToWin: "See our report (https://a.example/r) and https://a.example/s.",
        risks: [
          { text: "Old links break", oneWayDoor: false },
          { text: "data is gone\n\nand stays gone", oneWayDoor: true },
        ],
        assumptions: ["Buyers read mail\nover two lines", "Mail arrives"],
        nonGoals: [],
      },
    });
  });

  it("keeps headings inside fenced code as words", () => {
    const read = readStatement(
      page("## Evidence", "* log:", "  ```", "  # Problem", "  ```", "## Who", "Ana"),
    );
    expect(read).toMatchObject({
      value: { evidence: ["log:\n```\n# Problem\n```"], problem: null, who: "Ana" },
    });
  });

  it("takes nested items as words of the item above", () => {
    const read = readStatement(
      page("## Evidence", " - calls", "   - 12 in May", "   - 9 in June", " - mails"),
    );
    expect(read).toMatchObject({ value: { evidence: ["calls\n- 12 in May\n- 9 in June", "mails"] } });
  });

  it("does not take code within a line for an open block", () => {
    const read = readStatement(page("## Who", "```buyers``` on a phone", "## Problem", "slow"));
    expect(read).toMatchObject({ value: { problem: "slow" } });
  });

  it.each([
    ["blank", "readSheet", " \n ", { kind: "none" }],
    [
      "no heading of ours",
      "readSheet",
      "Hello\n## World",
      [{ line: 1, message: expect.stringContaining("an Alignment Sheet") }],
    ],
    [
      "no heading of ours",
      "readStatement",
      "Hello",
      [{ line: 1, message: expect.stringContaining("a problem statement") }],
    ],
    [
      "a part twice",
      "readStatement",
      page("## Who", "a", "## who", "b"),
      [{ line: 3, message: expect.stringContaining('"Who"') }],
    ],
    [
      "an open block of code",
      "readStatement",
      page("## Who", "```", "b"),
      [{ line: 2, message: expect.stringContaining("not closed") }],
    ],
    [
      "an unknown state",
      "readSheet",
      page("# S", "", "**State:** maybe", "## Aim"),
      [{ line: 3, message: expect.stringContaining("draft, active") }],
    ],
    [
      "a bad version",
      "readSheet",
      page("Version: two", "## Aim"),
      [{ line: 1, message: expect.stringContaining("whole number") }],
    ],
    [
      "an aim without title",
      "readSheet",
      page("## Aim", "Done when: all sing"),
      [{ line: 1, message: expect.stringContaining("no title") }],
    ],
    [
      "no sentence",
      "readSheet",
      page("", "## Mechanism", "It just works"),
      [{ line: 2, message: expect.stringContaining("We believe") }],
    ],
    [
      "half a sentence",
      "readSheet",
      page("## Mechanism", "We believe a will move b"),
      [{ line: 1, message: expect.stringContaining("because") }],
    ],
    [
      "a signal without course",
      "readSheet",
      page("## Signals", "* proxy: a up", "* proxy: b"),
      [{ line: 3, message: expect.stringContaining("proxy: **name**") }],
    ],
    [
      "a signal of no kind",
      "readSheet",
      page("## Signals", "* guess: a up"),
      [{ line: 2, message: expect.any(String) }],
    ],
    [
      "no such day",
      "readSheet",
      page("## Stage gate", "Date: 2026-02-30", "Rule: go on"),
      [{ line: 2, message: expect.stringContaining("YYYY-MM-DD") }],
    ],
    [
      "a gate without rule",
      "readSheet",
      page("## Stage gate", "Date: 2026-02-03"),
      [{ line: 1, message: expect.stringContaining("belong together") }],
    ],
    [
      "words without label",
      "readSheet",
      page("", "## Guardrail", "errors stay low"),
      [{ line: 2, message: expect.stringContaining("Indicator or Threshold") }],
    ],
    [
      "a label twice",
      "readSheet",
      page("## Owner and cadence", "Owner: a", "Owner: b"),
      [{ line: 3, message: expect.stringContaining("twice") }],
    ],
    [
      "a risk of one mark",
      "readSheet",
      page("## Risks", "* **One-way door:**"),
      [{ line: 2, message: expect.stringContaining("no words") }],
    ],
    [
      "several at once, in order",
      "readSheet",
      page("## Mechanism", "x", "## Guardrail", "y"),
      [{ line: 1 }, { line: 3 }].map((it) => expect.objectContaining(it)),
    ],
  ] as const)("says what is wrong: %s", (_, reader, text, wanted) => {
    expect(findingsOf({ readSheet, readStatement }[reader](text))).toMatchObject(wanted);
  });
});
