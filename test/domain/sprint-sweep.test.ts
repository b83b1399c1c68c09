import { describe, expect, it } from "vitest";
import {
  afterPutBack,
  noSweepMemory,
  planSweep,
  type SprintReading,
  type SweepMemory,
  type SweepQuestion,
  type SweepVerdict,
  stillToPutBack,
} from "../../shared/domain/sprint-sweep";

const now = "2026-11-20T12:00:00.000Z";
const allow: SweepVerdict = { verdict: "allow", flagged: false };
const letIn: SweepVerdict = { verdict: "allow", flagged: true };
const warn: SweepVerdict = { verdict: "warn", flagged: true };
const block: SweepVerdict = { verdict: "block", flagged: true };

const reading = (sprints: Record<string, string[]>): SprintReading[] =>
  Object.entries(sprints).map(([id, issues]) => ({ id, issues }));
const knowing = (sprints: Record<string, string[]>, over: Partial<SweepMemory> = {}): SweepMemory => ({
  ...noSweepMemory,
  sprints,
  ...over,
});
const plan = (over: Partial<SweepQuestion>) =>
  planSweep({
    memory: knowing({ A: ["1"], B: [] }),
    reading: reading({ A: ["1"], B: ["2"] }),
    verdictOf: () => block,
    isMovedHere: () => true,
    now,
    ...over,
  });

describe("a sweep", () => {
  it.each<[string, Partial<SweepQuestion>, ReturnType<typeof plan>["calls"], [string, string][]]>([
    ["puts back what this person moved and the gate keeps out", {}, [{ to: null, issues: ["2"] }], []],
    [
      "puts back into the sprint that it came from, at the second look",
      {
        memory: knowing({ A: ["1"], B: [] }, { pending: { 1: "A" } }),
        reading: reading({ A: [], B: ["1"] }),
      },
      [{ to: "A", issues: ["1"] }],
      [],
    ],
    [
      "waits where a sprint handed it on that may be about to end",
      { reading: reading({ A: [], B: ["1"] }) },
      [],
      [],
    ],
    ["leaves what may be there", { verdictOf: () => allow }, [], []],
    ["tells of what was let in all the same", { verdictOf: () => letIn }, [], [["2", "let-in"]]],
    ["tells of what it only warns of", { verdictOf: () => warn }, [], [["2", "warned"]]],
    ["tells of what others moved", { isMovedHere: () => false }, [], [["2", "moved-elsewhere"]]],
    ["waits for a verdict", { verdictOf: () => undefined }, [], []],
    [
      "takes the first reading of a sprint as it is",
      { memory: noSweepMemory, isMovedHere: () => false },
      [],
      [
        ["1", "was-inside"],
        ["2", "was-inside"],
      ],
    ],
    [
      "but not what this person has just moved into a new sprint",
      { memory: knowing({ A: ["1"] }) },
      [{ to: null, issues: ["2"] }],
      [],
    ],
    [
      "leaves what the tracker rolled over from a sprint that ended",
      { memory: knowing({ Z: ["2"], B: [] }), reading: reading({ B: ["2"] }) },
      [],
      [["2", "rolled-over"]],
    ],
    [
      "stops at what comes again and again within an hour",
      {
        memory: knowing(
          { A: ["1"], B: [] },
          { putBack: { 2: ["2026-11-20T11:30:00.000Z", "2026-11-20T11:40:00.000Z"] } },
        ),
      },
      [],
      [["2", "comes-again"]],
    ],
    [
      "and forgets that after the hour",
      {
        memory: knowing(
          { A: ["1"], B: [] },
          { putBack: { 2: ["2026-11-20T10:30:00.000Z", "2026-11-20T11:40:00.000Z"] } },
        ),
      },
      [{ to: null, issues: ["2"] }],
      [],
    ],
    [
      "is not misled by ids that every object has",
      { memory: knowing({ A: ["1"] }), reading: reading({ A: ["1", "constructor"] }) },
      [{ to: null, issues: ["constructor"] }],
      [],
    ],
  ])("%s", (_, over, calls, flags) => {
    const got = plan(over);
    expect(got.calls).toEqual(calls);
    expect(got.flags.map(({ issue, why }) => [issue, why])).toEqual(flags);
  });

  it("decides later what had no verdict, and still knows where it came from", () => {
    const moved = reading({ A: [], B: ["1"] });
    const first = plan({ reading: moved, verdictOf: () => undefined });
    expect(first.memory.pending).toEqual({ 1: "A" });
    const second = plan({ memory: first.memory, reading: moved });
    expect(second.calls).toEqual([{ to: "A", issues: ["1"] }]);
    const third = plan({ memory: second.memory, reading: reading({ A: ["1"], B: [] }) });
    expect(third).toMatchObject({
      calls: [],
      flags: [],
      memory: { sprints: { A: ["1"], B: [] }, pending: {} },
    });
  });

  it("leaves what a sprint handed on before it ended, seen half way", () => {
    const half = plan({ reading: reading({ A: [], B: ["1"] }) });
    expect(half.calls).toEqual([]);
    const ended = plan({ memory: half.memory, reading: reading({ B: ["1"] }) });
    expect(ended).toMatchObject({ calls: [], flags: [{ issue: "1", why: "rolled-over" }] });
    expect(plan({ memory: ended.memory, reading: reading({ B: ["1"] }) })).toMatchObject({
      calls: [],
      flags: [],
    });
  });

  it("tries again what could not be put back", () => {
    const first = plan({});
    expect(plan({ memory: first.memory }).calls).toEqual(first.calls);
  });

  it("puts back at most 50 issues a call", () => {
    const many = Array.from({ length: 120 }, (_, at) => `n${at}`);
    const { calls } = plan({ reading: reading({ A: ["1"], B: many }) });
    expect(calls.map(({ issues }) => issues.length)).toEqual([50, 50, 20]);
    expect(calls.flatMap(({ issues }) => issues)).toEqual(many);
  });

  it("asks once more before it moves, and leaves what changed meanwhile", () => {
    const call = { to: "A", issues: ["gone", "home", "signed", "taken", "unread", "same"] };
    const verdicts: Record<string, SweepVerdict> = {
      gone: block,
      home: block,
      signed: allow,
      taken: block,
      same: block,
    };
    expect(
      stillToPutBack(call, {
        reading: reading({ A: ["home"], B: ["signed", "taken", "unread", "same"] }),
        verdictOf: (it) => verdicts[it],
        isMovedHere: (it) => it !== "taken",
      }),
    ).toEqual(["same"]);
  });

  it("counts what it put back", () => {
    const once = afterPutBack(noSweepMemory, ["2"], now);
    expect(afterPutBack(once, ["2", "3"], now).putBack).toEqual({ 2: [now, now], 3: [now] });
    expect(once.putBack).toEqual({ 2: [now] });
  });
});
