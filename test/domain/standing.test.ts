import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statementHash } from "../../shared/domain/canonical";
import { defaultPolicy, type Policy } from "../../shared/domain/policy";
import { none, type Reading, value } from "../../shared/domain/result";
import type { SignOffEvidence } from "../../shared/domain/sign-off";
import { type SignOffRefusal, signOffRefusals } from "../../shared/domain/sign-off-refusal";
import type { Members } from "../../shared/domain/signers";
import { standingOf } from "../../shared/domain/standing";
import type { Statement } from "../../shared/domain/statement";
import { anyPolicy, anyStatement } from "./arbitraries";
import { aStatement } from "./builders";

const hash = statementHash(aStatement());
const older = statementHash(aStatement({ problem: "Something else" }));
const person = (id: string) => ({ id, name: `Name of ${id}`, kind: "person" as const });

type SignOff = Extract<SignOffEvidence, { act: "sign-off" }>;
const aSignOff = (over: Partial<SignOff> = {}): SignOff => ({
  act: "sign-off",
  function: "product",
  object: "10042",
  hash,
  author: person("ana"),
  createdAt: "2026-11-20T09:00:00Z",
  editedAt: null,
  edited: "no",
  ...over,
});
const { hash: _, ...withoutHash } = aSignOff();
const aWithdrawal = (
  over: Partial<Extract<SignOffEvidence, { act: "withdrawal" }>> = {},
): SignOffEvidence => ({
  ...withoutHash,
  createdAt: "2026-11-22T09:00:00Z",
  ...over,
  act: "withdrawal",
});
const carrying = (statement: Reading<Statement>) => ({ id: "10042", statement });
const onBet = carrying(value(aStatement()));

const onlyProduct: Policy = { ...defaultPolicy, functions: [{ name: "product", signers: ["ana", "cy"] }] };
const both: Policy = {
  ...defaultPolicy,
  functions: [
    { name: "product", signers: ["ana", "bo"] },
    { name: "engineering", signers: [] },
  ],
};
const engineering = aSignOff({ function: "engineering", author: person("dee") });

const attacked: Policy = {
  ...defaultPolicy,
  functions: [{ name: "product", signers: ["ana", "bo"], formerSigners: ["fay"] }],
};
const twoFunctions: Policy = {
  ...defaultPolicy,
  functions: [
    { name: "product", signers: ["ana"] },
    { name: "engineering", signers: ["ana"] },
  ],
  onePersonOneFunction: true,
};

