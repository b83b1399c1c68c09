import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statementHash } from "../../shared/domain/canonical";
import { defaultPolicy, type Policy } from "../../shared/domain/policy";
import { none, type Reading, value } from "../../shared/domain/result";
import type { SignOffEvidence } from "../../shared/domain/sign-off";
import { standingOf } from "../../shared/domain/standing";
import type { Statement } from "../../shared/domain/statement";
import { anyPolicy, anyStatement } from "./arbitraries";
import { aStatement } from "./builders";

const hash = statementHash(aStatement());
const older = statementHash(aStatement({ problem: "Something else" }));
const person = (id: string) => ({ id, name: `Name of ${id}`, kind: "person" as const });

const aSignOff = (over: Partial<SignOffEvidence> = {}): SignOffEvidence => ({
  function: "product",
  hash,
  author: person("ana"),
  createdAt: "2026-11-20T09:00:00Z",
  edited: "no",
  ...over,
});

const onlyProduct: Policy = { ...defaultPolicy, functions: [{ name: "product", signers: ["ana", "cy"] }] };
const both: Policy = {
  ...defaultPolicy,
  functions: [
    { name: "product", signers: ["ana", "bo"] },
    { name: "engineering", signers: [] },
  ],
};
const engineering = aSignOff({ function: "engineering", author: person("dee") });

