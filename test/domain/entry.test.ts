import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakGlassIn, writeBreakGlass } from "../../shared/domain/break-glass";
import { statementHash } from "../../shared/domain/canonical";
import {
  type Entry,
  type EntryFacts,
  type EntryReason,
  type EntryVerdict,
  entryReasons,
  evaluateEntry,
  speaksUp,
} from "../../shared/domain/entry";
import type { WorkItem } from "../../shared/domain/issue";
import { defaultPolicy, gateModes, type Policy } from "../../shared/domain/policy";
import { previewPolicy } from "../../shared/domain/policy-preview";
import { none, type Reading, unreadable, value } from "../../shared/domain/result";
import type { CommentFacts, SignOffEvidence } from "../../shared/domain/sign-off";
import { noMembers } from "../../shared/domain/signers";
import { anyPolicy } from "./arbitraries";
import { aSheet, aStatement, aWorkItem } from "./builders";

const now = "2026-11-20T12:00:00.000Z";
const block: Policy = { ...defaultPolicy, mode: "block" };
const statement = value(aStatement());
const hash = statementHash(aStatement());

const comment = (over: Partial<CommentFacts> = {}): CommentFacts => ({
  author: { id: "ana", name: "Ana", kind: "person" },
  createdAt: "2026-11-20T09:00:00.000Z",
  editedAt: null,
  edited: "no",
  ...over,
});
const signed = (over: Partial<SignOffEvidence> = {}): SignOffEvidence =>
  ({ act: "sign-off", function: "product", object: "9", hash, ...comment(), ...over }) as SignOffEvidence;
const broken = (over: Partial<CommentFacts> = {}, until = "2026-11-21T00:00:00.000Z") =>
  breakGlassIn(writeBreakGlass({ object: "1", reason: "Payments are down", until }), comment(over));

const bet = aWorkItem({
  id: "9",
  type: "Epic",
  isBet: true,
  sheet: value(aSheet()),
  statement,
});
const issue = aWorkItem({ id: "1", parentId: "9" });
const below = (it: WorkItem, over: Partial<WorkItem> = {}): Partial<EntryFacts> => ({
  issue: { ...issue, ...over },
  chain: { ancestors: [it], end: "root" },
});
const entry = (over: Partial<EntryFacts> = {}): Entry => ({
  key: "ATL-1",
  facts: {
    issue,
    chain: { ancestors: [bet], end: "root" },
    evidence: [],
    glass: [],
    members: noMembers,
    ...over,
  },
});
const said = (it: Entry, policy: Reading<Policy>, at = now): [EntryVerdict["verdict"], EntryReason[]] => {
  const { verdict, reasons } = evaluateEntry(it, policy, at);
  return [verdict, [...reasons]];
};

