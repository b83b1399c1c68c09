import fc from "fast-check";
import { expect, it } from "vitest";
import { decideServerEntry } from "../../shared/domain/server-entry";
import type { KnownPlace, SprintChange } from "../../shared/domain/sprint-history";
import {
  afterPutBack,
  noSweepMemory,
  planSweep,
  type SprintReading,
  type SweepMemory,
  type SweepPlan,
  type SweepVerdict,
  stillToPutBack,
} from "../../shared/domain/sprint-sweep";

const issues = ["1", "2", "3", "4"] as const;
type Issue = (typeof issues)[number];
type Sprint = "A" | "B" | "C";
type Place = Sprint | null;
const people = ["ana", "ben"] as const;
type Browser = (typeof people)[number];
type Mover = Browser | "person" | "automation" | "server" | "tracker";

const allowed = { verdict: "allow", flagged: false } as const;
const letIn = { verdict: "allow", flagged: true } as const;
const blocked = { verdict: "block", flagged: true } as const;
const start = Date.parse("2026-11-20T12:00:00.000Z");

/** A tracker whose sprints many hands move issues into, some with Plumbline and some without, and whose history tells who. */
class Site {
  seconds = 0;
  place: Record<Issue, Place> = { 1: null, 2: "A", 3: null, 4: "A" };
  changes: Record<Issue, SprintChange[]> = { 1: [], 2: [], 3: [], 4: [] };
  /** Sprints that ended with the issue inside, which Jira keeps in its list. */
  past: Record<Issue, Sprint[]> = { 1: [], 2: [], 3: [], 4: [] };
  /** Counts what was done to the issue itself, as its date of change does. */
  touched: Record<Issue, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  mover: Partial<Record<Issue, Mover>> = {};
  open = new Set<Sprint>(["A", "B"]);
  endedAt = new Map<string, string>();
  isSigned: Record<Issue, boolean> = { 1: false, 2: false, 3: true, 4: true };
  /** For which somebody broke the glass, and it has not expired. */
  glass = new Set<Issue>();
  /** What an automation puts back into sprint B whenever it is taken out. */
  wanted = new Set<Issue>();
  /** A sprint that was handed on and has not ended yet. */
  ending: Sprint | null = null;

  get now(): string {
    return new Date(start + this.seconds * 1_000).toISOString();
  }
  verdictOf(issue: Issue): SweepVerdict {
    return this.isSigned[issue] ? allowed : this.glass.has(issue) ? letIn : blocked;
  }
  move(issue: Issue, to: Place, by: Mover): void {
    if (to !== null && !this.open.has(to)) return;
    const from = this.place[issue];
    if (from === to) return;
    const past = this.past[issue];
    const listed = (it: Place) => (it === null ? past : [...past, it]);
    this.changes[issue].push({ at: this.now, by, from: listed(from), to: listed(to) });
    this.place[issue] = to;
    this.mover[issue] = by;
    this.touched[issue] += 1;
  }
  /** Somebody completes a sprint, or its time is over: the tracker hands on what is in it, and ends it a moment later. */
  handOn(sprint: Sprint, by: Mover): Issue[] {
    if (!this.open.has(sprint) || sprint === "C" || this.ending !== null) return [];
    this.open.add("C");
    this.ending = sprint;
    const handed = issues.filter((it) => this.place[it] === sprint);
    for (const it of handed) {
      const change = {
        at: this.now,
        by,
        from: [...this.past[it], sprint],
        to: [...this.past[it], sprint, "C"],
      };
      this.changes[it].push(change);
      this.past[it].push(sprint);
      this.place[it] = "C";
      this.mover[it] = by;
      this.touched[it] += 1;
    }
    return handed;
  }
  end(): void {
    if (this.ending === null) return;
    this.open.delete(this.ending);
    this.endedAt.set(this.ending, this.now);
    this.ending = null;
  }
  reading(): SprintReading[] {
    return [...this.open].map((id) => ({ id, issues: issues.filter((it) => this.place[it] === id) }));
  }
  automate(): void {
    for (const it of this.wanted) if (this.place[it] === null) this.move(it, "B", "automation");
  }
}

/** A rule that is broken on purpose, to prove that it is needed and that the storm would notice. */
type Broken = "looks-again" | "takes-turns" | "waits";

/** One browser with Plumbline in it and two tabs. A sweep reads and plans in one step and moves in another; anything may happen between. */
class Plumbline {
  memory: SweepMemory = noSweepMemory;
  plans: [SweepPlan | null, SweepPlan | null] = [null, null];
  moved = 0;
  /** Issues that were handed on while this browser knew them inside, until somebody moves them. */
  rolled = new Map<Issue, number>();
  /** Issues that were in their sprint by right when this browser looked, until somebody moves them. */
  seenRight = new Map<Issue, number>();
  constructor(
    readonly who: Browser,
    readonly site: Site,
    readonly broken: Broken | null,
  ) {}

