import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentile } from "../../shared/domain/percentile";
import { defaultPolicy, gateModes, type Policy } from "../../shared/domain/policy";
import { signatureWaits, underWaitLimit, waitBuckets, waitNumbers } from "../../shared/domain/signature-wait";

const now = "2026-11-20T12:00:00.000Z";
const at = (hoursAgo: number) => new Date(Date.parse(now) - hoursAgo * 3_600_000).toISOString();
const signed = (hoursAgo: number) => ({
  signedBy: { id: "raj", name: "Raj", at: at(hoursAgo), standIn: false },
});
const open = { signedBy: null };

describe("the waits for the signatures of a text", () => {
  it.each([
    [
      "begin with the first ask and end with the signature",
      [signed(2)],
      [
        ["h", 6],
        ["h", 4],
      ],
      [[4, true]],
    ],
    ["go on until now where nobody has signed", [open], [["h", 6]], [[6, false]]],
    [
      "are one for each function",
      [signed(1), open],
      [["h", 5]],
      [
        [4, true],
        [5, false],
      ],
    ],
    [
      "do not begin with an ask for another text",
      [open],
      [
        ["other", 9],
        ["h", 3],
      ],
      [[3, false]],
    ],
    ["are none where nobody was asked", [open, signed(1)], [["other", 9]], []],
    ["are nothing where somebody signed before being asked", [signed(8)], [["h", 6]], [[0, true]]],
  ] as const)("%s", (_, functions, asks, expected) => {
    const waits = signatureWaits(
      "ATL",
      "h",
      functions,
      asks.map(([hash, hours]) => ({ hash, at: at(hours) })),
      now,
    );
    expect(waits).toEqual(expected.map(([hours, isOver]) => ({ scope: "ATL", hours, isOver })));
  });

  it("come to a median, a 90th percentile and a distribution in which each is once", () => {
    const waits = [0.5, 2, 3, 30, 200].map((hours) => ({ scope: "ATL", hours, isOver: hours < 100 }));
    expect(waitNumbers(waits)).toEqual({
      ...{ count: 5, waiting: 1, medianHours: 3, p90Hours: 200 },
      buckets: [1, 2, 0, 1, 0, 1],
    });
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5000, noNaN: true })), (hours) => {
        const { buckets } = waitNumbers(hours.map((it) => ({ scope: "ATL", hours: it, isOver: true })));
        expect(buckets).toHaveLength(waitBuckets.length);
        expect(buckets.reduce((sum, it) => sum + it, 0)).toBe(hours.length);
      }),
    );
  });
});

describe("a percentile", () => {
  it("is one of the values, with at least its share of them up to it", () => {
    const values = fc.array(fc.integer(), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const it = percentile(all, share) as number;
        expect(all).toContain(it);
        expect(all.filter((one) => one <= it).length / all.length).toBeGreaterThanOrEqual(share);
      }),
    );
    expect(percentile([], 0.5)).toBeNull();
  });
});

describe("a limit to the wait", () => {
  const limited = (mode: Policy["mode"], dropTo: "warn" | "observe" = "warn"): Policy => ({
    ...defaultPolicy,
    mode,
    waitLimit: { medianHours: 48, dropTo },
  });
  it.each<[string, Policy, number | null, Policy["mode"], boolean]>([
    ["that is passed drops block to warn", limited("block"), 49, "warn", true],
    ["that is passed drops warn to observe", limited("warn", "observe"), 49, "observe", true],
    ["that is just met changes nothing", limited("block"), 48, "block", false],
    ["that was never measured changes nothing", limited("block"), null, "block", false],
    ["never makes a gate stricter", limited("observe"), 49, "observe", false],
    ["never turns a gate on", limited("off"), 49, "off", false],
    ["that nobody set changes nothing", { ...defaultPolicy, mode: "block" }, 1000, "block", false],
  ])("%s", (_, policy, median, mode, isDropped) => {
    expect(underWaitLimit(policy, median)).toEqual({ policy: { ...policy, mode }, isDropped });
  });

  it("only ever loosens", () => {
    const strictness = ["off", "observe", "warn", "block"];
    const anything = fc.record({
      mode: fc.constantFrom(...gateModes),
      median: fc.integer({ min: 0, max: 99 }),
    });
    fc.assert(
      fc.property(anything, ({ mode, median }) => {
        const { policy } = underWaitLimit(limited(mode), median);
        expect(strictness.indexOf(policy.mode)).toBeLessThanOrEqual(strictness.indexOf(mode));
      }),
    );
  });
});
