import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText, statementHash } from "../../shared/domain/canonical";
import type { Statement } from "../../shared/domain/statement";
import { anyStatement, aText } from "./arbitraries";
import { aStatement } from "./builders";

const spread = (it: string | null) => (it === null ? null : `  ${it.replace(/\s/g, " \n\t ")} `);
const respaced = (it: Statement): Statement => ({
  who: spread(it.who),
  problem: spread(it.problem),
  evidence: it.evidence.map((text) => spread(text) ?? ""),
  cost: spread(it.cost),
  successSignal: spread(it.successSignal),
  workaround: spread(it.workaround),
  nonGoals: it.nonGoals.map((text) => spread(text) ?? ""),
  author: it.author,
});
const asRead = (it: string | null) => it?.normalize("NFC").replace(/\s+/g, " ").trim();

describe("the hash of a statement", () => {
  it("is the SHA-256 of its canonical text", () => {
    const it = aStatement({ who: "naïve 😀 buyers" });
    expect(statementHash(it)).toBe(createHash("sha256").update(canonicalText(it), "utf8").digest("hex"));
  });

  // Signatures in trackers carry these hashes: a change here makes every one of them stale.
  it("never changes for one text", () => {
    expect(canonicalText(aStatement())).toMatchInlineSnapshot(
      `"{"who":"First-time buyers on a phone","problem":"They must make an account before they can pay","evidence":["31 of 80 calls in October","https://northwind.example/report/12"],"cost":"9,000 EUR a week in lost orders","successSignal":"Completed orders up from 61 % to 70 % by 2026-12-31","workaround":"They order by telephone","nonGoals":["Loyalty points"]}"`,
    );
    expect(statementHash(aStatement())).toMatchInlineSnapshot(
      `"c3c6a8fa24c9eb156b75c2aa6acd2309cb682fe75bb092d5490dac8ef88b71c8"`,
    );
  });

  it("does not mind white space, the order of lists, the form of letters or the author", () => {
    fc.assert(
      fc.property(anyStatement, (it) => {
        const hash = statementHash(it);
        expect(statementHash(respaced(it))).toBe(hash);
        expect(
          statementHash({ ...it, evidence: it.evidence.toReversed(), nonGoals: it.nonGoals.toReversed() }),
        ).toBe(hash);
        expect(statementHash({ ...it, author: "someone else" })).toBe(hash);
      }),
      { numRuns: 1000 },
    );
    expect(statementHash(aStatement({ who: "cafe\u0301" }))).toBe(
      statementHash(aStatement({ who: "caf\u00e9" })),
    );
  });

  it("changes with every material part", () => {
    const part = fc.constantFrom(
      "who" as const,
      "problem" as const,
      "cost" as const,
      "successSignal" as const,
      "workaround" as const,
    );
    const list = fc.constantFrom("evidence" as const, "nonGoals" as const);
    fc.assert(
      fc.property(anyStatement, part, list, aText, (it, name, listName, other) => {
        const hash = statementHash(it);
        if (asRead(it[name]) !== asRead(other))
          expect(statementHash({ ...it, [name]: other })).not.toBe(hash);
        if (it[name] !== null) expect(statementHash({ ...it, [name]: null })).not.toBe(hash);
        expect(statementHash({ ...it, [listName]: [...it[listName], other] })).not.toBe(hash);
      }),
      { numRuns: 1000 },
    );
  });

  it("changes when words move from one part to another", () => {
    const moved = aStatement({ who: aStatement().problem, problem: aStatement().who });
    expect(statementHash(moved)).not.toBe(statementHash(aStatement()));
  });
});