describe("what is found in an issue, where the policy blocks", () => {
  const gap: Partial<EntryFacts> = { chain: { ancestors: [], end: "gap" } };
  it.each<[string, Partial<EntryFacts>, "allow" | "block", EntryReason[]]>([
    ["signed", { evidence: [signed()] }, "allow", ["signed"]],
    ["nothing written anywhere", { chain: { ancestors: [], end: "root" } }, "block", ["statement-missing"]],
    ["a bet without a statement", below({ ...bet, statement: none }), "block", ["statement-missing"]],
    ["not signed", {}, "block", ["statement-unsigned"]],
    [
      "signed for an older text",
      { evidence: [signed({ hash: "0".repeat(64) })] },
      "block",
      ["statement-stale"],
    ],
    [
      "signed by its author",
      { evidence: [signed(comment({ author: { id: "bo", name: "Bo", kind: "person" } }))] },
      "block",
      ["statement-unsigned"],
    ],
    [
      "signed by a bot",
      { evidence: [signed(comment({ author: { id: "ana", name: "Ana", kind: "app" } }))] },
      "block",
      ["statement-unsigned"],
    ],
    [
      "a sign-off rewritten by another",
      { evidence: [signed({ edited: "by-other" })] },
      "block",
      ["statement-unsigned"],
    ],
    [
      "a sign-off of another object",
      { evidence: [signed({ object: "8" })] },
      "block",
      ["statement-unsigned"],
    ],
    [
      "signed by whom the tracker names as its writer",
      { evidence: [signed()], writers: ["ana"] },
      "block",
      ["statement-unsigned"],
    ],
    [
      "a standing that somebody noted",
      below({ ...bet, standingMirror: "signed" }),
      "block",
      ["statement-unsigned"],
    ],
    [
      "half a statement",
      below({ ...bet, statement: value(aStatement({ cost: null })) }),
      "block",
      ["statement-incomplete"],
    ],
    [
      "a statement that cannot be read",
      below({ ...bet, statement: unreadable([]) }),
      "block",
      ["statement-unreadable"],
    ],
    [
      "its own statement, not signed, below a signed bet",
      { ...below(bet, { statement }), evidence: [] },
      "block",
      ["statement-unsigned"],
    ],
    [
      "parents in a circle",
      { chain: { ancestors: [{ ...bet, statement: none, sheet: none }], end: "loop" } },
      "block",
      ["statement-missing"],
    ],
    ["a lane", below(bet, { lane: "incident" }), "allow", ["lane-exempt"]],
    [
      "an issue that the tracker does not give its parents of",
      gap,
      "allow",
      ["facts-missing", "statement-missing"],
    ],
    ["a lane, whatever is above", { ...below(bet, { lane: "bug" }), ...gap }, "allow", ["lane-exempt"]],
    ["comments that cannot be read", { evidence: null }, "allow", ["facts-missing", "statement-unsigned"]],
    [
      "half a statement, comments unread",
      { ...below({ ...bet, statement: value(aStatement({ cost: null })) }), evidence: null },
      "block",
      ["statement-incomplete"],
    ],
    ["broken glass", { glass: broken() }, "allow", ["glass-broken", "statement-unsigned"]],
    [
      "broken glass that is over",
      { glass: broken({}, "2026-11-20T11:00:00.000Z") },
      "block",
      ["statement-unsigned"],
    ],
    ["broken glass, edited", { glass: broken({ edited: "by-author" }) }, "block", ["statement-unsigned"]],
    ["glass that may be broken", { glass: null }, "allow", ["facts-missing", "statement-unsigned"]],
    ["signed, whatever the glass", { evidence: [signed()], glass: null }, "allow", ["signed"]],
  ])("%s", (_, over, verdict, reasons) => {
    expect(said(entry(over), value(block))).toEqual([verdict, reasons]);
  });

  it("is unknown where the issue itself cannot be read", () => {
    const unread = { key: "ATL-1", facts: null };
    expect(said(unread, value(block))).toEqual(["allow", ["facts-missing"]]);
    expect(said(unread, value({ ...block, withoutFacts: "block" }))).toEqual(["block", ["facts-missing"]]);
  });

  it("is unknown where all hangs on people who cannot be read, and not where others are missing too", () => {
    const functions: Policy["functions"] = [{ name: "product", signers: [], groups: ["leads"] }];
    const evidence = [signed()];
    expect(said(entry({ evidence }), value({ ...block, functions }))).toEqual([
      "allow",
      ["facts-missing", "statement-unsigned"],
    ]);
    functions.push({ name: "engineering", signers: ["lena"] });
    expect(said(entry({ evidence }), value({ ...block, functions }))).toEqual([
      "block",
      ["statement-unsigned"],
    ]);
  });
});

