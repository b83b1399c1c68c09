import type { EntryVerdict } from "./entry";

/** An open or future sprint as it was just read, with all of its issues by id. */
export interface SprintReading {
  id: string;
  issues: readonly string[];
}

/** What one browser remembers of a tracker's sprints between two sweeps; plain data. */
export interface SweepMemory {
  /** By sprint, the issues that have been looked at, or were inside when the sprint was first read. */
  sprints: Readonly<Record<string, readonly string[]>>;
  /** Issues that entered and are still to be decided or put back, with the sprint that each came from; null: the backlog. */
  pending: Readonly<Record<string, string | null>>;
  /** When each issue was put back by this browser, UTC ISO moments. */
  putBack: Readonly<Record<string, readonly string[]>>;
}

export const noSweepMemory: SweepMemory = { sprints: {}, pending: {}, putBack: {} };

/** Why an issue that should not be in its sprint is left there. Closed list. */
export const sweepFlags = [
  "was-inside",
  "rolled-over",
  "moved-elsewhere",
  "warned",
  "let-in",
  "comes-again",
] as const;
export type SweepFlag = (typeof sweepFlags)[number];

export interface SweepPlan {
  memory: SweepMemory;
  /** One call each, of at most 50 issues: to a sprint, or to the backlog where `to` is null. */
  calls: { to: string | null; issues: string[] }[];
  flags: { issue: string; sprint: string; why: SweepFlag }[];
}

/** What the gate knows of an issue in a sprint. */
export type SweepVerdict = Pick<EntryVerdict, "verdict" | "flagged">;

export interface SweepQuestion {
  memory: SweepMemory;
  reading: readonly SprintReading[];
  /** Undefined: there is no verdict yet; the issue is looked at again by the next sweep. */
  verdictOf(issue: string): SweepVerdict | undefined;
  /** True only where this person, in this browser, was the last to put it into its sprint. */
  isMovedHere(issue: string): boolean;
  /** A UTC ISO moment. */
  now: string;
}

/** What Jira takes in one call (reference 2026-11); fewer than Linear does. */
const mostPerCall = 50;
/** An issue that was put back so often within an hour and enters again is somebody's will or some machine's: it stays, and people are told. */
const mostPutBacks = 2;
const rememberedMs = 60 * 60_000;

/**
 * Which issues have entered a sprint since the last sweep, and what to do about each. It moves only what this person moved in this
 * browser and the gate keeps out; what the tracker rolled over, others moved or was inside at first stays and is flagged.
 */
export function planSweep({ memory, reading, verdictOf, isMovedHere, now }: SweepQuestion): SweepPlan {
  const isOpen = new Set(reading.map(({ id }) => id));
  const before = placesIn(memory.sprints);
  const putBack = recent(memory.putBack, now);
  const pending: Record<string, string | null> = {};
  const seen: Record<string, string[]> = {};
  const back: { issue: string; to: string | null }[] = [];
  const flags: SweepPlan["flags"] = [];

  for (const { id: sprint, issues } of reading) {
    const inside = own(memory.sprints, sprint);
    const known = inside && new Set(inside);
    const left: string[] = [];
    seen[sprint] = left;
    for (const issue of new Set(issues)) {
      const isPending = Object.hasOwn(memory.pending, issue);
      const isHere = isMovedHere(issue);
      const isNew = isPending || (known === undefined ? isHere : !known.has(issue));
      const from = isPending ? (memory.pending[issue] ?? null) : (before.get(issue) ?? null);
      const to = from !== null && from !== sprint && isOpen.has(from) ? from : null;
      const decision = decide({
        verdict: verdictOf(issue),
        isNew,
        isHere,
        isFirstReading: known === undefined,
        // Its sprint ended, and the tracker took it along.
        isRolledOver: from !== null && from !== sprint && !isOpen.has(from),
        isBack: isPending && from === sprint,
        isHandedOn: !isPending && to !== null,
        putBacks: own(putBack, issue)?.length ?? 0,
      });
      if (decision === "wait" || decision === "put-back") pending[issue] = from;
      else left.push(issue);
      if (decision === "put-back") back.push({ issue, to });
      else if (decision !== "wait" && decision !== "leave") flags.push({ issue, sprint, why: decision });
    }
  }
  // So that what is put back there is not taken for a new entry.
  for (const [issue, from] of Object.entries(pending)) if (from !== null) own(seen, from)?.push(issue);
  return { memory: { sprints: seen, pending, putBack }, calls: inCalls(back), flags };
}