  private question() {
    const { site } = this;
    const verdicts = new Map(issues.map((it) => [it as string, site.verdictOf(it)]));
    const movers = { ...site.mover };
    return {
      reading: site.reading(),
      verdictOf: (it: string) => verdicts.get(it),
      isMovedHere: (it: string) => movers[it as Issue] === this.who,
      now: site.now,
    };
  }
  knows(issue: Issue, sprint: Sprint): boolean {
    return (
      this.memory.sprints[sprint]?.includes(issue) === true && !Object.hasOwn(this.memory.pending, issue)
    );
  }
  read(tab: 0 | 1): void {
    // One sweep of a site at a time, however many tabs ask for it.
    if (this.plans[1 - tab] !== null && this.broken !== "takes-turns") return;
    const first = planSweep({ memory: this.memory, ...this.question() });
    const plan = this.broken === "waits" ? planSweep({ memory: first.memory, ...this.question() }) : first;
    this.plans[tab] = plan;
    this.memory = plan.memory;
    for (const it of issues)
      if (this.site.place[it] !== null && this.site.verdictOf(it).verdict === "allow")
        this.seenRight.set(it, this.site.changes[it].length);
  }
  act(tab: 0 | 1): void {
    const { site, who } = this;
    for (const call of this.plans[tab]?.calls ?? []) {
      const still = this.broken === "looks-again" ? call.issues : stillToPutBack(call, this.question());
      for (const it of still as Issue[]) {
        const moves = site.changes[it].length;
        if (site.verdictOf(it).verdict === "allow")
          throw new Error(`the allowed issue ${it} was moved by ${who}`);
        if (site.mover[it] !== who) throw new Error(`${it}, which others moved, was moved by ${who}`);
        if (this.rolled.get(it) === moves)
          throw new Error(`${it}, which was rolled over, was moved by ${who}`);
        if (this.seenRight.get(it) === moves) throw new Error(`${it}, which was let in, was moved by ${who}`);
        site.move(it, call.to as Place, who);
        this.moved += 1;
      }
      this.memory = afterPutBack(this.memory, still, site.now);
    }
    this.plans[tab] = null;
  }
}

/** The job inside Jira, by its own rule: it moves whatever entered against the rules, whoever moved it. */
class Server {
  known = new Map<Issue, KnownPlace>();
  plan: { issue: Issue; to: string | null; place: Place; touched: number }[] = [];
  moved = 0;
  readonly since: string;
  constructor(readonly site: Site) {
    this.since = site.now;
  }

  read(): void {
    const { site, since } = this;
    this.plan = issues.flatMap((issue) => {
      const place = site.place[issue];
      if (place === null) return [];
      const verdict = site.verdictOf(issue);
      const history = { createdAt: "2026-01-01T00:00:00.000Z", place, changes: [...site.changes[issue]] };
      const known = this.known.get(issue) ?? null;
      const rules = { since, known, app: "server", endedAt: new Map(site.endedAt) };
      const act = decideServerEntry(verdict, history, rules, site.now);
      if (verdict.verdict === "allow" && known?.place !== place)
        this.known.set(issue, { at: site.now, place });
      return act.act === "put-back" ? { issue, to: act.to, place, touched: site.touched[issue] } : [];
    });
  }
  act(): void {
    const { site } = this;
    for (const { issue, to, place, touched } of this.plan) {
      // Who acts meanwhile has the last word.
      if (site.place[issue] !== place || site.touched[issue] !== touched) continue;
      if (site.verdictOf(issue).verdict === "allow")
        throw new Error(`the allowed issue ${issue} was moved by the server`);
      site.move(issue, to as Place, "server");
      this.moved += 1;
    }
    this.plan = [];
  }
}

const issue = fc.constantFrom(...issues);
const tab = fc.constantFrom<0 | 1>(0, 1);
const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      issue,
      to: fc.constantFrom<Place>("A", "B", "C", null),
      by: fc.constantFrom<Mover>("ana", "ben", "person"),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("read" as const, "act" as const),
      by: fc.constantFrom(...people),
      tab,
    }),
  },
  // The worker is killed in the middle of its sweep.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("kill" as const), by: fc.constantFrom(...people) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom("sign" as const, "break" as const), issue }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("unsign" as const, "expire" as const, "want" as const),
      issue,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("complete" as const),
      sprint: fc.constantFrom<Sprint>("A", "B"),
      by: fc.constantFrom<Mover>("ana", "ben", "person", "tracker"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("automate" as const, "server-reads" as const, "server-acts" as const),
    }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

interface World {
  site: Site;
  browsers: Record<Browser, Plumbline>;
  server: Server;
}