/** Each way to get a signature that is none, with the reason that people are shown. */
const attacks: {
  name: string;
  evidence: SignOffEvidence[];
  reason: SignOffRefusal;
  policy?: Policy;
  members?: Members;
}[] = [
  {
    name: "a function that does not exist",
    evidence: [aSignOff({ function: "legal" })],
    reason: "unknown-function",
  },
  {
    name: "a function that nobody asked for",
    evidence: [aSignOff({ function: "engineering" })],
    reason: "function-not-required",
  },
  {
    name: "a replay of another ticket's code",
    evidence: [aSignOff({ object: "10043" })],
    reason: "other-object",
  },
  {
    name: "a signer's code pasted by a bot",
    evidence: [aSignOff({ author: { ...person("ana"), kind: "app" } })],
    reason: "by-app",
  },
  {
    name: "a signer's comment into which somebody else put the code",
    evidence: [aSignOff({ edited: "by-other", editedAt: "2026-11-21T09:00:00Z" })],
    reason: "edited-by-other",
  },
  {
    name: "a person who lost the right",
    evidence: [aSignOff({ author: person("fay") })],
    reason: "right-lost",
  },
  {
    name: "a person whose group cannot be read",
    evidence: [aSignOff({ author: person("gil") })],
    reason: "signers-unread",
    policy: { ...attacked, functions: [{ name: "product", signers: ["ana"], groups: ["leads"] }] },
    members: { groups: {}, roles: {} },
  },
  {
    name: "a person who may not sign",
    evidence: [aSignOff({ author: person("eve") })],
    reason: "not-a-signer",
  },
  { name: "the author's own", evidence: [aSignOff({ author: person("bo") })], reason: "own-statement" },
  { name: "one that was taken back", evidence: [aSignOff(), aWithdrawal()], reason: "withdrawn" },
  { name: "the hash of an older text", evidence: [aSignOff({ hash: older })], reason: "older-text" },
  {
    name: "one person for two functions",
    evidence: [aSignOff(), aSignOff({ function: "engineering" })],
    reason: "signs-for-another-function",
    policy: twoFunctions,
  },
];

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
    expect(standingOf(carrying(statement), signOffs, policy).standing).toBe(wanted);
  });

  it.each<[string, Partial<SignOff>, string]>([
    ["an app", { author: { ...person("ana"), kind: "app" } }, "by-app"],
    ["words changed by another", { edited: "by-other" }, "edited-by-other"],
    ["no signer", { author: person("eve") }, "not-a-signer"],
    ["the writer", { author: person("bo") }, "own-statement"],
    ["an older text", { hash: older }, "older-text"],
    ["an app, an older text", { author: { ...person("ana"), kind: "app" }, hash: older }, "by-app"],
    ["the writer, an older text", { author: person("bo"), hash: older }, "own-statement"],
  ])("a sign-off does not count and says why: %s", (_, over, reason) => {
    const signOff = aSignOff(over);
    expect(standingOf(carrying(value(aStatement())), [signOff], both).functions).toEqual([
      { name: "product", signedBy: null, refused: [{ by: signOff.author, at: signOff.createdAt, reason }] },
      { name: "engineering", signedBy: null, refused: [] },
    ]);
  });

  it("names the first who signed", () => {
    const signOffs = [
      aSignOff({ author: person("cy"), createdAt: "2026-11-20T09:00:00.500Z" }),
      aSignOff({ author: person("ana"), createdAt: "2026-11-20T09:00:00Z" }),
    ];
    expect(standingOf(carrying(value(aStatement())), signOffs, onlyProduct).functions[0]?.signedBy).toEqual({
      id: "ana",
      name: "Name of ana",
      at: "2026-11-20T09:00:00Z",
      standIn: false,
    });
  });

  it("shows a sign-off for a function that nobody asked for", () => {
    expect(standingOf(carrying(value(aStatement())), [engineering], onlyProduct).unasked).toEqual([
      { by: engineering.author, at: engineering.createdAt, reason: "function-not-required" },
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
    expect(standingOf(carrying(value(aStatement(over))), [], defaultPolicy).missingFields).toEqual(wanted);
  });

  it("asks for every part where nothing is written, for none where it cannot be read", () => {
    expect(standingOf(carrying(none), [], defaultPolicy).missingFields).toHaveLength(5);
    expect(
      standingOf(carrying({ kind: "unreadable", findings: [] }), [], defaultPolicy).missingFields,
    ).toEqual([]);
  });

  it("accounts for every sign-off, and is signed only by people who accepted today's text", () => {
    const evidence = fc.record({
      act: fc.constant("sign-off" as const),
      object: fc.constant("10042"),
      editedAt: fc.constant(null),
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
        const found = standingOf(carrying(value(statement)), signOffs, policy);
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

  it("has one row of this table for each refusal, so that none is only a name", () => {
    expect(new Set(attacks.map(({ reason }) => reason))).toEqual(new Set(signOffRefusals));
  });

  it.each(attacks)("refuses $name: $reason", ({ evidence, reason, policy = attacked, members }) => {
    const found = standingOf(onBet, evidence, policy, members);
    const refused = [...found.functions.flatMap((it) => it.refused), ...found.unasked].map((it) => it.reason);
    expect(refused).toContain(reason);
    expect(found.standing).not.toBe("signed");
  });

  it("does not believe a property: without comments nothing is signed", () => {
    expect(standingOf(onBet, [], attacked).standing).toBe("unsigned");
  });

  it("is signed once by two tabs that sign at once", () => {
    const found = standingOf(onBet, [aSignOff(), aSignOff()], onlyProduct);
    expect(found.functions).toMatchObject([{ signedBy: { id: "ana" }, refused: [] }]);
  });
});

describe("a withdrawal", () => {
  const standing = (...evidence: SignOffEvidence[]) => standingOf(onBet, evidence, onlyProduct);

  it("takes the sign-offs back that came before it, for whatever text, and leaves nothing stale", () => {
    const found = standing(aSignOff({ hash: older }), aSignOff(), aWithdrawal());
    expect(found.standing).toBe("unsigned");
    expect(found.functions[0]?.refused.map(({ reason }) => reason)).toEqual(["withdrawn", "withdrawn"]);
  });

  it("can be followed by a new sign-off", () => {
    const again = aSignOff({ createdAt: "2026-11-23T09:00:00Z" });
    expect(standing(aSignOff(), aWithdrawal(), again).functions[0]?.signedBy?.at).toBe(again.createdAt);
  });

  it("counts from when its author last wrote it", () => {
    const edited = aSignOff({ edited: "by-author", editedAt: "2026-11-23T09:00:00Z" });
    expect(standing(edited, aWithdrawal()).standing).toBe("signed");
    expect(standing(aSignOff(), aWithdrawal({ createdAt: "2026-11-19T09:00:00Z" })).standing).toBe("signed");
  });

  it.each<[string, Parameters<typeof aWithdrawal>[0], string | null]>([
    ["of somebody else", { author: person("cy") }, null],
    ["for another function", { function: "engineering" }, null],
    ["on another object", { object: "10043" }, "other-object"],
    ["by an app", { author: { ...person("ana"), kind: "app" } }, "by-app"],
    ["put into a comment by somebody else", { edited: "by-other" }, "edited-by-other"],
  ])("takes nothing back: %s", (_, over, reason) => {
    const found = standing(aSignOff(), aWithdrawal(over));
    expect(found.standing).toBe("signed");
    expect(found.refusedWithdrawals.map((it) => it.reason)).toEqual(reason === null ? [] : [reason]);
  });
});

describe("who may sign", () => {
  const members = { groups: { leads: ["gil"] }, roles: { Administrators: ["ria"] } };
  const byGroup: Policy = {
    ...defaultPolicy,
    functions: [
      { name: "product", signers: ["cy"], groups: ["leads"], roles: ["Administrators"], standIns: ["sam"] },
    ],
  };
  const signedBy = (id: string) =>
    standingOf(onBet, [aSignOff({ author: person(id) })], byGroup, members).functions[0]?.signedBy;

  it.each([
    ["a person named", "cy", false],
    ["a member of a group", "gil", false],
    ["a holder of a role", "ria", false],
    ["a stand-in, who is shown as one", "sam", true],
  ])("%s", (_, id, standIn) => {
    expect(signedBy(id)).toMatchObject({ id, standIn });
  });

  it("nobody where the only group is empty", () => {
    const empty: Policy = {
      ...defaultPolicy,
      functions: [{ name: "product", signers: [], groups: ["leads"] }],
    };
    const found = standingOf(onBet, [aSignOff()], empty, { groups: { leads: [] }, roles: {} });
    expect(found.functions[0]?.refused.map(({ reason }) => reason)).toEqual(["not-a-signer"]);
  });

  it("not one whom the tracker names as a writer, though the statement names nobody", () => {
    const unnamed = { id: "10042", statement: value(aStatement({ author: null })), writers: ["ana"] };
    const found = standingOf(unnamed, [aSignOff()], onlyProduct);
    expect(found.functions[0]?.refused.map(({ reason }) => reason)).toEqual(["own-statement"]);
  });

  it("nobody for two functions where three people must, and as many as can be found for one each", () => {
    const names = ["product", "engineering", "go-to-market"] as const;
    const council: Policy = {
      ...defaultPolicy,
      functions: names.map((name) => ({ name, signers: [] })),
      onePersonOneFunction: true,
    };
    const by = (name: string, id: string, createdAt = "2026-11-20T09:00:00Z") =>
      aSignOff({ function: name, author: person(id), createdAt });
    const alone = standingOf(
      onBet,
      names.map((it) => by(it, "ana")),
      council,
    );
    expect(alone.functions.map((it) => it.signedBy?.id ?? null)).toEqual(["ana", null, null]);
    // Ana came first for product, but nobody else signed for engineering.
    const three = [
      by("product", "ana"),
      by("product", "cy", "2026-11-21T09:00:00Z"),
      by("engineering", "ana"),
      by("go-to-market", "dee"),
    ];
    expect(standingOf(onBet, three, council).functions.map((it) => it.signedBy?.id)).toEqual([
      "cy",
      "ana",
      "dee",
    ]);
  });
});