interface Candidate {
  verdict: SweepVerdict | undefined;
  isNew: boolean;
  isHere: boolean;
  isFirstReading: boolean;
  isRolledOver: boolean;
  isBack: boolean;
  /** It is seen for the first time since it left another sprint that is still open. */
  isHandedOn: boolean;
  putBacks: number;
}

function decide(it: Candidate): SweepFlag | "put-back" | "leave" | "wait" {
  const { verdict } = it;
  if (it.isBack) return "leave";
  if (verdict === undefined) return it.isNew ? "wait" : "leave";
  if (!it.isNew) return it.isFirstReading && verdict.flagged ? "was-inside" : "leave";
  if (verdict.verdict === "allow") return verdict.flagged ? "let-in" : "leave";
  if (it.isRolledOver) return "rolled-over";
  if (verdict.verdict === "warn") return "warned";
  if (!it.isHere) return "moved-elsewhere";
  if (it.putBacks >= mostPutBacks) return "comes-again";
  // A sprint that somebody completes hands its issues on before it ends: the next look knows which it was.
  return it.isHandedOn ? "wait" : "put-back";
}

/**
 * The part of a planned call that still holds, asked right before it is made: of a fresh reading and fresh verdicts. Whoever moved,
 * signed or broke the glass meanwhile has the last word.
 */
export function stillToPutBack(
  { to, issues }: SweepPlan["calls"][number],
  { reading, verdictOf, isMovedHere }: Omit<SweepQuestion, "memory" | "now">,
): string[] {
  const place = placesIn(Object.fromEntries(reading.map(({ id, issues }) => [id, issues])));
  return issues.filter((issue) => {
    const sprint = place.get(issue);
    return (
      sprint !== undefined && sprint !== to && verdictOf(issue)?.verdict === "block" && isMovedHere(issue)
    );
  });
}

/** What is remembered once issues have been put back at `now`, a UTC ISO moment. */
export function afterPutBack(memory: SweepMemory, issues: readonly string[], now: string): SweepMemory {
  const putBack = { ...memory.putBack };
  for (const issue of issues) putBack[issue] = [...(own(putBack, issue) ?? []), now];
  return { ...memory, putBack };
}

/** What is remembered of issues that the tracker would not give back: they stay in `sprint`, and are not tried again and again. */
export function afterRefusal(memory: SweepMemory, sprint: string, issues: readonly string[]): SweepMemory {
  const pending = Object.fromEntries(Object.entries(memory.pending).filter(([it]) => !issues.includes(it)));
  const sprints = { ...memory.sprints, [sprint]: [...(own(memory.sprints, sprint) ?? []), ...issues] };
  return { ...memory, pending, sprints };
}

/** Ids come from a tracker, and "constructor" is in every object. */
const own = <T>(from: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(from, name) ? from[name] : undefined;

function recent(putBack: SweepMemory["putBack"], now: string): Record<string, string[]> {
  const isRecent = (at: string) => Date.parse(now) - Date.parse(at) < rememberedMs;
  return Object.fromEntries(
    Object.entries(putBack)
      .map(([issue, moments]) => [issue, moments.filter(isRecent)] as const)
      .filter(([, moments]) => moments.length > 0),
  );
}

function placesIn(sprints: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(Object.entries(sprints).flatMap(([id, issues]) => issues.map((it) => [it, id] as const)));
}

function inCalls(back: readonly { issue: string; to: string | null }[]): SweepPlan["calls"] {
  const calls: SweepPlan["calls"] = [];
  for (const to of new Set(back.map((it) => it.to))) {
    const issues = back.filter((it) => it.to === to).map(({ issue }) => issue);
    for (let at = 0; at < issues.length; at += mostPerCall)
      calls.push({ to, issues: issues.slice(at, at + mostPerCall) });
  }
  return calls;
}
