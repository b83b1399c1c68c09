import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignPeople } from "../../shared/domain/one-person-one-function";
import { defaultPolicy } from "../../shared/domain/policy";
import { presetOf, rulesOfPreset, signOffPresets } from "../../shared/domain/sign-off-preset";

const named = [
  { name: "product" as const, signers: ["ana"], standIns: ["sam"] },
  { name: "engineering" as const, signers: [], groups: ["leads"] },
];

describe("the presets of who signs", () => {
  it.each(signOffPresets)("%s is known again, whatever people were named before", (preset) => {
    expect(presetOf(rulesOfPreset(preset, named))).toBe(preset);
  });

  it("is one other person where nobody chose", () => {
    expect(presetOf(defaultPolicy)).toBe("one-other-person");
    expect(rulesOfPreset("one-other-person", named).functions).toEqual(defaultPolicy.functions);
  });

  it("keep the people that were named", () => {
    expect(rulesOfPreset("council-of-three", named)).toEqual({
      functions: [...named, { name: "go-to-market", signers: [] }],
      separationOfDuties: true,
      onePersonOneFunction: true,
    });
  });

  it.each([
    ["the writer may sign", { ...defaultPolicy, separationOfDuties: false }],
    ["two functions", { ...defaultPolicy, functions: named }],
    ["engineering alone", { ...defaultPolicy, functions: named.slice(1) }],
  ])("are left where %s", (_, rules) => {
    expect(presetOf(rules)).toBeNull();
  });
});

describe("one person for one function", () => {
  it("gives nobody two, only those who stand for it, and to as many functions as can be", () => {
    const candidates = fc.array(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 3 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(candidates, (it) => {
        const given = assignPeople(it);
        const people = given.filter((person) => person !== null);
        expect(new Set(people).size).toBe(people.length);
        given.forEach((person, at) => void (person !== null && expect(it[at]).toContain(person)));
        expect(people.length).toBe(most(it, new Set()));
      }),
      { numRuns: 1000 },
    );
  });
});

/** The most functions that can be given, by trying all ways. */
function most([first, ...rest]: readonly (readonly string[])[], taken: ReadonlySet<string>): number {
  if (first === undefined) return 0;
  const ways = first.filter((it) => !taken.has(it)).map((it) => 1 + most(rest, new Set([...taken, it])));
  return Math.max(most(rest, taken), ...ways);
}
