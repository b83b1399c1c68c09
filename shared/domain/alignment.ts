import type { Aim } from "./aim";
import type { Chain, WorkItem } from "./issue";
import type { Lane, LanePolicy } from "./lane";
import type { ReadingFinding } from "./result";
import type { Mechanism, Sheet } from "./sheet";

/** Why an issue gives no live aim and mechanism. Closed list: the UI has one sentence and one fix for each. */
export const orphanReasons = [
  "no-parent",
  "parent-without-sheet",
  "no-aim",
  "no-mechanism",
  "bet-stopped",
  "gate-overdue",
  "parent-loop",
] as const;
export type OrphanReason = (typeof orphanReasons)[number];

/** A sheet that names its aim and its mechanism. */
export type LiveSheet = Sheet & { aim: Aim; mechanism: Mechanism };

/** How an issue links to the strategy. `from` is the object that says so: the issue itself or an ancestor. */
export type Alignment =
  | { kind: "aligned"; sheet: LiveSheet; from: WorkItem; inherited: boolean }
  | { kind: "lane"; lane: Lane; from: WorkItem; by: "declaration" | "issue-type" }
  | { kind: "orphan"; reasons: readonly [OrphanReason, ...OrphanReason[]]; from: WorkItem | null }
  | {
      kind: "unknown";
      reason: "parent-unreadable" | "sheet-unreadable";
      from: WorkItem | null;
      findings: readonly ReadingFinding[];
    };

/**
 * Follows the parents of `item` upward, any depth. `find` answers with what could be read of the object
 * with that id; undefined ends the chain as a gap, an id seen before ends it as a loop.
 */
export function chainOf(item: WorkItem, find: (id: string) => WorkItem | undefined): Chain {
  const seen = new Set([item.id]);
  const ancestors: WorkItem[] = [];
  for (let id = item.parentId; id !== null; ) {
    if (seen.has(id)) return { ancestors, end: "loop" };
    seen.add(id);
    const parent = find(id);
    if (parent === undefined) return { ancestors, end: "gap" };
    ancestors.push(parent);
    id = parent.parentId;
  }
  return { ancestors, end: "root" };
}

/**
 * How `issue` links to the strategy, decided by the nearest object, the issue first, that declares a lane
 * or carries a sheet. A lane by issue type only saves from being an orphan. `now` is a UTC ISO moment.
 */
export function resolveAlignment(issue: WorkItem, chain: Chain, lanes: LanePolicy, now: string): Alignment {
  const alignment = declaredAlignment(issue, chain, now);
  if (alignment.kind !== "orphan") return alignment;
  const byType = laneOfType(issue.type, lanes);
  return byType === undefined ? alignment : { kind: "lane", lane: byType, from: issue, by: "issue-type" };
}

function declaredAlignment(issue: WorkItem, chain: Chain, now: string): Alignment {
  for (const from of [issue, ...chain.ancestors]) {
    if (from.lane !== null) return { kind: "lane", lane: from.lane, from, by: "declaration" };
    if (from.sheet.kind === "value") return bySheet(from.sheet.value, from, from !== issue, now);
    if (from.sheet.kind === "unreadable") {
      return { kind: "unknown", reason: "sheet-unreadable", from, findings: from.sheet.findings };
    }
  }
  return withoutSheet(issue, chain);
}

function bySheet(sheet: Sheet, from: WorkItem, inherited: boolean, now: string): Alignment {
  if (isLive(sheet, now)) return { kind: "aligned", sheet, from, inherited };
  const [first, ...rest] = sheetFaults(sheet, now);
  if (first === undefined) throw new Error(`the sheet of ${from.key} is neither live nor at fault`);
  return { kind: "orphan", reasons: [first, ...rest], from };
}

const isLive = (sheet: Sheet, now: string): sheet is LiveSheet => sheetFaults(sheet, now).length === 0;

function sheetFaults(sheet: Sheet, now: string): OrphanReason[] {
  const faults: OrphanReason[] = [];
  const ended = sheet.state === "stopped" || sheet.state === "achieved";
  if (sheet.aim === null) faults.push("no-aim");
  if (sheet.mechanism === null) faults.push("no-mechanism");
  if (ended) faults.push("bet-stopped");
  // The gate's day counts to its last moment in UTC, so comparing days is enough.
  if (!ended && sheet.stageGate !== null && sheet.stageGate.date < now.slice(0, 10))
    faults.push("gate-overdue");
  return faults;
}

/** `from` is where the way up ended, or the nearest bet that should carry a sheet. */
function withoutSheet(issue: WorkItem, chain: Chain): Alignment {
  const line = [issue, ...chain.ancestors];
  const last = line.at(-1) ?? issue;
  if (chain.end === "gap") return { kind: "unknown", reason: "parent-unreadable", from: last, findings: [] };
  if (chain.end === "loop") return { kind: "orphan", reasons: ["parent-loop"], from: last };
  if (chain.ancestors.length === 0 && !issue.isBet)
    return { kind: "orphan", reasons: ["no-parent"], from: null };
  return { kind: "orphan", reasons: ["parent-without-sheet"], from: line.find((it) => it.isBet) ?? last };
}

/** The lane that the policy gives to every issue of a type, compared without regard to case. */
export function laneOfType(type: string, lanes: LanePolicy): Lane | undefined {
  const wanted = type.toLowerCase();
  return Object.entries(lanes.byType).find(([name]) => name.toLowerCase() === wanted)?.[1];
}
