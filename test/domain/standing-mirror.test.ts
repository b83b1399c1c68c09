import { describe, expect, it } from "vitest";
import { type EntryFacts, evaluateEntry } from "../../shared/domain/entry";
import { defaultPolicy, type Policy } from "../../shared/domain/policy";
import { value } from "../../shared/domain/result";
import { noMembers } from "../../shared/domain/signers";
import { mirrorOf, notedStanding, standingMirror } from "../../shared/domain/standing-mirror";
import { aSheet, aStatement, aWorkItem } from "./builders";

const now = "2026-11-16T09:00:00.000Z";
const mirror = (over: Partial<EntryFacts>, policy: Partial<Policy> = {}) => {
  const facts: EntryFacts = {
    ...{ issue: aWorkItem(), chain: { ancestors: [], end: "root" }, evidence: [], glass: [] },
    members: noMembers,
    ...over,
  };
  const rules = { ...defaultPolicy, ...policy };
  const verdict = evaluateEntry({ key: facts.issue.key, facts }, value(rules), now);
  return mirrorOf(facts, verdict, rules, now);
};
const bet = aWorkItem({ id: "9", isBet: true, sheet: value(aSheet()), statement: value(aStatement()) });
const below = aWorkItem({ id: "1", parentId: "9" });

describe("what is noted beside a ticket", () => {
  it.each<[string, Partial<EntryFacts>, Partial<Policy>, object]>([
    ["nothing written", {}, {}, { state: "missing", of: "1", link: "orphan" }],
    [
      "a statement that nobody signed, which anyone may",
      { issue: aWorkItem({ statement: value(aStatement()) }) },
      {},
      { state: "unsigned", of: "1", link: "orphan" },
    ],
    [
      "one that waits for two people, one of whom wrote it",
      { issue: aWorkItem({ statement: value(aStatement({ author: "ana" })) }) },
      { functions: [{ name: "product", signers: ["raj", "ana", "bob"] }] },
      { state: "unsigned", of: "1", link: "orphan", waiting: ["bob", "raj"] },
    ],
    [
      "what it inherits",
      { issue: below, chain: { ancestors: [bet], end: "root" } },
      {},
      { state: "unsigned", of: "9", link: "aligned", aim: "Buying without an account" },
    ],
    [
      "a lane that needs none",
      { issue: aWorkItem({ lane: "bug" }) },
      {},
      { state: "exempt", of: "1", link: "lane" },
    ],
    [
      "a type that is not looked at",
      { issue: aWorkItem({ type: "Chore" }) },
      { issueTypes: { only: ["Story"], except: [] } },
      { state: "exempt", of: "1", link: "orphan" },
    ],
  ])("says of %s what it is", (_, facts, policy, expected) => {
    const it = mirror(facts, policy);
    expect(it).toEqual(expected);
    expect(standingMirror.parse(JSON.parse(JSON.stringify(it)))).toEqual(it);
  });

  it("names fifty people and no more", () => {
    const signers = Array.from({ length: 80 }, (_, at) => `person-${at}`);
    const issue = aWorkItem({ statement: value(aStatement()) });
    expect(mirror({ issue }, { functions: [{ name: "product", signers }] }).waiting).toHaveLength(50);
  });
});

describe("a note", () => {
  it.each([
    ["of an older client", "signed", "signed"],
    ["of the object's own statement", { state: "signed", of: "1" }, "signed"],
    ["that does not say of whose", { state: "partial" }, "partial"],
    ["of what it inherited", { state: "signed", of: "9" }, null],
    ["that none is needed", { state: "exempt", of: "1" }, null],
    ["of another shape", { signed: true }, null],
    ["that somebody made up", "splendid", null],
    ["that is not there", undefined, null],
  ])("%s is read as %j: %j", (_, raw, standing) => {
    expect(notedStanding(raw, "1")).toBe(standing);
  });
});
