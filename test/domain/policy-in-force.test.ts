import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy, type Policy } from "../../shared/domain/policy";
import { policyChanges, policyParts } from "../../shared/domain/policy-changes";
import { noLocalPolicies, type PolicySource, policyInForce } from "../../shared/domain/policy-in-force";
import { none, type Reading, unreadable, value } from "../../shared/domain/result";
import { anyPolicy } from "./arbitraries";

const of = (mode: Policy["mode"]): Policy => ({ ...defaultPolicy, mode });
const project = value(of("block"));
const [mine, theirs] = [of("warn"), of("off")];

describe("whose policy holds", () => {
  it.each<[string, Reading<Policy>, Partial<typeof noLocalPolicies>, PolicySource, Reading<Policy>]>([
    ["nobody's", none, {}, "default", none],
    ["the project's", project, {}, "project", project],
    ["the person's, where the project has none", none, { person: mine }, "person", value(mine)],
    ["the company's, where nobody else has one", none, { company: value(theirs) }, "company", value(theirs)],
    [
      "the person's before the company's",
      none,
      { company: value(theirs), person: mine },
      "person",
      value(mine),
    ],
    ["the project's before both", project, { company: value(theirs), person: mine }, "project", project],
    [
      "the company's that cannot be read, where nobody else has one",
      none,
      { company: unreadable([]) },
      "company",
      unreadable([]),
    ],
    [
      "the company's that cannot be read, once it is locked",
      project,
      { company: unreadable([]), isLocked: true, person: mine },
      "company",
      unreadable([]),
    ],
    [
      "the company's before all, once it is locked",
      project,
      { company: value(theirs), isLocked: true, person: mine },
      "company",
      value(theirs),
    ],
    ["a lock without a policy locks nothing", project, { isLocked: true }, "project", project],
    ["one that cannot be read is nobody else's", unreadable([]), { person: mine }, "project", unreadable([])],
  ])("%s", (_, reading, local, from, policy) => {
    expect(policyInForce(reading, { ...noLocalPolicies, ...local })).toEqual({
      policy,
      from,
      isDropped: false,
    });
  });

  it("and it does less where its limit is passed", () => {
    const limited = { ...of("block"), waitLimit: { medianHours: 48, dropTo: "warn" as const } };
    expect(policyInForce(value(limited), { ...noLocalPolicies, medianWaitHours: 50 })).toEqual({
      ...{ policy: value({ ...limited, mode: "warn" }), from: "project", isDropped: true },
    });
  });
});

describe("what differs between two policies", () => {
  it("is nothing between one and itself, stored and read again", () => {
    fc.assert(
      fc.property(anyPolicy, (it) => {
        expect(policyChanges(it, JSON.parse(JSON.stringify(it)) as Policy)).toEqual([]);
      }),
    );
  });
  it("is named by its part, and nothing else is", () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, fc.constantFrom(...policyParts), (one, other, part) => {
        const changed = { ...one, [part]: other[part] } as Policy;
        expect([[], [part]]).toContainEqual(policyChanges(one, changed));
      }),
    );
    expect(policyChanges(of("warn"), of("block"))).toEqual(["mode"]);
  });
  it("does not hang on the order of names, nor on what is left out being off", () => {
    const one = { ...of("warn"), lanes: { byType: { Bug: "bug" as const, Incident: "incident" as const } } };
    const other = {
      ...of("warn"),
      lanes: { byType: { Incident: "incident" as const, Bug: "bug" as const } },
    };
    expect(policyChanges(one, { ...other, onePersonOneFunction: false })).toEqual([]);
  });
});
