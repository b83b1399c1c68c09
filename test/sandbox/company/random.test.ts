import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, pick, pickWeighted, shuffle } from "./random";

describe("seeded chance", () => {
  it("gives the same numbers for the same seed, in [0, 1)", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, other] = [createRandom(seed), createRandom(seed)];
        for (let at = 0; at < 20; at++) {
          const number = one();
          expect(other()).toBe(number);
          expect(number >= 0 && number < 1).toBe(true);
        }
      }),
    );
  });

  it("shuffles without losing or repeating anything", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        expect(shuffle(items, createRandom(seed)).sort()).toEqual([...items].sort());
      }),
    );
  });

  it("picks by weight, never what weighs nothing, and refuses an empty list", () => {
    const random = createRandom(1);
    const choices = [
      ["often", 3],
      ["never", 0],
      ["rarely", 1],
    ] as const;
    const counts = { often: 0, rarely: 0, never: 0 };
    for (let at = 0; at < 4_000; at++) {
      counts[pickWeighted(choices, random)]++;
    }
    expect(counts.never).toBe(0);
    expect(Math.abs(counts.often / 4_000 - 0.75)).toBeLessThan(0.03);
    expect(() => pick([], random)).toThrow(RangeError);
  });
});