describe("what the policy makes of it", () => {
  it.each<[string, Reading<Policy>, EntryVerdict["verdict"], EntryReason[]]>([
    ["no policy", none, "allow", ["observing", "statement-unsigned"]],
    ["one that cannot be read", unreadable([]), "allow", ["policy-unreadable", "statement-unsigned"]],
    ["off", value({ ...block, mode: "off" }), "allow", ["gate-off"]],
    ["observe", value({ ...block, mode: "observe" }), "allow", ["observing", "statement-unsigned"]],
    ["warn", value({ ...block, mode: "warn" }), "warn", ["statement-unsigned"]],
    ["block", value(block), "block", ["statement-unsigned"]],
    [
      "from tomorrow",
      value({ ...block, effectiveFrom: "2026-11-21" }),
      "allow",
      ["not-yet-in-force", "statement-unsigned"],
    ],
    ["from today", value({ ...block, effectiveFrom: "2026-11-20" }), "block", ["statement-unsigned"]],
    [
      "other types only",
      value({ ...block, issueTypes: { only: ["Bug"], except: [] } }),
      "allow",
      ["type-not-gated"],
    ],
    [
      "this type among others",
      value({ ...block, issueTypes: { only: ["story", "Bug"], except: [] } }),
      "block",
      ["statement-unsigned"],
    ],
    [
      "all but this type",
      value({ ...block, issueTypes: { only: [], except: ["STORY"] } }),
      "allow",
      ["type-not-gated"],
    ],
    [
      "a lane for this type",
      value({ ...block, lanes: { byType: { Story: "spike" } } }),
      "allow",
      ["lane-exempt"],
    ],
    [
      "a lane that is not exempt",
      value({ ...block, lanes: { byType: { Story: "spike" } }, exemptLanes: ["bug"] }),
      "block",
      ["statement-unsigned"],
    ],
  ])("%s", (_, policy, verdict, reasons) => {
    expect(said(entry(), policy)).toEqual([verdict, reasons]);
  });

  const found = {
    fine: entry({ evidence: [signed()] }),
    fault: entry(),
    unknown: { key: "ATL-1", facts: null },
    broken: entry({ glass: broken() }),
  };
  const [tomorrow, today] = ["2026-11-21", "2026-11-20"];
  // What was found, in every mode from today on and from tomorrow on; where facts are missing, as both rules for that want it.
  it.each<[Policy["mode"], string, Policy["withoutFacts"], string]>([
    ["off", today, "allow-and-flag", "fine allow, fault allow, unknown allow, broken allow"],
    ["off", today, "block", "fine allow, fault allow, unknown allow, broken allow"],
    ["observe", today, "allow-and-flag", "fine allow, fault allow, unknown allow, broken allow"],
    ["observe", today, "block", "fine allow, fault allow, unknown allow, broken allow"],
    ["warn", today, "allow-and-flag", "fine allow, fault warn, unknown allow, broken allow"],
    ["warn", today, "block", "fine allow, fault warn, unknown warn, broken allow"],
    ["block", today, "allow-and-flag", "fine allow, fault block, unknown allow, broken allow"],
    ["block", today, "block", "fine allow, fault block, unknown block, broken allow"],
    ["off", tomorrow, "block", "fine allow, fault allow, unknown allow, broken allow"],
    ["observe", tomorrow, "block", "fine allow, fault allow, unknown allow, broken allow"],
    ["warn", tomorrow, "block", "fine allow, fault allow, unknown allow, broken allow"],
    ["block", tomorrow, "block", "fine allow, fault allow, unknown allow, broken allow"],
  ])("%s from %s, without facts %s: %s", (mode, effectiveFrom, withoutFacts, expected) => {
    const policy = value({ ...block, mode, effectiveFrom, withoutFacts });
    const verdicts = Object.entries(found).map(([name, it]) => `${name} ${said(it, policy)[0]}`);
    expect(verdicts.join(", ")).toBe(expected);
    // Whoever watches is told what it would have been, but where the gate is off.
    const strict = Object.values(found).map((it) => evaluateEntry(it, policy, now).strict);
    const isUnknownOut = mode !== "off" && withoutFacts === "block";
    expect(strict).toEqual([
      "allow",
      mode === "off" ? "allow" : "block",
      isUnknownOut ? "block" : "allow",
      "allow",
    ]);
  });

  it("says nothing of observing where there is nothing to say", () => {
    expect(said(entry({ evidence: [signed()] }), none)).toEqual(["allow", ["signed"]]);
  });
});

const anyItem = fc.record({
  statement: fc.constantFrom(none, statement, value(aStatement({ cost: null })), unreadable([])),
  lane: fc.constantFrom(null, null, "bug" as const),
  type: fc.constantFrom("Story", "Bug"),
});
const anySignature = fc.record({
  function: fc.constantFrom("product", "engineering", "go-to-market", "legal"),
  object: fc.constantFrom("9", "1", "8"),
  hash: fc.constantFrom(hash, "0".repeat(64)),
  edited: fc.constantFrom("no", "by-author", "by-other"),
  author: fc.record({
    id: fc.constantFrom("ana", "bo", "lena"),
    name: fc.constant("x"),
    kind: fc.constantFrom("person", "app"),
  }),
});
const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    own: anyItem,
    above: anyItem,
    end: fc.constantFrom("root", "gap", "loop"),
    evidence: fc.option(fc.array(anySignature, { maxLength: 4 })),
    glass: fc.constantFrom(null, [], broken(), broken({ edited: "by-author" })),
  })
  .map(({ own, above, end, evidence, glass }) =>
    entry({
      issue: { ...issue, ...own },
      chain: { ancestors: [{ ...bet, statement: above.statement }], end },
      evidence: evidence?.map((it) => signed(it as Partial<SignOffEvidence>)) ?? null,
      glass,
    }),
  );
