import fc from "fast-check";
import { expect, it } from "vitest";
import {
  afterPutBack,
  noSweepMemory,
  planSweep,
  type SprintReading,
  type SweepMemory,
  type SweepPlan,
  stillToPutBack,
} from "../../shared/domain/sprint-sweep";

const issues = ["1", "2", "3", "4"] as const;
type Issue = (typeof issues)[number];
type Place = "A" | "B" | "C" | null;
const people = ["ana", "ben"] as const;
type Browser = (typeof people)[number];
type Mover = Browser | "person" | "automation" | "server" | "tracker";

const allowed = { verdict: "allow", flagged: false } as const;
const blocked = { verdict: "block", flagged: true } as const;

/** A tracker whose sprints many hands move issues into, some with Plumbline and some without. */
class Site {
  place: Record<Issue, Place> = { 1: null, 2: "A", 3: null, 4: "A" };
  mover: Partial<Record<Issue, Mover>> = {};
  open = new Set<Exclude<Place, null>>(["A", "B"]);
  isAllowed: Record<Issue, boolean> = { 1: false, 2: false, 3: true, 4: true };
  /** What an automation puts back into sprint B whenever it is taken out. */
  wanted = new Set<Issue>();

  move(issue: Issue, to: Place, by: Mover): void {
    if (to !== null && !this.open.has(to)) return;
    if (this.place[issue] === to) return;
    this.place[issue] = to;
    this.mover[issue] = by;
  }
  /** A sprint ends: the tracker takes along what is in it. */
  close(sprint: "A" | "B"): void {
    this.open.delete(sprint);
    this.open.add("C");
    for (const it of issues) {
      if (this.place[it] !== sprint) continue;
      this.place[it] = "C";
      this.mover[it] = "tracker";
    }
  }
  reading(): SprintReading[] {
    return [...this.open].map((id) => ({ id, issues: issues.filter((it) => this.place[it] === id) }));
  }
  automate(): void {
    for (const it of this.wanted) if (this.place[it] === null) this.move(it, "B", "automation");
  }
}

/** One browser with Plumbline in it; a sweep reads and plans in one step and moves in another, and anything may happen between. */
class Plumbline {
  memory: SweepMemory = noSweepMemory;
  plan: SweepPlan | null = null;
  moved = 0;
  constructor(
    readonly who: Browser,
    readonly site: Site,
    /** False: ring 2 acts without the last look, to prove that it is needed. */
    readonly looksAgain = true,
  ) {}

  private question() {
    const verdicts = { ...this.site.isAllowed };
    const movers = { ...this.site.mover };
    return {
      reading: this.site.reading(),
      verdictOf: (it: string) => (verdicts[it as Issue] ? allowed : blocked),
      isMovedHere: (it: string) => movers[it as Issue] === this.who,
      now: "2026-11-20T12:00:00.000Z",
    };
  }
  read(): void {
    this.plan = planSweep({ memory: this.memory, ...this.question() });
    this.memory = this.plan.memory;
  }
  act(): void {
    for (const call of this.plan?.calls ?? []) {
      const still = this.looksAgain ? stillToPutBack(call, this.question()) : call.issues;
      for (const it of still as Issue[]) {
        if (this.site.isAllowed[it]) throw new Error(`the allowed issue ${it} was moved by ${this.who}`);
        if (this.site.mover[it] !== this.who)
          throw new Error(`${it}, which others moved, was moved by ${this.who}`);
        this.site.move(it, call.to as Place, this.who);
        this.moved += 1;
      }
      this.memory = afterPutBack(this.memory, still, "2026-11-20T12:00:00.000Z");
    }
    this.plan = null;
  }
}

const issue = fc.constantFrom(...issues);
const event = fc.oneof(
  fc.record({
    kind: fc.constant("move"),
    issue,
    to: fc.constantFrom("A", "B", "C", null),
    by: fc.constantFrom("ana", "ben", "person"),
  }),
  fc.record({ kind: fc.constantFrom("read", "act"), by: fc.constantFrom(...people) }),
  fc.record({ kind: fc.constantFrom("sign", "unsign"), issue }),
  fc.record({ kind: fc.constant("want"), issue }),
  fc.record({ kind: fc.constant("close"), sprint: fc.constantFrom("A", "B") }),
  fc.record({ kind: fc.constantFrom("automate", "serve") }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

function happen(it: Event, site: Site, browsers: Record<Browser, Plumbline>): void {
  switch (it.kind) {
    case "move":
      if ("to" in it) site.move(it.issue, it.to as Place, it.by as Mover);
      return;
    case "read":
    case "act":
      if ("by" in it) browsers[it.by as Browser][it.kind]();
      return;
    case "sign":
    case "unsign":
      if ("issue" in it) site.isAllowed[it.issue] = it.kind === "sign";
      return;
    case "want":
      if ("issue" in it) site.wanted.add(it.issue);
      return;
    case "close":
      if ("sprint" in it) site.close(it.sprint as "A" | "B");
      return;
    case "automate":
      site.automate();
      return;
    case "serve":
      // The server's job puts back whatever is not allowed, whoever moved it.
      for (const one of issues) if (!site.isAllowed[one]) site.move(one, null, "server");
  }
}

const quietRounds = 6;

function play(
  events: readonly Event[],
  looksAgain = true,
): { site: Site; browsers: Record<Browser, Plumbline> } {
  const site = new Site();
  const browsers = {
    ana: new Plumbline("ana", site, looksAgain),
    ben: new Plumbline("ben", site, looksAgain),
  };
  for (const it of people) browsers[it].read();
  for (const it of events) happen(it, site, browsers);
  return { site, browsers };
}

it("whatever two browsers, a person, an automation and the server do, nothing that is allowed is moved, and it settles", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const { site, browsers } = play(events);
      let last = 0;
      for (let round = 0; round < quietRounds; round += 1) {
        last = browsers.ana.moved + browsers.ben.moved;
        for (const it of people) {
          browsers[it].read();
          browsers[it].act();
          site.automate();
        }
      }
      expect(browsers.ana.moved + browsers.ben.moved, "moves in the last quiet round").toBe(last);
      for (const who of people) {
        browsers[who].read();
        expect(browsers[who].plan?.calls).toEqual([]);
        expect(browsers[who].memory.pending).toEqual({});
      }
    }),
    { numRuns: 10_000 },
  );
});

it("what a person moved against the rules in a quiet house is back where it was", () => {
  const move = fc.record({
    issue,
    to: fc.constantFrom<Place>("A", "B", null),
    by: fc.constantFrom(...people),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 2 }), (moves) => {
      const { site, browsers } = play([]);
      for (const { issue: it, to, by } of moves) {
        const before = site.place[it];
        site.move(it, to, by);
        browsers[by].read();
        browsers[by].act();
        for (const other of people) browsers[other].read();
        const isEntry = to !== null && to !== before && !site.isAllowed[it];
        expect(site.place[it]).toBe(isEntry ? before : to);
      }
    }),
    { numRuns: 2_000 },
  );
});

it("would move what was just allowed, did it not look again", () => {
  expect(() =>
    play(
      [
        { kind: "move", issue: "1", to: "B", by: "ana" },
        { kind: "read", by: "ana" },
        { kind: "sign", issue: "1" },
        { kind: "act", by: "ana" },
      ] as Event[],
      false,
    ),
  ).toThrow("the allowed issue 1 was moved");
});