function happen(it: Event, { site, browsers, server }: World): void {
  switch (it.kind) {
    case "move":
      site.move(it.issue, it.to, it.by);
      return;
    case "read":
    case "act":
      browsers[it.by][it.kind](it.tab);
      return;
    case "kill":
      browsers[it.by].plans = [null, null];
      return;
    case "sign":
      site.isSigned[it.issue] = true;
      site.touched[it.issue] += 1;
      return;
    case "break":
      site.glass.add(it.issue);
      site.touched[it.issue] += 1;
      return;
    case "unsign":
      site.isSigned[it.issue] = false;
      return;
    case "expire":
      site.glass.delete(it.issue);
      return;
    case "want":
      site.wanted.add(it.issue);
      return;
    case "complete": {
      const known = people.map((who) => issues.filter((one) => browsers[who].knows(one, it.sprint)));
      const handed = site.handOn(it.sprint, it.by);
      for (const [at, who] of people.entries())
        for (const one of handed)
          if (known[at]?.includes(one)) browsers[who].rolled.set(one, site.changes[one].length);
      return;
    }
    case "automate":
      site.automate();
      return;
    case "server-reads":
      server.read();
      return;
    case "server-acts":
      server.act();
      return;
  }
}

function play(events: readonly Event[], broken: Broken | null = null): World {
  const site = new Site();
  const browsers = { ana: new Plumbline("ana", site, broken), ben: new Plumbline("ben", site, broken) };
  const world = { site, browsers, server: new Server(site) };
  for (const who of people) {
    browsers[who].read(0);
    browsers[who].act(0);
  }
  for (const it of events) {
    site.seconds += 1;
    const isEnding = site.ending !== null;
    happen(it, world);
    // One thing may happen between the handing on and the end.
    if (isEnding) site.end();
  }
  site.end();
  return world;
}

const quietRounds = 10;

it("whatever two browsers, a person, an automation, the tracker and the server do, nothing that is allowed is moved, and it settles", () => {
  const seen = { browsers: 0, server: 0, rolled: 0, right: 0 };
  fc.assert(
    fc.property(fc.array(event, { maxLength: 50 }), (events) => {
      const { site, browsers, server } = play(events);
      const movesOf = () => browsers.ana.moved + browsers.ben.moved + server.moved;
      let last = 0;
      for (let round = 0; round < quietRounds; round += 1) {
        site.seconds += 10;
        last = movesOf();
        for (const it of people)
          for (const tab of [0, 1] as const) {
            browsers[it].act(tab);
            browsers[it].read(tab);
            browsers[it].act(tab);
          }
        server.read();
        server.act();
        site.automate();
      }
      expect(movesOf(), "moves in the last quiet round").toBe(last);
      for (const who of people) {
        browsers[who].read(0);
        expect(browsers[who].plans[0]?.calls).toEqual([]);
        expect(browsers[who].memory.pending).toEqual({});
        seen.browsers += browsers[who].moved;
        seen.rolled += browsers[who].rolled.size;
        seen.right += browsers[who].seenRight.size;
      }
      seen.server += server.moved;
    }),
    { numRuns: 10_000 },
  );
  // It says something only where all of that happened often.
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(500);
}, 60_000);

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
        const isEntry = to !== null && to !== before && !site.isSigned[it];
        site.move(it, to, by);
        // What left an open sprint is looked at twice.
        for (let look = 0; look < 2; look += 1) {
          browsers[by].read(0);
          browsers[by].act(0);
        }
        for (const other of people) browsers[other].read(1);
        for (const other of people) browsers[other].act(1);
        expect(site.place[it]).toBe(isEntry ? before : to);
      }
    }),
    { numRuns: 2_000 },
  );
});

const inB = { kind: "move", issue: "1", to: "B", by: "ana" } as const;
const read = (tab: 0 | 1) => ({ kind: "read", by: "ana", tab }) as const;
const act = (tab: 0 | 1) => ({ kind: "act", by: "ana", tab }) as const;

it.each<[string, Broken, Event[], string]>([
  [
    "would move what was just allowed, did it not look again",
    "looks-again",
    [inB, read(0), { kind: "sign", issue: "1" }, act(0)],
    "the allowed issue 1 was moved",
  ],
  [
    "would move what somebody just broke the glass for, did it not look again",
    "looks-again",
    [inB, read(0), { kind: "break", issue: "1" }, act(0)],
    "the allowed issue 1 was moved",
  ],
  [
    "would fight with itself in two tabs, did they not take turns",
    "takes-turns",
    [
      ...[inB, read(0), { kind: "break", issue: "1" } as const, read(1)],
      ...[{ kind: "expire", issue: "1" } as const, act(0)],
    ],
    "1, which was let in, was moved",
  ],
  [
    "would fight with who completes a sprint, did it not wait",
    "waits",
    [{ kind: "complete", sprint: "A", by: "ana" }, read(0), act(0)],
    "2, which was rolled over, was moved",
  ],
])("%s", (_, broken, events, said) => {
  expect(() => play(events, broken)).toThrow(said);
  expect(() => play(events)).not.toThrow();
});