describe("the standing of a statement", () => {
  it.each<[string, Reading<Statement>, SignOffEvidence[], Policy, string]>([
    ["nothing written", none, [aSignOff()], onlyProduct, "missing"],
    ["unreadable", { kind: "unreadable", findings: [] }, [aSignOff()], onlyProduct, "incomplete"],
    [
      "no problem, though signed",
      value(aStatement({ problem: null })),
      [aSignOff()],
      onlyProduct,
      "incomplete",
    ],
    ["no signature", value(aStatement()), [], onlyProduct, "unsigned"],
    ["signed", value(aStatement()), [aSignOff()], onlyProduct, "signed"],
    [
      "signed, edited by the author only",
      value(aStatement()),
      [aSignOff({ edited: "by-author" })],
      onlyProduct,
      "signed",
    ],
    ["signed before a change", value(aStatement()), [aSignOff({ hash: older })], onlyProduct, "stale"],
    [
      "signed anew after a change",
      value(aStatement()),
      [aSignOff({ hash: older }), aSignOff()],
      onlyProduct,
      "signed",
    ],
    [
      "an older text by no signer",
      value(aStatement()),
      [aSignOff({ hash: older, author: person("eve") })],
      onlyProduct,
      "unsigned",
    ],
    ["one of two functions", value(aStatement()), [engineering], both, "partial"],
    ["both functions", value(aStatement()), [engineering, aSignOff()], both, "signed"],
    [
      "one new, one for an older text",
      value(aStatement()),
      [engineering, aSignOff({ hash: older })],
      both,
      "stale",
    ],
    ["a function that is not asked for", value(aStatement()), [engineering], onlyProduct, "unsigned"],
    [
      "anyone may sign by default",
      value(aStatement()),
      [aSignOff({ author: person("eve") })],
      defaultPolicy,
      "signed",
    ],
    [
      "the writer may not by default",
      value(aStatement()),
      [aSignOff({ author: person("bo") })],
      defaultPolicy,
      "unsigned",
    ],
    [
      "the writer may where duties are not separate",
      value(aStatement()),
      [aSignOff({ author: person("bo") })],
      { ...defaultPolicy, separationOfDuties: false },
      "signed",
    ],
    [
      "nobody knows who wrote it",
      value(aStatement({ author: null })),
      [aSignOff({ author: person("bo") })],
      defaultPolicy,
      "signed",
    ],
  ])("%s", (_, statement, signOffs, policy, wanted) => {
    expect(standingOf(statement, signOffs, policy).standing).toBe(wanted);
  });

  it.each<[string, Partial<SignOffEvidence>, string]>([
    ["an app", { author: { ...person("ana"), kind: "app" } }, "by-app"],
    ["words changed by another", { edited: "by-other" }, "edited-by-other"],
    ["no signer", { author: person("eve") }, "not-a-signer"],
    ["the writer", { author: person("bo") }, "own-statement"],
    ["an older text", { hash: older }, "older-text"],
    ["an app, an older text", { author: { ...person("ana"), kind: "app" }, hash: older }, "by-app"],
    ["the writer, an older text", { author: person("bo"), hash: older }, "own-statement"],
  ])("a sign-off does not count and says why: %s", (_, over, reason) => {
    const signOff = aSignOff(over);
    expect(standingOf(value(aStatement()), [signOff], both).functions).toEqual([
      { name: "product", signedBy: null, refused: [{ by: signOff.author, reason }] },
      { name: "engineering", signedBy: null, refused: [] },
    ]);
  });

  it("names the first who signed", () => {
    const signOffs = [
      aSignOff({ author: person("cy"), createdAt: "2026-11-20T09:00:00.500Z" }),
      aSignOff({ author: person("ana"), createdAt: "2026-11-20T09:00:00Z" }),
    ];
    expect(standingOf(value(aStatement()), signOffs, onlyProduct).functions[0]?.signedBy).toEqual({
      id: "ana",
      name: "Name of ana",
      at: "2026-11-20T09:00:00Z",
    });
  });

  it("shows a sign-off for a function that nobody asked for", () => {
    expect(standingOf(value(aStatement()), [engineering], onlyProduct).unasked).toEqual([
      { by: engineering.author, reason: "unknown-function" },
    ]);
  });

  it.each<[string, Partial<Statement>, string[]]>([
    ["nothing", {}, []],
    [
      "every required part",
      { who: null, problem: null, evidence: [], cost: null, successSignal: null },
      ["who", "problem", "evidence", "cost", "successSignal"],
    ],
    ["no part that may be absent", { workaround: null, nonGoals: [], author: null }, []],
  ])("names what is missing: %s", (_, over, wanted) => {
    expect(standingOf(value(aStatement(over)), [], defaultPolicy).missingFields).toEqual(wanted);
  });

  it("asks for every part where nothing is written, for none where it cannot be read", () => {
    expect(standingOf(none, [], defaultPolicy).missingFields).toHaveLength(5);
    expect(standingOf({ kind: "unreadable", findings: [] }, [], defaultPolicy).missingFields).toEqual([]);
  });

  it("accounts for every sign-off, and is signed only by people who accepted today's text", () => {
    const evidence = fc.record({
      function: fc.constantFrom("product", "engineering", "go-to-market", "legal"),
      hash: fc.constantFrom("today", "older"),
      author: fc.record({
        id: fc.constantFrom("ana", "bo", "cy"),
        name: fc.constant("n"),
        kind: fc.constantFrom("person" as const, "app" as const),
      }),
      createdAt: fc.constantFrom("2026-11-20T09:00:00Z", "2026-11-21T09:00:00Z"),
      edited: fc.constantFrom("no" as const, "by-author" as const, "by-other" as const),
    });
    const policies = anyPolicy.map((it) => ({
      ...it,
      functions: it.functions.map(({ name }) => ({ name, signers: ["ana", "bo"] })),
    }));
    fc.assert(
      fc.property(anyStatement, fc.array(evidence, { maxLength: 6 }), policies, (statement, raw, policy) => {
        const signOffs = raw.map((it) => ({
          ...it,
          hash: it.hash === "today" ? statementHash(statement) : older,
        }));
        const found = standingOf(value(statement), signOffs, policy);
        for (const { name, signedBy, refused } of found.functions) {
          const mine = signOffs.filter((it) => it.function === name);
          const good = mine.filter(
            (it) =>
              it.hash !== older &&
              it.author.kind === "person" &&
              it.edited !== "by-other" &&
              it.author.id !== "cy",
          );
          const counted = good.filter(
            (it) => !policy.separationOfDuties || it.author.id !== statement.author,
          );
          expect(refused).toHaveLength(mine.length - counted.length);
          expect(signedBy !== null).toBe(counted.length > 0);
        }
        if (found.standing === "signed")
          expect(found.functions.every((it) => it.signedBy !== null)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