const anyReading = fc.oneof(anyPolicy.map(value), fc.constantFrom(none, unreadable([])));

describe("whatever the issue and the policy", () => {
  const always = (check: (it: Entry, policy: Reading<Policy>) => void) =>
    fc.assert(fc.property(anyEntry, anyReading, check), { numRuns: 2000 });

  it("the gate has reasons from its list, and what it keeps out it would keep out when strict", () => {
    always((it, policy) => {
      const { verdict, reasons, strict, flagged } = evaluateEntry(it, policy, now);
      expect(reasons.length).toBeGreaterThan(0);
      expect(entryReasons).toEqual(expect.arrayContaining([...reasons]));
      if (verdict !== "allow") expect(strict).toBe("block");
      if (strict === "block") expect(flagged).toBe(true);
    });
  });

  it("only a policy that says so keeps anything out, and only from its day", () => {
    always((it, policy) => {
      const { verdict } = evaluateEntry(it, policy, now);
      const mode = policy.kind === "value" ? policy.value.mode : "observe";
      const isAhead = policy.kind === "value" && (policy.value.effectiveFrom ?? "") > now;
      if (verdict !== "allow") expect([verdict, isAhead]).toEqual([mode, false]);
    });
  });

  it("a note of a standing moves nothing", () => {
    always((it, policy) => {
      const noted = structuredClone(it);
      if (noted.facts) noted.facts.issue.standingMirror = "signed";
      for (const above of noted.facts?.chain.ancestors ?? []) above.standingMirror = "signed";
      expect(said(noted, policy)).toEqual(said(it, policy));
    });
  });

  it("what does not speak up lets everything in, whatever it is", () => {
    always((it, policy) => {
      if (!speaksUp(policy, now)) expect(said(it, policy)[0]).toBe("allow");
    });
  });

  it("a worthless signature opens nothing", () => {
    const worthless = fc.constantFrom<Partial<SignOffEvidence>>(
      { author: { id: "eve", name: "Eve", kind: "app" } },
      { edited: "by-other" },
      { object: "77" },
      { hash: "1".repeat(64) },
    );
    fc.assert(
      fc.property(anyEntry, anyReading, worthless, (it, policy, over) => {
        if (it.facts === null || it.facts.evidence === null) return;
        const more = entry({ ...it.facts, evidence: [...it.facts.evidence, signed(over)] });
        const [before, after] = [said(it, policy)[0], said(more, policy)[0]];
        if (before === "block") expect(after).toBe("block");
      }),
      { numRuns: 2000 },
    );
  });

  it("glass that was broken by the rules is never in anybody's way", () => {
    fc.assert(
      fc.property(anyEntry, anyReading, (it, policy) => {
        if (it.facts === null || (policy.kind === "value" && !policy.value.breakGlass.allowed)) return;
        const opened = entry({ ...it.facts, glass: broken() });
        const rules = policy.kind === "value" ? policy.value.breakGlass : defaultPolicy.breakGlass;
        if (rules.people.length === 0 && rules.expiryHours > 3)
          expect(evaluateEntry(opened, policy, now).strict).toBe("allow");
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the preview of a policy", () => {
  it("counts and names what it would keep out and what it would let in with a note, whatever its mode", () => {
    const entries: Entry[] = [
      { ...entry({ evidence: [signed()] }), key: "ATL-1" },
      { ...entry(), key: "ATL-2" },
      { ...entry({ glass: broken() }), key: "ATL-3" },
      { key: "ATL-4", facts: null },
    ];
    for (const mode of gateModes) {
      expect(previewPolicy(entries, { ...block, mode, effectiveFrom: "2027-01-01" }, now)).toEqual({
        total: 4,
        keptOut: [{ key: "ATL-2", reasons: ["statement-unsigned"] }],
        flagged: [
          { key: "ATL-3", reasons: ["glass-broken", "statement-unsigned"] },
          { key: "ATL-4", reasons: ["facts-missing"] },
        ],
      });
    }
  });
});
