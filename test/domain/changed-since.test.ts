import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ask, askedStatement } from "../../shared/domain/asked-statement";
import { statementHash } from "../../shared/domain/canonical";
import { changedSince, lastSeenText } from "../../shared/domain/changed-since";
import { writeStatement as writePage } from "../../shared/domain/markdown";
import { defaultPolicy, type Policy } from "../../shared/domain/policy";
import { value } from "../../shared/domain/result";
import { materialDifference } from "../../shared/domain/sheet-difference";
import { type SignOffEvidence, writeAsk } from "../../shared/domain/sign-off";
import { standingOf } from "../../shared/domain/standing";
import type { Statement } from "../../shared/domain/statement";
import { anyStatement } from "./arbitraries";
import { aStatement } from "./builders";

const now = aStatement({ cost: "90,000 EUR a month" });
const once = aStatement({ cost: "40,000 EUR a month" });
const first = aStatement({ cost: "nothing much" });
const on = (day: number) => `2026-11-0${day}T09:00:00.000Z`;
const signed = (by: string, text: Statement, day: number, over: Partial<SignOffEvidence> = {}) =>
  ({
    ...{ act: "sign-off", function: "product", object: "7", hash: statementHash(text) },
    ...{ author: { id: by, name: by, kind: "person" }, createdAt: on(day), editedAt: null, edited: "no" },
    ...over,
  }) as SignOffEvidence;
const asked = (text: Statement, day: number): Ask => ({
  hash: statementHash(text),
  at: on(day),
  by: "tom",
  statement: text,
});
const policy: Policy = {
  ...defaultPolicy,
  functions: [
    { name: "product", signers: [] },
    { name: "engineering", signers: [] },
  ],
};
const engineering = { function: "engineering" } as const;
const seen = (evidence: SignOffEvidence[], asks: Ask[], me = "lena") => {
  const { functions } = standingOf({ id: "7", statement: value(now) }, evidence, policy);
  return lastSeenText(now, functions, evidence, asks, me);
};

describe("what a person is shown the changes since", () => {
  it.each<[string, SignOffEvidence[], Ask[], { by: string | null; day: number; text: Statement } | null]>([
    ["nothing, where nobody signed or was asked", [], [], null],
    ["nothing, where it was asked for as it stands", [], [asked(once, 1), asked(now, 2)], null],
    [
      "what was asked for last, where nobody signed",
      [],
      [asked(first, 1), asked(once, 2)],
      { by: null, day: 2, text: once },
    ],
    [
      "what somebody signed last",
      [signed("raj", first, 3), signed("tom", once, 4)],
      [],
      { by: "tom", day: 4, text: once },
    ],
    [
      "what somebody signed, though it was asked for anew",
      [signed("raj", once, 3)],
      [asked(now, 5)],
      { by: "raj", day: 3, text: once },
    ],
    [
      "their own, before what others signed later",
      [signed("lena", first, 3, engineering), signed("raj", once, 4)],
      [],
      { by: "lena", day: 3, text: first },
    ],
    [
      "what was signed for a function that is still open",
      [signed("raj", first, 2), signed("raj", now, 5), signed("lena", once, 3, engineering)],
      [],
      { by: "lena", day: 3, text: once },
    ],
    [
      "nothing, where all is signed",
      [signed("raj", once, 2), signed("raj", now, 5), signed("lena", now, 5, engineering)],
      [asked(once, 1)],
      null,
    ],
    [
      "nothing that is no signature: by an app, for another object, withdrawn",
      [
        signed("bot", once, 3, { author: { id: "bot", name: "bot", kind: "app" } }),
        signed("raj", once, 3, { object: "8" }),
        signed("tom", once, 3),
        { ...signed("tom", once, 4), act: "withdrawal" } as SignOffEvidence,
      ],
      [],
      null,
    ],
  ])("%s", (_, evidence, asks, expected) => {
    const found = seen(evidence, asks);
    expect(found && { by: found.signedBy?.id ?? null, at: found.at, hash: found.hash }).toEqual(
      expected && { by: expected.by, at: on(expected.day), hash: statementHash(expected.text) },
    );
  });
});

describe("what changed since", () => {
  const raj = { id: "raj", name: "Raj", kind: "person" } as const;
  const since = { hash: statementHash(once), signedBy: raj, at: on(3) };

  it("is the difference to the text with that hash, whatever else was written", () => {
    expect(changedSince(now, since, [first, once])).toEqual({
      signedBy: raj,
      at: on(3),
      parts: [
        {
          ...{ part: "cost", kind: "text", before: "40,000 EUR a month", after: "90,000 EUR a month" },
          stretches: [
            { kind: "removed", text: "40,000 " },
            { kind: "added", text: "90,000 " },
            { kind: "same", text: "EUR a month" },
          ],
        },
      ],
    });
  });

  it("is said to be unknown where no text has that hash", () => {
    expect(changedSince(now, since, [first])).toEqual({ signedBy: raj, at: on(3), parts: null });
  });

  it("is nothing where only white space, the order of lists or the author differ", () => {
    const spaced = aStatement({
      ...{ cost: "  9,000 EUR \n a week in lost orders", author: "cy" },
      evidence: aStatement().evidence.toReversed(),
    });
    expect(materialDifference(aStatement(), spaced)).toEqual([]);
    fc.assert(
      fc.property(anyStatement, anyStatement, (a, b) => {
        expect(materialDifference(a, b).length === 0).toBe(statementHash(a) === statementHash(b));
      }),
    );
  });
});

describe("the text in a comment that asks", () => {
  const ask = (page: Statement, hash: string) =>
    writeAsk({
      object: "7",
      hash,
      functions: ["product"],
      mentions: ["[~accountid:raj]"],
      page: writePage(page),
    });

  it("is read back, whatever it says", () => {
    fc.assert(
      fc.property(anyStatement, (it) => {
        const hash = statementHash(it);
        const read = askedStatement(ask(it, hash));
        expect(read && statementHash(read)).toBe(hash);
      }),
    );
  });

  it("counts for nothing where it is not the text whose hash is named", () => {
    expect(askedStatement(ask(once, statementHash(now)))).toBeNull();
    expect(askedStatement("Please look at this")).toBeNull();
  });
});
