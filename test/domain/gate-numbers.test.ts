import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gateLogCsv } from "../../shared/domain/gate-log-csv";
import { type GateLogEntry, gateLogEntry } from "../../shared/domain/gate-log-entry";
import { gateNumbers, teamOf } from "../../shared/domain/gate-numbers";

const minuteMs = 60_000;
const entry = (over: Partial<GateLogEntry> = {}): GateLogEntry => ({
  ...{ site: "https://northwind.atlassian.net", at: 1_000_000, ring: "before", issue: "ATL-1", sprint: "2" },
  ...{ verdict: "allow", strict: "allow", reasons: ["signed"], why: null, override: null, ms: 10, ...over },
});

describe("the numbers of the gate", () => {
  it("count what it said, by ring", () => {
    const { asked, byVerdict, byRing, putBack } = gateNumbers([
      entry(),
      entry({ verdict: "block", strict: "block" }),
      entry({ verdict: "warn", strict: "block" }),
      entry({ ring: "after", verdict: "block", strict: "block", why: "put-back" }),
    ]);
    expect([asked, putBack]).toEqual([4, 1]);
    expect(byVerdict).toEqual({ allow: 1, warn: 1, block: 2, passed: 0 });
    expect(byRing.after).toEqual({ allow: 0, warn: 0, block: 1, passed: 0 });
  });

  it("tell how long requests waited, and leave out those that did not", () => {
    const { medianMs, p95Ms } = gateNumbers([
      ...[5, 7, 90].map((ms) => entry({ ms })),
      entry({ ms: 4_000, why: "unawaited" }),
      entry({ ms: 4_000, ring: "after" }),
    ]);
    expect([medianMs, p95Ms]).toEqual([7, 90]);
    expect(gateNumbers([entry({ why: "unawaited" })]).medianMs).toBeNull();
  });

  it("tell what would have been kept out", () => {
    const observed = entry({
      strict: "block",
      reasons: ["observing", "statement-missing"],
      why: "unawaited",
    });
    expect(gateNumbers([observed, entry()]).wouldHaveBlocked).toBe(1);
  });

  it("count why people went on, and neither that nor what they mended as something the gate was asked", () => {
    const on = (reason: string) =>
      entry({ verdict: "passed", why: "overridden", override: { how: "glass", reason } });
    const { asked, overridden } = gateNumbers([
      on("Payments are down"),
      on("payments are down "),
      on("Demo"),
      entry({ why: "fixed" }),
    ]);
    expect(asked).toBe(0);
    expect(overridden).toMatchObject([
      { how: "glass", count: 2 },
      { how: "glass", reason: "Demo", count: 1 },
    ]);
  });

  it.each<[string, Partial<GateLogEntry>[], number]>([
    ["seen by no ring", [], 1],
    ["found by the sweep soon after", [{ at: 1_000_000 + minuteMs }], 0],
    ["found by the sweep too late", [{ at: 1_000_000 + 11 * minuteMs }], 1],
    ["another one found", [{ at: 1_000_000 + minuteMs, issue: "ATL-2" }], 1],
    ["found only before it", [{ at: 1_000_000 - minuteMs }], 1],
  ])("count an entry that went past: %s", (_, swept, unseen) => {
    const past = entry({ verdict: "passed", strict: null, reasons: [], why: "late" });
    const log = [past, ...swept.map((it) => entry({ ring: "after", ...it }))];
    expect(gateNumbers(log).unseen).toBe(unseen);
  });

  it.each([
    ["ATL-1", "ATL"],
    ["10001", null],
    ["5f0c7a5e-0000-4000-8000-000000000001", null],
    [null, null],
  ])("belong to the team of a key: %s", (issue, team) => expect(teamOf({ issue })).toBe(team));
});

describe("the log as CSV", () => {
  const formula = /^[=+\-@\t\r]/;
  const anyReason = fc
    .tuple(fc.constantFrom("", "=", "+", "-", "@", "\t", '"', ","), fc.string({ unit: "grapheme" }))
    .map((it) => it.join(""));
  const anyEntry = fc
    .record({ reason: anyReason, at: fc.integer({ min: 0, max: 4_000_000_000_000 }) })
    .map(({ reason, at }) => entry({ at, override: { how: "glass", reason } }));
  it("gives every reason back, whatever stands in it, and holds no formula", () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 5 }), (log) => {
        const [heads, ...rows] = parse(gateLogCsv(log), { record_delimiter: "\r\n" }) as string[][];
        const place = heads?.indexOf("reason") ?? -1;
        const reasons = rows.map((row) => row[place] ?? "");
        expect(reasons).toEqual(
          log.map(({ override }) => {
            const reason = override?.reason ?? "";
            return formula.test(reason) ? `'${reason}` : reason;
          }),
        );
        expect(reasons.filter((it) => formula.test(it))).toEqual([]);
      }),
    );
  });
});

it("an entry that an earlier version logged is still read", () => {
  const { override: _, ...old } = entry();
  expect(gateLogEntry.parse(old)).toEqual(entry());
});
